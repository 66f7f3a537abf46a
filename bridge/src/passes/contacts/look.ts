import type { ExchangeId, RecordId, UserId } from '../../domain/ids.ts';
import type { ExchangeContact, SalesforceContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import type { KnownRecord } from '../../store/store.ts';
import type { Attention, Seen } from '../../sync/plan/attention.ts';
import { howGone } from '../../sync/plan/attention.ts';
import { needsExchange } from '../../sync/plan/needs-exchange.ts';
import type { ExchangeSighting, SalesforceSighting } from '../../sync/plan/sighting.ts';
import type { MatchingContacts } from '../../salesforce/salesforce.ts';
import type { PassContext } from '../pass-context.ts';
import { isLost } from '../lost-record.ts';
import { accessTo } from '../record-access.ts';
import { conditionOf, whatGoesOut } from './going-out.ts';
import { knownRecord } from './known-record.ts';
import type { Changes } from './read-changes.ts';

/** What was found out about the items and records that a pass looks at. */
export interface Sightings {
  readonly exchange: ReadonlyMap<ExchangeId, ExchangeSighting>;
  readonly salesforce: ReadonlyMap<RecordId, SalesforceSighting>;
  readonly known: ReadonlyMap<RecordId, KnownRecord>;
  /** Records that vanished between two reads; they are looked at again in the next pass. */
  readonly unclear: ReadonlySet<RecordId>;
}

/**
 * Reads the current state of both items of each link, asking only for what is not known yet. `waiting`: items with a change
 * that the user could not make in Salesforce, or with a company that had no account.
 */
export async function lookAt(
  context: PassContext,
  seen: Changes,
  { links, verify }: Attention,
  waiting: ReadonlySet<ExchangeId>,
): Promise<Sightings> {
  const [records, found] = await Promise.all([
    lookAtRecords(
      context,
      links.map(({ recordId }) => recordId),
    ),
    readItems(context, verify),
  ]);
  const exchange = new Map<ExchangeId, ExchangeSighting>();
  const unread: ExchangeId[] = [];
  for (const link of links) {
    const contact = seen.contacts.get(link.exchangeId);
    if (contact) exchange.set(link.exchangeId, { kind: 'present', contact });
    else if (found.has(link.exchangeId))
      exchange.set(link.exchangeId, sightingOf(context, link, seen, found.get(link.exchangeId)));
    else {
      const record = records.salesforce.get(link.recordId);
      if (record && mustReadItem(context, link, record, { waiting, moved: seen.moved }))
        unread.push(link.exchangeId);
    }
  }
  const late = await readItems(context, unread);
  for (const link of links)
    if (late.has(link.exchangeId))
      exchange.set(link.exchangeId, sightingOf(context, link, seen, late.get(link.exchangeId)));
  // An item that exists but cannot be read now is neither here nor gone.
  const blind = new Set([...verify, ...unread].filter((id) => !exchange.has(id)));
  const unclear = new Set(records.unclear);
  for (const link of links) if (blind.has(link.exchangeId)) unclear.add(link.recordId);
  return { ...records, exchange, unclear };
}

function mustReadItem(
  { mapping, fingerprint }: PassContext,
  link: Link,
  record: SalesforceSighting,
  { waiting, moved }: Readonly<Record<'waiting' | 'moved', ReadonlySet<ExchangeId>>>,
): boolean {
  // Before a copy is removed because its record is gone, or a merge overwrites it, its values must be known.
  if (record.kind !== 'present' || moved.has(link.exchangeId)) return true;
  return (
    (record.inFilter === false && link.inFilter) ||
    (record.access.edit && waiting.has(link.exchangeId)) ||
    needsExchange(link, record.record, mapping, fingerprint)
  );
}

/** Looks at records by id: alive with their values, hidden from the user, or deleted and by whom. */
export async function lookAtRecords(
  context: PassContext,
  ids: readonly RecordId[],
): Promise<Pick<Sightings, 'salesforce' | 'known' | 'unclear'>> {
  const unique = [...new Set(ids)];
  const known = await knownRecords(context, unique);
  const alive = unique.filter((id) => known.get(id)?.deleted === false);
  const { contacts, matching } = await readRecords(context, alive);
  const access = await accessTo(
    context,
    [...contacts.values()].map(({ id, ownerId, stamp }) => ({ recordId: id, ownerId, stamp })),
  );
  const visible = [...contacts.values()].filter(({ id }) => access.get(id)?.read === true);
  const goesOut = await whatGoesOut(context, visible, matching);
  const salesforce = new Map<RecordId, SalesforceSighting>();
  const unclear = new Set<RecordId>();
  for (const id of unique) {
    const record = known.get(id);
    const contact = contacts.get(id);
    const may = access.get(id);
    if (record === undefined || record.deleted)
      salesforce.set(id, { kind: 'gone', how: howDeleted(record?.lastModifiedBy ?? null, context) });
    else if (contact && may?.read === false) salesforce.set(id, { kind: 'hidden' });
    else if (contact && may) {
      const inFilter = goesOut.get(id) ?? null;
      const seen = withoutPlaceholder(context, contact);
      salesforce.set(id, { kind: 'present', record: seen, inFilter, access: may });
    } else unclear.add(id);
  }
  return { salesforce, known, unclear };
}

/**
 * What is known of the records. Those that the org's reader has not met are asked for, and some are in no list at all; so are
 * those that were in none when it looked, for that may have been an empty answer.
 */
async function knownRecords(
  { store, salesforce, fingerprint }: PassContext,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, KnownRecord>> {
  const known = await store.records.get(ids);
  const strangers = ids.filter((id) => isLost(known.get(id)));
  if (strangers.length === 0) return known;
  const found = (await salesforce.readContactKeys(strangers)).map((keys) =>
    knownRecord(keys, fingerprint, salesforce.serverTime()),
  );
  await store.records.remember(found, 'Contact');
  return new Map([...known, ...found.map((record) => [record.recordId, record] as const)]);
}

function howDeleted(by: UserId | null, { userId }: PassContext) {
  if (by === null) return 'DeletedUnseen';
  return by === userId ? 'DeletedByUser' : 'DeletedByOther';
}

/** Records as they are now, and which of them meet the filter; null where there is none, or where it is not to be asked. */
async function readRecords(
  context: PassContext,
  ids: readonly RecordId[],
): Promise<{
  readonly contacts: ReadonlyMap<RecordId, SalesforceContact>;
  readonly matching: MatchingContacts | null;
}> {
  if (ids.length === 0) return { contacts: new Map(), matching: null };
  const { salesforce, mapping } = context;
  const fields = [...mapping.fields.map(({ field }) => field), 'Tandem_Key__c'];
  const condition = conditionOf(context);
  return condition === null
    ? { contacts: await salesforce.readContacts(ids, fields), matching: null }
    : salesforce.readSelectedContacts({ ids, fields, condition });
}

/** The placeholder account stands for no company, so that its name never takes the place of the company in Exchange. */
function withoutPlaceholder({ policy }: PassContext, record: SalesforceContact): SalesforceContact {
  if (record.accountId === null || record.accountId !== policy.placeholderAccount) return record;
  return { ...record, values: { ...record.values, AccountId: null } };
}

async function readItems(
  { exchange, mapping }: PassContext,
  ids: readonly ExchangeId[],
): Promise<ReadonlyMap<ExchangeId, ExchangeContact | null>> {
  if (ids.length === 0) return new Map();
  const found = await exchange.readContacts(ids, mapping.properties);
  return new Map([...found].map(([id, item]) => [id, item?.contact ?? null]));
}

/** What a contact that was read by id says of its link; null or undefined when it does not exist. */
export function sightingOf(
  { folderId }: PassContext,
  link: Pick<Link, 'exchangeId' | 'pendingExchange'>,
  seen: Seen,
  contact: ExchangeContact | null | undefined,
): ExchangeSighting {
  if (!contact) return { kind: 'gone', how: howGone(link, seen) };
  return contact.parentFolderId === folderId
    ? { kind: 'present', contact }
    : { kind: 'gone', how: 'MovedOut' };
}
