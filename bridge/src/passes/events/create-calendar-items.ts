import { createHash } from 'node:crypto';
import type { ExchangeEvent, SalesforceEvent } from '../../domain/event.ts';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { openIssue } from '../../domain/issue.ts';
import type { ExchangeProperties } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { withMark } from '../../sync/events/categories.ts';
import { singleItem } from '../../sync/events/event-item.ts';
import type { CreateItemStep } from '../../sync/events/event-step.ts';
import { itemValues, recordValues } from '../../sync/events/event-values.ts';
import { itemWrite } from '../../sync/events/item-write.ts';
import { printsOfAlike } from '../../sync/events/prints-of-alike.ts';
import { meetingKey } from '../../sync/events/match-key.ts';
import { markerOf } from '../../sync/identity.ts';
import { printsAfter } from '../../sync/merge/merge-values.ts';
import { allEnd } from '../effects/all-end.ts';
import type { Effects } from '../effects/effects.ts';
import { noteWait } from '../effects/effects.ts';
import { ended } from '../effects/ended.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { eventName } from './event-name.ts';
import { eventRefused } from './event-refused.ts';
import type { InvitationGuard } from './invitation-guard.ts';

/** What the items of a pass are made with. */
interface Making {
  /** The items that have or get a link: none of them is given to another record. */
  readonly held: ReadonlySet<ExchangeId>;
  readonly changes: CalendarChanges;
  readonly guard: Pick<InvitationGuard, 'ofCreate'>;
}

/**
 * Gives records events of their own in the calendar, without attendees, so that nobody is mailed. An intent is written before;
 * where an earlier create may have been carried out without an answer, it is looked up by its marker first, and Exchange itself
 * makes no second event of one transaction. In a full round it may have been made before a reset, and have been moved out of the
 * window since.
 */
export async function createCalendarItems(
  context: EventPassContext,
  steps: readonly CreateItemStep[],
  { held, changes, guard }: Making,
  effects: Effects,
): Promise<void> {
  if (steps.length === 0) return;
  const [doubtful, markers, zone] = await allEnd([
    intend(context, steps),
    changes.full ? changes.markers() : new Map<ExchangeId, string>(),
    changes.zone(),
  ]);
  const marked = new Set(markers.values());
  const open: CreateItemStep[] = [];
  for (const step of steps) {
    const { id } = step.record;
    const mayBeThere = doubtful.has(id) || step.replaces !== null || marked.has(markerOf(context.orgId, id));
    const there = mayBeThere ? await find(context, step, held) : null;
    if (there === null) open.push(step);
    else adopted(context, step, there, effects);
  }
  if (open.length === 0) return;
  const attempts = open.map((step) => ({
    step,
    former: step.replaces?.exchangeId ?? null,
    properties: guard.ofCreate(step, written(context, step, zone)),
  }));
  const outcomes = await create(context, attempts, held);
  for (const [index, step] of open.entries()) {
    const outcome = outcomes[index];
    if (outcome)
      await settle(context, step, outcome, { wasTried: doubtful.has(step.record.id), held }, effects);
  }
}

/** Notes that these records get events; of which of them that was noted before. */
async function intend(
  { store, claim, userId }: EventPassContext,
  steps: readonly CreateItemStep[],
): Promise<ReadonlySet<RecordId>> {
  const before = await store.intents.ofMailbox(userId, 'Event');
  await store.intents.add(
    claim,
    steps.map(({ record }) => record.id),
  );
  return before;
}

/** A record that gets an event, and the one that it had before. */
interface Attempt {
  readonly step: CreateItemStep;
  readonly former: ExchangeId | null;
  readonly properties: ExchangeProperties;
}

/**
 * Of a record that was deleted and came back, Exchange answers with the event that it had before. Where that one went on with the
 * record that was made in its place, another one is made.
 */
async function create(
  context: EventPassContext,
  attempts: readonly Attempt[],
  held: ReadonlySet<ExchangeId>,
): Promise<readonly (Outcome<ExchangeEvent> | undefined)[]> {
  const outcomes = await context.calendar.createEvents(
    attempts.map(({ step, former, properties }) => ({
      properties,
      marker: markerOf(context.orgId, step.record.id),
      transactionId: transactionOf(context, step.record, former),
    })),
  );
  const others = new Map(
    outcomes.flatMap((outcome, index) =>
      outcome.ok && held.has(outcome.done.id) ? [[index, outcome.done.id] as const] : [],
    ),
  );
  if (others.size === 0) return outcomes;
  const anew = [...others].map(([index, former]) => ({ ...attempts[index]!, former }));
  const again = (await create(context, anew, held)).values();
  return outcomes.map((outcome, index) => (others.has(index) ? again.next().value : outcome));
}

/** Where only marked events sync, a new one is marked, or it would count as one that a person took out. */
function written(context: EventPassContext, step: CreateItemStep, zone: string): ExchangeProperties {
  const item = { zone, properties: {}, text: '', categories: [] };
  const properties = itemWrite(outgoing(context, step), context.mapping, item);
  if (context.policy.selection === 'All') return properties;
  return { ...properties, categories: withMark((properties.categories ?? []) as readonly string[]) };
}

/** What a new item gets: everything that may flow to Exchange and is not empty; without a reminder it has none. */
function outgoing({ mapping }: EventPassContext, { values }: CreateItemStep) {
  return Object.fromEntries(
    mapping.fields.flatMap(({ field, direction }) => {
      const value = values[field] ?? null;
      if (direction === 'ToSalesforce' || (value === null && field !== 'ReminderDateTime')) return [];
      return [[field, value] as const];
    }),
  );
}

/**
 * One for each event that a record gets in this mailbox: another one when its item was deleted and it is made anew, and for
 * each org, since a sandbox has the ids of its production.
 */
function transactionOf(
  { exchangeUserId, orgId }: EventPassContext,
  { id }: SalesforceEvent,
  former: ExchangeId | null,
): string {
  const words = [exchangeUserId, orgId, id, former ?? ''].join('|');
  return createHash('sha256').update(words).digest('hex').slice(0, 32);
}

async function settle(
  context: EventPassContext,
  step: CreateItemStep,
  outcome: Outcome<ExchangeEvent>,
  { wasTried, held }: { readonly wasTried: boolean; readonly held: ReadonlySet<ExchangeId> },
  effects: Effects,
): Promise<void> {
  // After an earlier try Exchange may answer with the event of that one, which a person may have changed since. One that is a series
  // by now is of such a try, also where a reset forgot it.
  if (outcome.ok) {
    const isEarlier = wasTried || outcome.done.type !== 'singleInstance';
    return (isEarlier ? adopted : created)(context, step, outcome.done, effects);
  }
  const { refusal } = outcome;
  noteWait(effects, refusal);
  if (refusal.kind === 'refused') {
    const about = { exchangeId: null, recordId: step.record.id, item: eventName(null, step.record) };
    effects.issues.push(openIssue(about, eventRefused('Exchange', refusal)));
    effects.settled.push({ exchangeId: null, recordId: step.record.id, keeps: [] });
    effects.intentsDone.push(step.record.id);
    return;
  }
  // No answer came: the event may be there. What cannot be found now is looked up again before the next try.
  const made = refusal.kind === 'unknown' ? await find(context, step, held) : null;
  if (made !== null) return adopted(context, step, made, effects);
  effects.again.add(step.record.id);
  // That the old item is gone must be told again.
  if (step.replaces !== null) effects.cursorStays = true;
}

/** The record's own event that no link knows; null when there is none. A copy that a user made carries the marker too. */
async function find(
  context: EventPassContext,
  { record }: CreateItemStep,
  held: ReadonlySet<ExchangeId>,
): Promise<ExchangeEvent | null> {
  const marked = await context.calendar.findByMarker(markerOf(context.orgId, record.id));
  return marked.find(({ id, type }) => type === 'singleInstance' && !held.has(id)) ?? null;
}

/** An event of an earlier try, which people may have changed since: the next pass compares with the record what differs. */
function adopted(
  context: EventPassContext,
  { record, replaces }: CreateItemStep,
  event: ExchangeEvent,
  effects: Effects,
): void {
  if (replaces !== null) effects.links.push(ended(replaces, 'DeletedByPolicy'));
  const { mapping, fingerprint } = context;
  const item = singleItem(event);
  effects.links.push({
    ...newLink(event.id, record.id, 'Event'),
    // One that a person made a series since is no item of its own, which the next pass only sees when it looks.
    ...(event.type === 'singleInstance' && printsOfAlike(item, record, mapping, fingerprint)),
    meeting: meetingKey(item, undefined, fingerprint),
    isOrganizer: true,
  });
  effects.intentsDone.push(record.id);
  effects.again.add(record.id);
  effects.settled.push({ exchangeId: event.id, recordId: record.id, keeps: [] });
}

function created(
  context: EventPassContext,
  { record, replaces }: CreateItemStep,
  event: ExchangeEvent,
  effects: Effects,
): void {
  const { mapping, fingerprint } = context;
  const link: Link = {
    ...newLink(event.id, record.id, 'Event'),
    meeting: meetingKey(singleItem(event), undefined, fingerprint),
    isOrganizer: true,
    madeBy: 'Exchange',
    etag: event.etag ?? null,
    exchangePrints: printsAfter(itemValues(singleItem(event), false, mapping), mapping, fingerprint),
    salesforcePrints: printsAfter(recordValues(record, mapping), mapping, fingerprint),
    lastSynced: context.now().toISOString(),
    lastSyncedFrom: 'Salesforce',
  };
  if (replaces !== null) effects.links.push(ended(replaces, 'DeletedByPolicy'));
  effects.links.push(link);
  effects.intentsDone.push(record.id);
  effects.counts.SalesforceToExchange.created += 1;
  effects.settled.push({ exchangeId: event.id, recordId: record.id, keeps: [] });
}
