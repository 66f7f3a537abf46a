import { plain } from './compare.ts';
import { addressesOf } from './fields.ts';
import type { Creation, Ledger } from './ledger.ts';
import type { LinkRow, Snapshot, Violation } from './snapshot.ts';

/** I3: no second copy of anything on either side, and links one to one in each mailbox. */
export function single(snapshot: Snapshot, ledger: Ledger, apart: readonly string[]): Violation[] {
  return [...copies(snapshot, ledger, apart), ...manyToOne(snapshot.links), ...misnamed(snapshot.links)].map(
    (sentence) => ({
      invariant: 'I3' as const,
      sentence,
    }),
  );
}

/** By what a copy of an Exchange contact would be recognised: its first e-mail address, else its name. */
export function exchangeKey(properties: Readonly<Record<string, unknown>>): string {
  const name = [properties.givenName, properties.surname].map(plain).join(' ').trim();
  return (addressesOf(properties)[0] ?? (name || plain(properties.displayName))).toLowerCase();
}

/** The same for a Salesforce record. */
export function salesforceKey(fields: Readonly<Record<string, unknown>>): string {
  const name = [fields.FirstName, fields.LastName].map(plain).join(' ').trim();
  return (plain(fields.Email) || name).toLowerCase();
}

function copies(snapshot: Snapshot, ledger: Ledger, apart: readonly string[]): string[] {
  const places = [
    { place: 'Salesforce', keys: snapshot.contacts.map(({ fields }) => salesforceKey(fields)) },
    ...snapshot.mailboxes.map(({ email, contacts }) => ({
      place: email,
      keys: contacts.map(({ properties }) => exchangeKey(properties)),
    })),
  ];
  return places.flatMap(({ place, keys }) =>
    [...counted(keys)]
      .filter(([key]) => !apart.includes(key))
      .filter(([key, count]) => count > mostMadeByPeople(ledger.creations, key))
      .map(([key, count]) => `${place} holds ${count} contacts known as ${key}`),
  );
}

/** People made at most so many contacts of that key in any one place. */
function mostMadeByPeople(creations: readonly Creation[], key: string): number {
  const places = creations
    .filter((creation) => creation.key === key)
    .map(({ mailbox }) => mailbox ?? 'Salesforce');
  return Math.max(1, ...counted(places).values());
}

function manyToOne(links: readonly LinkRow[]): string[] {
  const live = links.filter(({ state }) => state === 'Live');
  const ends = live.flatMap((link) => [`${link.user} ${link.exchangeId}`, `${link.user} ${link.recordId}`]);
  return [...counted(ends)]
    .filter(([, count]) => count > 1)
    .map(([end, count]) => `${count} live links of ${end}`);
}

function misnamed(links: readonly LinkRow[]): string[] {
  return links
    .filter((link) => link.key !== `${link.user}|contacts|${link.exchangeId}`)
    .map((link) => `the key ${link.key} is not that of user ${link.user} and item ${link.exchangeId}`);
}

function counted(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
