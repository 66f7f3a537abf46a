import type { RelatedId } from '../../domain/attendance.ts';
import type { Fingerprint, RecordId } from '../../domain/ids.ts';
import { openIssue } from '../../domain/issue.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import type { CreateRecordStep } from '../../sync/events/event-step.ts';
import { timeOf } from '../../sync/events/event-time.ts';
import { recordWrite } from '../../sync/events/record-write.ts';
import { narrow } from '../../sync/mapping/canonical.ts';
import { printsAfter } from '../../sync/merge/merge-values.ts';
import type { Effects } from '../effects/effects.ts';
import { noteWait } from '../effects/effects.ts';
import { nothingDone } from '../effects/remember.ts';
import type { EventPassContext } from './event-context.ts';
import { eventName, reducedName } from './event-name.ts';
import { eventRecordKey } from './event-record-key.ts';
import { eventRefused } from './event-refused.ts';
import { endReplaced, withoutMade } from './made-anew.ts';
import type { Meeting } from './attend.ts';
import { attend } from './attend.ts';
import { peopleAt, relatesAttendees } from './meetings.ts';
import { whoAttends } from './related.ts';

/** How long to wait before a record is looked for that may have been made: it can be seen a little after it was. */
const settleMs = 30_000;

/**
 * Gives items of the calendar records of their own, owned by the mailbox's user. A record's key is not unique, so that an item
 * is remembered before its record is made: the next pass looks for a record of its key before it makes another one. It is that of
 * the meeting and date, so that another mailbox finds it too.
 */
export async function createEventRecords(
  context: EventPassContext,
  wanted: readonly CreateRecordStep[],
  effects: Effects,
): Promise<void> {
  if (wanted.length === 0) return;
  const { store, claim, salesforce, userId } = context;
  const steps = await withoutMade(context, wanted, effects);
  if (steps.length === 0) return;
  await store.chunks.remember(claim, {
    ...nothingDone,
    loose: steps.map(({ item, meeting }) => ({ exchangeId: item.id, emailKeys: [], nameKey: null, meeting })),
  });
  const seen = await meetingsOf(context, steps);
  const create = (some: readonly CreateRecordStep[], withWho: boolean) =>
    salesforce.events.create(
      some.map((step) => {
        const madeWith = withWho ? (seen.get(step)?.madeWith ?? null) : null;
        return {
          key: eventRecordKey(context, step),
          fields: {
            ...fieldsOf(context, step),
            OwnerId: userId,
            ...(madeWith === null ? {} : { WhoId: madeWith }),
          },
        };
      }),
    );
  const outcomes = [...(await create(steps, true))];
  // An event whose contact or lead is refused is made without: nothing of it was made yet.
  const alone = steps.filter((step, index) => {
    const outcome = outcomes[index];
    const madeWith = seen.get(step)?.madeWith ?? null;
    return outcome?.ok === false && outcome.refusal.kind === 'refused' && madeWith !== null;
  });
  const again = alone.length === 0 ? [] : await create(alone, false);
  alone.forEach((step, index) => {
    const outcome = again[index];
    if (outcome !== undefined) outcomes[steps.indexOf(step)] = outcome;
  });
  const meetings: Meeting[] = [];
  steps.forEach((step, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) return;
    if (outcome.ok) {
      const one = seen.get(step);
      const madeWith = alone.includes(step) ? null : (one?.madeWith ?? null);
      const record = { id: outcome.done, ownerId: userId, whoId: madeWith };
      // The row of a link that goes on with another record may list others than those who attend now.
      const isLinkedAnew = step.replaces !== null;
      const about = { exchangeId: step.item.id, record, stamp: null, asksAnew: false, madeWith };
      if (one !== undefined && (one.people.length > 0 || isLinkedAnew))
        meetings.push({ ...one, ...about, isLinkedAnew });
      return created(context, step, outcome.done, effects);
    }
    noteWait(effects, outcome.refusal);
    if (outcome.refusal.kind === 'refused') return refused(step, outcome.refusal, effects);
    effects.cursorStays = true;
    if (outcome.refusal.kind === 'unknown') effects.waitMs = Math.max(effects.waitMs, settleMs);
  });
  await attend(context, meetings, effects);
}

/** With whom the meetings of new records are, and the contact or lead that each record is made with. */
async function meetingsOf(context: EventPassContext, steps: readonly CreateRecordStep[]) {
  const { userId } = context;
  const sought = (relatesAttendees(context) ? steps : []).map((step) => ({
    step,
    ownerId: userId,
    strangers: peopleAt(context, step.item, step.masked),
    unmatched: [],
  }));
  const found = await whoAttends(context, sought);
  return new Map(
    sought.map((one) => {
      const who = [...(found.get(one)?.values() ?? [])].filter((id) => !id.startsWith('005'));
      const madeWith = who.find((id) => id.startsWith('003')) ?? who[0] ?? null;
      return [
        one.step,
        { people: one.strangers, found: found.get(one) ?? new Map<Fingerprint, RelatedId>(), madeWith },
      ];
    }),
  );
}

function fieldsOf(context: EventPassContext, step: CreateRecordStep) {
  const values = narrowed(context, step);
  return recordWrite(values, values, timeOf(values.StartDateTime ?? null) ?? step.item.time);
}

function narrowed({ mapping }: EventPassContext, { values }: CreateRecordStep) {
  return Object.fromEntries(
    mapping.fields.flatMap(({ field, direction, describe, editable }) => {
      const value = values[field] ?? null;
      const flows = direction !== 'ToExchange' && describe.createable && editable;
      return value === null || !flows ? [] : [[field, narrow(value, describe)] as const];
    }),
  );
}

function created(
  context: EventPassContext,
  step: CreateRecordStep,
  recordId: RecordId,
  effects: Effects,
): void {
  const { mapping, fingerprint } = context;
  const { item, values, meeting, replaces } = step;
  const taken = narrowed(context, step);
  const link: Link = {
    ...newLink(item.id, recordId, 'Event'),
    meeting,
    isOrganizer: item.event.isOrganizer,
    madeBy: 'Salesforce',
    etag: item.event.etag ?? null,
    exchangePrints: printsAfter(values, mapping, fingerprint),
    salesforcePrints: known(printsAfter({ ...empty, ...taken }, mapping, fingerprint), {
      ...empty,
      ...taken,
    }),
    lastSynced: context.now().toISOString(),
    lastSyncedFrom: 'Exchange',
  };
  endReplaced(step, effects);
  effects.links.push(link);
  effects.notLoose.push(item.id);
  effects.counts.ExchangeToSalesforce.created += 1;
  const about = { exchangeId: item.id, recordId, item: eventName(item, null) };
  for (const { field, describe } of mapping.fields) {
    const whole = values[field] ?? null;
    if (whole === null || !(field in taken) || narrow(whole, describe) === whole) continue;
    const extras = { length: whole.length, limit: describe.length };
    const detail = `${whole.length} characters; ${field} holds ${describe.length}.`;
    effects.issues.push(openIssue(about, { code: 'TDM-E-CLIPPED', field, detail, extras }));
  }
  effects.settled.push({
    exchangeId: item.id,
    recordId: replaces?.recordId ?? recordId,
    keeps: [],
    ...reducedName(item),
  });
}

/** What a new event has where nothing is said. */
const empty = { Location: null, Description: null, ReminderDateTime: null };

/** Only what was written, or left empty, is known; defaults that the org fills in are compared when the record is read. */
function known<Part>(prints: Readonly<Record<string, Part>>, fields: object): Readonly<Record<string, Part>> {
  return Object.fromEntries(Object.entries(prints).filter(([field]) => field in fields));
}

function refused(
  { item }: CreateRecordStep,
  refusal: Parameters<typeof eventRefused>[1],
  effects: Effects,
): void {
  looseItem(item, effects);
  const about = { exchangeId: item.id, recordId: null, item: eventName(item, null) };
  effects.issues.push(openIssue(about, eventRefused('Salesforce', refusal)));
  effects.settled.push({ exchangeId: item.id, recordId: null, keeps: [] });
}

/** Remembers an item that gets no link. */
export function looseItem(item: EventItem, effects: Effects): void {
  effects.loose.push({ exchangeId: item.id, emailKeys: [], nameKey: null, meeting: null });
}
