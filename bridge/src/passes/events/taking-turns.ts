import type { ExchangeId, Fingerprint, RecordId } from '../../domain/ids.ts';
import { newLink } from '../../domain/link.ts';
import type { MeetingLink } from '../../store/event-store.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import type { CreateRecordStep, EventStep } from '../../sync/events/event-step.ts';
import { meetingKey } from '../../sync/events/match-key.ts';
import type { Effects } from '../effects/effects.ts';
import { ended } from '../effects/ended.ts';
import { putOff } from '../effects/put-off.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import { looseItem } from './create-event-records.ts';
import type { EventPassContext } from './event-context.ts';
import { recordsOfMeetings } from './records-of-meetings.ts';

/** What one pass has of its meetings. */
interface Meetings {
  /** Records of live links whose items are there, and those that were paired or joined in this pass. */
  readonly held: Set<RecordId>;
  /** Records that were joined in this pass. */
  readonly joined: Set<RecordId>;
  /** Meetings whose records this pass makes or joins. */
  readonly begun: Set<Fingerprint>;
  /** Items that are there. */
  readonly present: { has(id: ExchangeId): boolean };
}

/**
 * One mailbox at a time makes the record of a meeting, begins to belong to it, goes on with it for another date, or deletes it because
 * its user took a copy away. What another one does just now is put off to the next pass; what it has made since this pass looked is
 * joined. A second copy of a meeting in one calendar gets no link beside the one that is held, and a record that is joined no item of
 * its own.
 */
export function takingTurns(
  context: EventPassContext,
  { links, gone, items }: CalendarChanges,
): (steps: readonly EventStep[], effects: Effects) => Promise<readonly EventStep[]> {
  const held = links.flatMap(({ state, exchangeId, recordId }) =>
    state === 'Live' && !gone.has(exchangeId) ? [recordId] : [],
  );
  const meetings = { held: new Set(held), joined: new Set<RecordId>(), begun: new Set<Fingerprint>() };
  return async (steps, effects) => {
    for (const step of steps)
      if (step.kind === 'merge' || step.kind === 'join' || step.kind === 'handOver')
        meetings.held.add(step.link.recordId);
    const mine = await inTurn(context, steps, { ...meetings, present: items }, effects);
    return mine.filter((step) => {
      if (step.kind !== 'createItem' || !meetings.joined.has(step.record.id)) return true;
      if (step.replaces !== null) effects.links.push(ended(step.replaces, 'DeletedByPolicy'));
      return false;
    });
  };
}

async function inTurn(
  context: EventPassContext,
  steps: readonly EventStep[],
  meetings: Meetings,
  effects: Effects,
): Promise<readonly EventStep[]> {
  const { store, claim, userId } = context;
  const keys = new Map(steps.map((step) => [step, turnKeys(context, step, meetings)]));
  const wanted = [...new Set([...keys.values()].flat())].map((key) => ({ key, untilRead: false }));
  if (wanted.length === 0) return steps;
  const had = await store.turns.take(claim, wanted);
  const creates = steps.filter((step) => step.kind === 'createRecord');
  // Other mailboxes may not know yet that a record is gone in whose place another one is made.
  const gone = new Set(creates.map(({ replaces }) => replaces?.recordId));
  const linked = (await store.events.meetings(steps.flatMap((step) => meetingsOf(step, meetings)))).filter(
    ({ recordId }) => !gone.has(recordId),
  );
  const others = new Map(
    linked.flatMap((link) => (link.userId === userId ? [] : [[link.meeting, link.recordId] as const])),
  );
  const late = steps.filter(
    (step) => keys.get(step)?.some((key) => !had.has(key)) || isOthers(step, others, meetings),
  );
  putOff(late, effects);
  const waiting = new Set<EventStep>(late);
  const found = await recordsOfMeetings(
    context,
    creates.filter((step) => !waiting.has(step) && step.meeting !== null && !others.has(step.meeting)),
  );
  const own = linked.filter((link) => link.userId === userId);
  return steps.filter((step) => {
    if (waiting.has(step)) return false;
    if (step.kind !== 'createRecord' || step.meeting === null) return true;
    const recordId = others.get(step.meeting) ?? found.get(step.meeting);
    const isSecond = meetings.begun.has(step.meeting) || isSecondCopy(step, own, meetings);
    meetings.begun.add(step.meeting);
    if (isSecond || (recordId !== undefined && meetings.held.has(recordId))) {
      looseItem(step.item, effects);
      return false;
    }
    if (recordId === undefined) return true;
    join(step, recordId, meetings, effects);
    return false;
  });
}

function join(
  { item, meeting }: CreateRecordStep,
  recordId: RecordId,
  { held, joined }: Meetings,
  effects: Effects,
): void {
  held.add(recordId);
  joined.add(recordId);
  const { isOrganizer } = item.event;
  effects.links.push({ ...newLink(item.id, recordId, 'Event'), meeting, isOrganizer });
  effects.again.add(recordId);
  effects.counts.ExchangeToSalesforce.paired += 1;
}

/** Whether another copy in this calendar holds the record of the meeting. */
function isSecondCopy({ item, meeting }: CreateRecordStep, own: readonly MeetingLink[], { held }: Meetings) {
  return own.some(
    (link) => link.meeting === meeting && link.exchangeId !== item.id && held.has(link.recordId),
  );
}

/** What a step may be alone with: a record that it writes, or a meeting, as a date and as a whole, since it may have been a single event a moment ago. */
function turnKeys(context: EventPassContext, step: EventStep, meetings: Meetings): readonly string[] {
  if (step.kind === 'handOver') return [step.link.recordId];
  const own = meetingsOf(step, meetings);
  if (step.kind === 'merge')
    return Object.keys(step.merge.toSalesforce).length > 0 ? [step.record.id, ...own] : own;
  if (step.kind !== 'createRecord' || step.meeting === null) return own;
  return [step.meeting, meetingKey({ ...step.item, series: null }, undefined, context.fingerprint)];
}

/** The meetings that a step makes a record of, begins to belong to, goes on with, or leaves. */
function meetingsOf(step: EventStep, meetings: Meetings): readonly Fingerprint[] {
  if (step.kind === 'createRecord') return step.meeting === null ? [] : [step.meeting];
  const isShared = step.kind === 'join' || (step.kind === 'merge' && begins(step)) || leaves(step, meetings);
  return isShared && step.link.meeting !== null ? [step.link.meeting] : [];
}

function begins({ paired, replaces, item }: Extract<EventStep, { kind: 'merge' }>): boolean {
  return replaces !== null || (paired && item !== null && hasOthers(item));
}

function hasOthers({ event }: EventItem): boolean {
  return !event.isOrganizer || event.attendees.length > 0;
}

/** Whether a step deletes a record because an attendee's copy is gone, which it may only while nobody else has the meeting. */
function leaves(step: EventStep, { present }: Meetings): step is Extract<EventStep, { kind: 'delete' }> {
  return (
    step.kind === 'delete' &&
    step.side === 'Salesforce' &&
    step.link.isOrganizer !== true &&
    !present.has(step.link.exchangeId)
  );
}

/** Whether the date that a record goes on with has got another one from another mailbox, or what is left has become another one's. */
function isOthers(step: EventStep, others: ReadonlyMap<Fingerprint, RecordId>, meetings: Meetings): boolean {
  if (leaves(step, meetings)) return step.link.meeting !== null && others.has(step.link.meeting);
  if (step.kind !== 'merge' || step.replaces === null || step.link.meeting === null) return false;
  const other = others.get(step.link.meeting);
  return other !== undefined && other !== step.link.recordId;
}
