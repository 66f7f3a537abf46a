import type { Snapshot, Violation } from './snapshot.ts';

/** Writes of one side to contacts and accounts of the customer. */
export interface Writes {
  created: number;
  updated: number;
  deleted: number;
}

/** I2: one more sync wrote nothing to either side: no counter moved and no item has a new version. */
export function quiet(
  before: Snapshot,
  after: Snapshot,
  writes: { exchange: Writes; salesforce: Writes },
): Violation[] {
  const counted = Object.entries(writes).flatMap(([side, counts]) =>
    Object.entries(counts)
      .filter(([, count]) => count !== 0)
      .map(([kind, count]) => `one more sync ${kind} ${count} item(s) in ${side}`),
  );
  return [...counted, ...newVersions(before, after)].map((sentence) => ({
    invariant: 'I2' as const,
    sentence,
  }));
}

function newVersions(before: Snapshot, after: Snapshot): string[] {
  const earlier = versionsOf(before);
  const later = versionsOf(after);
  const moved = [...later].filter(([item, version]) => earlier.get(item) !== version);
  const gone = [...earlier.keys()].filter((item) => !later.has(item));
  return [
    ...moved.map(([item]) => `one more sync touched ${item}`),
    ...gone.map((item) => `one more sync removed ${item}`),
  ];
}

function versionsOf(snapshot: Snapshot): Map<string, string> {
  return new Map([
    ...snapshot.mailboxes.flatMap(({ contacts }) =>
      contacts.map(({ id, changeKey }): [string, string] => [id, changeKey]),
    ),
    ...snapshot.contacts.map(({ id, systemModstamp }): [string, string] => [id, systemModstamp]),
  ]);
}
