import type { ExchangeId, RecordId, UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import type { ItemSighting, RecordSighting } from '../../sync/events/event-sighting.ts';
import { recordValues } from '../../sync/events/event-values.ts';
import { itemScope } from '../../sync/events/item-scope.ts';
import { differs } from '../../sync/plan/situation-of.ts';
import { isLost } from '../lost-record.ts';
import { accessToEvents } from '../record-access.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import { knownEvent } from './known-event.ts';
import { readItems } from './read-items.ts';

/** What was found out about the records that a pass looks at. */
export interface RecordSightings {
  readonly salesforce: ReadonlyMap<RecordId, RecordSighting>;
  readonly known: ReadonlyMap<RecordId, KnownEvent>;
  /** Records that vanished between two reads; they are looked at again in the next pass. */
  readonly unclear: ReadonlySet<RecordId>;
}

/** The fields that are read of each event, whatever is mapped. */
const standardFields = [
  'Subject',
  'Location',
  'Description',
  'ShowAs',
  'IsPrivate',
  'IsReminderSet',
  'ReminderDateTime',
];

export function fieldsOf({ mapping }: EventPassContext): readonly string[] {
  const mapped = mapping.fields.map(({ field }) => field).filter((field) => field !== 'StartDateTime');
  return [...new Set([...standardFields, ...mapped])];
}

/** Live links of which at least one side has to be compared, and ended ones whose item or record shows itself again. */
export function touchedLinks({ links, items, gone, aside, records, full }: CalendarChanges): readonly Link[] {
  const live = new Set(links.flatMap((link) => (link.state === 'Live' ? [link.recordId] : [])));
  return links.filter((link) => {
    const shown = items.has(link.exchangeId) || records.has(link.recordId);
    if (link.state === 'Live')
      return shown || full || gone.has(link.exchangeId) || aside.has(link.exchangeId);
    return shown && !live.has(link.recordId) && link.reason !== 'Ignored' && link.reason !== 'Duplicate';
  });
}

/** Looks at records by id: alive with their values, hidden from the user, or deleted and by whom. */
export async function lookAtRecords(
  context: EventPassContext,
  ids: readonly RecordId[],
): Promise<RecordSightings> {
  return lookAtKnown(context, await knownEvents(context, [...new Set(ids)]), ids);
}

/** The same where what is known of the records was just read. */
export async function lookAtKnown(
  context: EventPassContext,
  known: ReadonlyMap<RecordId, KnownEvent>,
  ids: readonly RecordId[] = [...known.keys()],
): Promise<RecordSightings> {
  const unique = [...new Set(ids)];
  const { salesforce, userId } = context;
  const alive = unique.filter((id) => known.get(id)?.deleted !== true);
  const events =
    alive.length === 0 ? new Map<RecordId, never>() : await salesforce.events.read(alive, fieldsOf(context));
  const access = await accessToEvents(
    context,
    [...events.values()].map(({ id, ownerId, stamp }) => ({ recordId: id, ownerId, stamp })),
  );
  const sightings = new Map<RecordId, RecordSighting>();
  const unclear = new Set<RecordId>();
  for (const id of unique) {
    const event = events.get(id);
    const may = access.get(id);
    if (event && may?.read === false) sightings.set(id, { kind: 'hidden' });
    else if (event && may) sightings.set(id, { kind: 'present', record: event, access: may });
    else if (known.get(id)?.deleted)
      sightings.set(id, { kind: 'gone', how: howDeleted(known.get(id), userId) });
    else unclear.add(id);
  }
  return { salesforce: sightings, known, unclear };
}

/**
 * What is known of the events. Those that the org's reader has not met are asked for, and some are in no list at all; so are
 * those that were in none when it looked, for that may have been an empty answer.
 */
async function knownEvents(
  { store, salesforce, fingerprint }: EventPassContext,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, KnownEvent>> {
  const known = await store.events.get(ids);
  const strangers = ids.filter((id) => isLost(known.get(id)));
  if (strangers.length === 0) return known;
  const found = (await salesforce.events.readKeys(strangers)).map((keys) =>
    knownEvent(keys, fingerprint, salesforce.serverTime()),
  );
  await store.events.remember(found, true);
  return new Map([...known, ...found.map((event) => [event.recordId, event] as const)]);
}

/** Reads the items of links whose record changed or is gone, since what is there decides what may be written. */
export async function lookAtItems(
  context: EventPassContext,
  changes: CalendarChanges,
  links: readonly Link[],
  { salesforce }: RecordSightings,
): Promise<void> {
  const wanted = links.filter((link) => {
    if (link.state === 'Suppressed' || link.pendingExchange !== null) return true;
    const record = salesforce.get(link.recordId);
    if (record === undefined) return false;
    if (record.kind !== 'present') return true;
    if (link.madeBy === 'Exchange' && record.record.ownerId !== context.userId) return true;
    return differs(
      recordValues(record.record, context.mapping),
      link.salesforcePrints,
      context.mapping,
      context.fingerprint,
    );
  });
  await readItems(
    context,
    changes,
    wanted.map(({ exchangeId }) => exchangeId),
  );
}

/** What was seen of a linked item; null when nothing was, or when it lies outside of what is synced. */
export function itemSighting(
  { policy }: EventPassContext,
  { items, gone }: CalendarChanges,
  id: ExchangeId,
): ItemSighting | null {
  const item = items.get(id);
  if (item === undefined) {
    const how = gone.get(id);
    return how === undefined ? null : { kind: 'gone', how };
  }
  const scope = itemScope(item, policy);
  switch (scope.kind) {
    case 'syncs':
    case 'cannot':
      return { kind: 'present', item, masked: scope.masked };
    case 'leftOut':
      if (scope.why === 'Private') return { kind: 'hidden', item };
      if (scope.why === 'Cancelled') return { kind: 'gone', how: 'Deleted' };
      return scope.why === 'Unmarked' ? { kind: 'gone', how: 'MovedOut' } : null;
  }
}

function howDeleted(known: KnownEvent | undefined, userId: UserId) {
  const by = known?.lastModifiedBy ?? null;
  if (by === null) return 'DeletedUnseen';
  return by === userId ? 'DeletedByUser' : 'DeletedByOther';
}
