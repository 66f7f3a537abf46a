import { plain, sameIgnoringCase } from './compare.ts';
import { addressesOf, MAPPED_FIELDS, textAt } from './fields.ts';
import type { MappedField } from './fields.ts';
import type { Entry, Ledger } from './ledger.ts';
import { accountName, hasCompanyIssue, livePairs, waits } from './snapshot.ts';
import type { ExchangeContact, Pair, SalesforceContact, Snapshot, Violation } from './snapshot.ts';

/**
 * I4: every value that a person entered is on both sides, or kept in an issue. A value that a person replaced later,
 * knowing it, need not be kept; a value in a contact that a person deleted afterwards neither. What is not mapped has
 * to stay on its own side.
 */
export function nothingLost(snapshot: Snapshot, ledger: Ledger, unmapped: readonly string[]): Violation[] {
  const world = createView(snapshot, ledger, unmapped);
  return ledger.entries
    .filter(
      (entry) => plain(entry.value) !== '' && !world.isReplaced(entry) && !world.isDeletedByPeople(entry),
    )
    .flatMap((entry) => world.placesWithout(entry).map((place) => lost(entry, place)));
}

function lost(entry: Entry, place: string): Violation {
  const value = entry.value.length > 60 ? `${entry.value.slice(0, 60)}…` : entry.value;
  const what = `${entry.name} ${JSON.stringify(value)}, entered in ${entry.side} into ${entry.item}`;
  return { invariant: 'I4', sentence: `${what}, is not in ${place} and in no issue` };
}

/** Outlook makes these anew when a part of the name changes. */
const SHOWN_NAMES = ['displayName', 'fileAs'];
const NAME_PARTS = ['title', 'givenName', 'middleName', 'surname', 'generation'];

interface View {
  isReplaced(entry: Entry): boolean;
  isDeletedByPeople(entry: Entry): boolean;
  placesWithout(entry: Entry): string[];
}

function createView(snapshot: Snapshot, ledger: Ledger, unmapped: readonly string[]): View {
  const pairsOf = byEnd(livePairs(snapshot));
  const entriesOf = Map.groupBy(ledger.entries, ({ item }) => item);
  const places = new Map(ledger.entries.map((entry, index) => [entry, index]));
  const placeOf = (entry: Entry) => places.get(entry) ?? 0;
  const clusters = clustersOf(snapshot);
  const clusterOf = (item: string) => clusters.get(item) ?? new Set([item]);
  const fieldOf = (entry: Entry) => mappedFieldOf(entry, unmapped);

  const keptInIssue = (entry: Entry) =>
    snapshot.issues.some(
      (issue) =>
        [issue.recordId, issue.exchangeId].some((id) => id !== null && clusterOf(entry.item).has(id)) &&
        holdsText(issue.details, entry.value),
    );

  return {
    isReplaced: (entry) =>
      [...clusterOf(entry.item)]
        .flatMap((item) => entriesOf.get(item) ?? [])
        .some(
          (later) =>
            placeOf(later) > placeOf(entry) &&
            (later.item === entry.item
              ? later.name === entry.name ||
                (SHOWN_NAMES.includes(entry.name) && NAME_PARTS.includes(later.name))
              : later.round > entry.round &&
                fieldOf(later) !== undefined &&
                fieldOf(later) === fieldOf(entry)),
        ),

    isDeletedByPeople: (entry) =>
      ledger.removals.some(
        (removal) =>
          (removal.item === entry.item && removal.side === entry.side) ||
          (removal.round > entry.round && clusterOf(entry.item).has(removal.item)),
      ),

    placesWithout: (entry) => {
      const own = findItem(snapshot, entry);
      const mapped = fieldOf(entry);
      const places: string[] = [];
      if (!own || !holdsOnOwnSide(snapshot, own, entry)) places.push(entry.side);
      if (mapped !== undefined) {
        for (const pair of pairsOf.get(entry.item) ?? []) {
          if (!holdsOnOtherSide(snapshot, pair, entry, mapped)) places.push(otherSide(entry));
        }
      }
      return places.length > 0 && keptInIssue(entry) ? [] : places;
    },
  };
}

/** The pairs that an item or a record is in, by its id. */
function byEnd(pairs: readonly Pair[]): Map<string, Pair[]> {
  const ends = pairs.flatMap((pair) => [
    { id: pair.link.exchangeId, pair },
    { id: pair.link.recordId, pair },
  ]);
  return new Map(
    [...Map.groupBy(ends, ({ id }) => id)].map(([id, found]) => [id, found.map(({ pair }) => pair)]),
  );
}

/** The items that are joined by links, live and suppressed, over all mailboxes; by each item's id. */
function clustersOf(snapshot: Snapshot): Map<string, Set<string>> {
  const clusters = new Map<string, Set<string>>();
  for (const { exchangeId, recordId } of snapshot.links) {
    const joined = new Set([
      exchangeId,
      recordId,
      ...(clusters.get(exchangeId) ?? []),
      ...(clusters.get(recordId) ?? []),
    ]);
    for (const item of joined) clusters.set(item, joined);
  }
  return clusters;
}

/** The Salesforce field that the entry's value belongs to; undefined when nothing maps it. */
function mappedFieldOf(entry: Entry, unmapped: readonly string[]): string | undefined {
  const company = entry.side === 'Exchange' ? 'companyName' : 'Account';
  if (entry.name === company) return unmapped.includes('AccountId') ? undefined : 'AccountId';
  const row = MAPPED_FIELDS.find(
    ({ field, property }) => entry.name === (entry.side === 'Exchange' ? property : field),
  );
  return row && !unmapped.includes(row.field) ? row.field : undefined;
}

function findItem(snapshot: Snapshot, entry: Entry): ExchangeContact | SalesforceContact | undefined {
  return entry.side === 'Exchange'
    ? snapshot.mailboxes.flatMap(({ contacts }) => contacts).find(({ id }) => id === entry.item)
    : snapshot.contacts.find(({ id }) => id === entry.item);
}

function holdsOnOwnSide(
  snapshot: Snapshot,
  item: ExchangeContact | SalesforceContact,
  entry: Entry,
): boolean {
  if ('properties' in item) {
    if (/^emailAddresses\.\d\.address$/.test(entry.name)) {
      return addressesOf(item.properties).some((address) => sameIgnoringCase(address, entry.value));
    }
    if (entry.name === 'birthday')
      return MAPPED_FIELDS.some((row) => row.field === 'Birthdate' && row.same(item.properties, entry.value));
    return plain(textAt(item.properties, entry.name)) === plain(entry.value);
  }
  if (entry.name === 'Account') {
    const name = snapshot.accounts.find(({ id }) => id === item.accountId)?.name ?? '';
    return sameIgnoringCase(name, entry.value);
  }
  return plain(item.fields[entry.name]) === plain(entry.value);
}

function holdsOnOtherSide(snapshot: Snapshot, pair: Pair, entry: Entry, field: string): boolean {
  const { exchange, salesforce, link } = pair;
  if (!exchange || !salesforce) return false;
  if (entry.side === 'Exchange' && waits(snapshot, link, field)) return true;
  if (field === 'AccountId') {
    const other =
      entry.side === 'Exchange' ? accountName(snapshot, pair) : plain(exchange.properties.companyName);
    if (sameIgnoringCase(other, entry.value)) return true;
    return entry.side === 'Exchange' && hasCompanyIssue(snapshot, link);
  }
  const row = MAPPED_FIELDS.find((candidate) => candidate.field === field) as MappedField;
  if (entry.side === 'Exchange' && field === 'Email')
    return row.same(exchange.properties, salesforce.fields.Email);
  return entry.side === 'Exchange'
    ? row.same(withValue(exchange.properties, entry), salesforce.fields[field])
    : row.same(exchange.properties, entry.value);
}

/** The properties as if the entry's value were the only one of its field. */
function withValue(
  properties: Readonly<Record<string, unknown>>,
  entry: Entry,
): Readonly<Record<string, unknown>> {
  const [head, part, tail] = entry.name.split('.') as [string, string | undefined, string | undefined];
  if (part === undefined) return { ...properties, [head]: entry.value };
  if (tail !== undefined) return { ...properties, [head]: [{ [tail]: entry.value }] };
  return { ...properties, [head]: /^\d+$/.test(part) ? [entry.value] : { [part]: entry.value } };
}

function otherSide({ side }: Entry): string {
  return side === 'Exchange' ? 'Salesforce' : 'Exchange';
}

function holdsText(details: string, value: string): boolean {
  const haystack = details.toLowerCase();
  return [
    value,
    plain(value),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(plain(value)).slice(1, -1),
  ].some((text) => haystack.includes(text.toLowerCase()));
}
