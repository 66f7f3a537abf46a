import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { openIssue } from '../../domain/issue.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { EventStep } from '../../sync/events/event-step.ts';
import { meetingKey } from '../../sync/events/match-key.ts';
import type { Effects } from '../effects/effects.ts';
import { noEffects } from '../effects/effects.ts';
import { inChunks } from '../effects/in-chunks.ts';
import { putOff } from '../effects/put-off.ts';
import { refusedAnew } from '../effects/refused.ts';
import type { PassResult } from '../pass-result.ts';
import { keepAsked } from '../asked.ts';
import { nothingDone, rememberChunk } from '../effects/remember.ts';
import { adoptRecords } from './adopt-records.ts';
import { attend } from './attend.ts';
import { createCalendarItems } from './create-calendar-items.ts';
import { createEventRecords, looseItem } from './create-event-records.ts';
import { recordsOfMeetings } from './records-of-meetings.ts';
import {
  deleteEvents,
  holdEventLinks,
  joinMeetings,
  keepLooseEvents,
  suppressEventLinks,
} from './settle-links.ts';
import type { EventPassContext } from './event-context.ts';
import type { InvitationGuard } from './invitation-guard.ts';
import { handOver } from './hand-over.ts';
import { invitationGuard } from './invitation-guard.ts';
import { keepLosingEventValues } from './keep-losing-event-values.ts';
import { meetingsOfMerges, meetingsTurnedPrivate } from './meetings.ts';
import { planEventPass } from './plan-event-pass.ts';
import type { CalendarChanges } from './read-calendar.ts';
import { comingDates } from './coming-dates.ts';
import { askedUntilKey, readCalendar } from './read-calendar.ts';
import { noteAllowed, releasedItems } from './released-items.ts';
import { writeEventMerges } from './write-event-merges.ts';

/** One pass of one mailbox's events: read, plan, write in chunks, the cursor last. */
export async function passEvents(context: EventPassContext): Promise<PassResult> {
  const { store, claim, userId } = context;
  const openIssues = await store.issues.open(userId, 'Event');
  await adoptRecords(context, openIssues);
  const changes = await readCalendar(context, await releasedItems(context, openIssues));
  const { steps, unclear, follows } = await planEventPass(context, changes);
  const guard = await invitationGuard(context, new Set(changes.asked.approved));
  const before = new Map(changes.links.map((link) => [link.exchangeId as string, link]));
  const held = new Set(
    changes.links.flatMap(({ state, exchangeId, recordId }) =>
      state === 'Live' && !changes.gone.has(exchangeId) ? [recordId] : [],
    ),
  );
  const total = noEffects();
  for (const { id, detail } of changes.malformed)
    total.issues.push(
      openIssue(
        { exchangeId: id, recordId: null, item: 'Event that cannot be read' },
        { code: 'TDM-E-MALFORMED', detail },
      ),
    );
  // What was listed while a copy had to write is no trouble of it any more.
  for (const { exchangeId } of openIssues)
    if (exchangeId !== null && follows.has(exchangeId))
      total.settled.push({ exchangeId, recordId: null, keeps: ['TDM-E-NOT-HANDED-OVER'] });
  for (const id of unclear) total.again.add(id);
  if (unclear.size > 0) total.cursorStays = true;
  const stop = await inChunks(context, steps, total, {
    carryOut: async (chunk, effects) => {
      const mine = await inTurn(context, chunk, held, effects);
      await carryOut(context, mine, changes, guard, effects);
    },
    remember: async (effects) => {
      if (hasNews(effects)) await rememberChunk(context, effects, before, openIssues);
      await guard.remember();
      // Only now do other mailboxes find the links of meetings whose records were made.
      await store.turns.end(claim);
    },
    refused: (effects) => refusedAnew(effects, openIssues),
  });
  await finish(context, changes, total);
  if (!total.cursorStays) await noteAllowed(context);
  return {
    counts: total.counts,
    suppressed: total.suppressed,
    held: total.held + waiting(changes.links, total),
    inFolder: changes.full ? changes.items.size : null,
    again: total.again.size > 0 || total.cursorStays,
    waitMs: total.waitMs,
    progress: steps.length === 0 ? 100 : Math.floor((100 * (steps.length - total.putOff)) / steps.length),
    capped: total.capped,
    stop,
  };
}

/**
 * One mailbox at a time makes the record of a meeting. What another one makes just now is put off to the next pass; what it has
 * made since this pass looked is joined. A second copy of a meeting in one calendar gets no link beside the one that is `held`.
 */
async function inTurn(
  context: EventPassContext,
  steps: readonly EventStep[],
  held: ReadonlySet<RecordId>,
  effects: Effects,
): Promise<readonly EventStep[]> {
  const meetings = steps.flatMap((step) => (step.kind === 'createRecord' ? (step.meeting ?? []) : []));
  const keys = new Map(steps.map((step) => [step, turnKeys(context, step)]));
  const wanted = [...new Set([...keys.values()].flat())].map((key) => ({ key, untilRead: false }));
  if (wanted.length === 0) return steps;
  const had = await context.store.turns.take(context.claim, wanted);
  const late = steps.filter((step) => keys.get(step)?.some((key) => !had.has(key)));
  putOff(late, effects);
  const waiting = new Set(late);
  // Other mailboxes may not know yet that a record is gone in whose place another one is made.
  const gone = new Set(ofKind(steps, 'createRecord').map(({ replaces }) => replaces?.recordId));
  const made = new Map(
    (await context.store.events.meetings(meetings))
      .filter(({ userId, recordId }) => userId !== context.userId && !gone.has(recordId))
      .map(({ meeting, recordId }) => [meeting, recordId]),
  );
  const found = await recordsOfMeetings(
    context,
    ofKind(steps, 'createRecord').filter(
      (step) => !waiting.has(step) && step.meeting !== null && !made.has(step.meeting),
    ),
  );
  return steps.filter((step) => {
    if (waiting.has(step)) return false;
    const recordId =
      step.kind === 'createRecord' && step.meeting !== null
        ? (made.get(step.meeting) ?? found.get(step.meeting))
        : undefined;
    if (recordId === undefined || step.kind !== 'createRecord') return true;
    const { item, meeting } = step;
    if (held.has(recordId)) {
      looseItem(item, effects);
      return false;
    }
    effects.links.push({
      ...newLink(item.id, recordId, 'Event'),
      meeting,
      isOrganizer: item.event.isOrganizer,
    });
    effects.again.add(recordId);
    effects.counts.ExchangeToSalesforce.paired += 1;
    return false;
  });
}

/** What a step may be alone with: a record that it writes, or a meeting, as a date and as a whole, since it may have been a single event a moment ago. */
function turnKeys({ fingerprint }: EventPassContext, step: EventStep): readonly string[] {
  if (step.kind === 'handOver') return [step.link.recordId];
  if (step.kind === 'merge') return Object.keys(step.merge.toSalesforce).length > 0 ? [step.record.id] : [];
  if (step.kind !== 'createRecord' || step.meeting === null) return [];
  return [step.meeting, meetingKey({ ...step.item, series: null }, undefined, fingerprint)];
}

async function carryOut(
  context: EventPassContext,
  steps: readonly EventStep[],
  changes: CalendarChanges,
  guard: InvitationGuard,
  effects: Effects,
): Promise<void> {
  const merges = ofKind(steps, 'merge');
  const kept = new Set<EventStep>(await keepLosingEventValues(context, merges, effects));
  const fresh = await withoutOvertaken(
    context,
    steps.filter((step) => step.kind !== 'merge' || kept.has(step)),
    effects,
  );
  const fused = ofKind(fresh, 'merge');
  await attend(context, meetingsTurnedPrivate(fused), effects);
  const [merged] = await Promise.all([
    writeEventMerges(context, fused, guard, effects),
    createEventRecords(context, ofKind(fresh, 'createRecord'), effects),
    createCalendarItems(context, ofKind(fresh, 'createItem'), effects),
    deleteEvents(context, ofKind(fresh, 'delete'), guard, effects),
    handOver(context, ofKind(fresh, 'handOver'), effects),
  ]);
  await attend(context, meetingsOfMerges(context, fused, merged), effects);
  joinMeetings(ofKind(steps, 'join'), effects);
  suppressEventLinks(ofKind(steps, 'suppress'), effects);
  holdEventLinks(ofKind(steps, 'hold'), changes.gone, effects);
  keepLooseEvents(ofKind(steps, 'loose'), effects);
}

/** Looks once more, just before a chunk is written, at the stamps of records that are about to be overwritten or deleted. */
async function withoutOvertaken(
  { salesforce }: EventPassContext,
  steps: readonly EventStep[],
  effects: Effects,
): Promise<readonly EventStep[]> {
  const premises = new Map(
    steps.flatMap((step) => {
      const premise = premiseOf(step);
      return premise === null ? [] : [[step, premise] as const];
    }),
  );
  if (premises.size === 0) return steps;
  const stamps = await salesforce.events.readStamps([...premises.values()].map(({ id }) => id));
  return steps.filter((step) => {
    const premise = premises.get(step);
    if (premise === undefined || (stamps.get(premise.id) ?? null) === premise.stamp) return true;
    effects.again.add(premise.id);
    effects.cursorStays = true;
    return false;
  });
}

/** The record that a step relies on and the stamp it was read with; null when it must still be gone. */
function premiseOf(step: EventStep): { readonly id: RecordId; readonly stamp: string | null } | null {
  if (step.kind === 'merge') return Object.keys(step.merge.toSalesforce).length === 0 ? null : step.record;
  if (step.kind === 'delete' && step.side === 'Salesforce') return step.record;
  if (step.kind === 'delete' && step.record === null && step.reason !== 'AccessLost')
    return { id: step.link.recordId, stamp: null };
  if (step.kind === 'createRecord' && step.replaces !== null)
    return { id: step.replaces.recordId, stamp: null };
  return null;
}

function ofKind<Kind extends EventStep['kind']>(steps: readonly EventStep[], kind: Kind) {
  return steps.filter((step): step is Extract<EventStep, { kind: Kind }> => step.kind === kind);
}

function hasNews(effects: Effects): boolean {
  const { links, issues, settled, loose, notLoose, intentsDone } = effects;
  return [links, issues, settled, loose, notLoose, intentsDone].some(({ length }) => length > 0);
}

function waiting(links: readonly Link[], total: Effects): number {
  const judged = new Set<ExchangeId>(total.links.map(({ exchangeId }) => exchangeId));
  return links.filter(
    (link) =>
      link.state === 'Live' &&
      (link.pendingExchange ?? link.pendingSalesforce) !== null &&
      !judged.has(link.exchangeId),
  ).length;
}

/** Moves the cursor on, last of all, and empties the inbox of what is done. */
async function finish(
  { store, claim, userId }: EventPassContext,
  changes: CalendarChanges,
  total: Effects,
): Promise<void> {
  const { asked, inbox, cursor, window, entered, unread } = changes;
  const intents = await store.intents.ofMailbox(userId, 'Event');
  const idle = [...intents].filter((recordId) => !total.again.has(recordId));
  if (idle.length > 0) await store.chunks.remember(claim, { ...nothingDone, intentsDone: idle });
  await store.inbox.put(userId, 'Event', [...total.again]);
  await store.inbox.remove(
    claim,
    inbox.filter(({ recordId }) => !total.again.has(recordId)),
  );
  if (total.cursorStays) return;
  const open = total.again.size > 0 ? asked : { approved: [], items: [] };
  if (asked.approved.length + asked.items.length + unread.size > 0)
    await keepAsked(store, userId, { ...open, items: [...open.items, ...unread] }, 'Event');
  const coming = comingDates(changes);
  if (coming.length > 0) await store.events.rememberSeries(claim, coming);
  if (entered !== null && total.again.size === 0) await store.meta.set(askedUntilKey(userId), entered.until);
  await store.events.updateCalendar(claim, {
    cursor,
    windowFrom: window.from,
    windowUntil: window.until,
  });
}
