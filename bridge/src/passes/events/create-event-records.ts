import type { RecordId } from '../../domain/ids.ts';
import { openIssue } from '../../domain/issue.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import type { CreateRecordStep } from '../../sync/events/event-step.ts';
import { timeOf } from '../../sync/events/event-time.ts';
import { recordWrite } from '../../sync/events/record-write.ts';
import { recordKeyOf } from '../../sync/identity.ts';
import { narrow } from '../../sync/mapping/canonical.ts';
import { printsAfter } from '../../sync/merge/merge-contact.ts';
import type { Effects } from '../contacts/effects.ts';
import { noteWait } from '../contacts/effects.ts';
import { ended } from '../contacts/end-links.ts';
import { nothingDone } from '../contacts/remember.ts';
import type { EventPassContext } from './event-context.ts';
import { eventName } from './event-name.ts';
import { eventRefused } from './event-refused.ts';
import { relatedTo } from './related.ts';

/** How long to wait before a record is looked for that may have been made: it can be seen a little after it was. */
const settleMs = 30_000;

/**
 * Gives items of the calendar records of their own, owned by the mailbox's user. A record's key is not unique, so that an item
 * is remembered before its record is made: the next pass looks for a record of its key before it makes another one.
 */
export async function createEventRecords(
  context: EventPassContext,
  steps: readonly CreateRecordStep[],
  effects: Effects,
): Promise<void> {
  if (steps.length === 0) return;
  const { store, claim, salesforce, exchangeUserId, userId } = context;
  await store.chunks.remember(claim, {
    ...nothingDone,
    loose: steps.map(({ item }) => ({ exchangeId: item.id, emailKeys: [], nameKey: null })),
  });
  const related = await relatedTo(context, steps);
  const create = (some: readonly CreateRecordStep[], who: typeof related) =>
    salesforce.events.create(
      some.map((step) => ({
        key: recordKeyOf(exchangeUserId, step.item.id),
        fields: { ...fieldsOf(context, step), OwnerId: userId },
        who: who.get(step) ?? [],
      })),
    );
  const outcomes = [...(await create(steps, related))];
  // An event whose relations are refused is made without them: nothing of it was made yet.
  const alone = steps.filter((step, index) => {
    const outcome = outcomes[index];
    return (
      outcome?.ok === false && outcome.refusal.kind === 'refused' && (related.get(step)?.length ?? 0) > 0
    );
  });
  const again = alone.length === 0 ? [] : await create(alone, new Map());
  alone.forEach((step, index) => {
    const outcome = again[index];
    if (outcome !== undefined) outcomes[steps.indexOf(step)] = outcome;
  });
  steps.forEach((step, index) => {
    const outcome = outcomes[index];
    if (outcome === undefined) return;
    if (outcome.ok) return created(context, step, outcome.done, effects);
    noteWait(effects, outcome.refusal);
    if (outcome.refusal.kind === 'refused') return refused(step, outcome.refusal, effects);
    effects.cursorStays = true;
    if (outcome.refusal.kind === 'unknown') effects.waitMs = Math.max(effects.waitMs, settleMs);
  });
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
  if (replaces !== null) effects.links.push(ended(replaces, 'DeletedByPolicy'));
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
  effects.settled.push({ exchangeId: item.id, recordId: replaces?.recordId ?? recordId, keeps: [] });
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
  effects.loose.push({ exchangeId: item.id, emailKeys: [], nameKey: null });
}
