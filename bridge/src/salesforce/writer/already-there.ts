import { z } from 'zod';
import type { RecordId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { NewContact } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest } from '../wire/query.ts';
import { id } from '../wire/shapes.ts';
import { oneOf } from '../wire/soql.ts';
import type { RecordOutcome } from './waiting.ts';

const keyRow = z.object({ Id: id<RecordId>(), Tandem_Key__c: z.string() });
/** Keys are long, and all of them have to fit into the URL of a query. */
const keysAtOnce = 50;

/**
 * The outcomes of new contacts, where one whose key is taken is the record that an earlier create made: it was left as it is,
 * since people may have changed it. What cannot be seen yet is unknown.
 */
export async function withThoseThere(
  org: Org,
  patience: Patience,
  contacts: readonly { readonly key: string }[],
  outcomes: readonly RecordOutcome[],
): Promise<readonly Outcome<NewContact>[]> {
  const taken = contacts.filter((_, index) => isTaken(outcomes[index]));
  const there = await idsByKey(
    org,
    patience,
    taken.map(({ key }) => key),
  );
  return contacts.map(({ key }, index): Outcome<NewContact> => {
    const outcome = outcomes[index];
    if (outcome === undefined) return { ok: false, refusal: { kind: 'unknown' } };
    if (outcome.ok) return { ok: true, done: { id: outcome.id as RecordId, made: true } };
    if (!isTaken(outcome)) return outcome;
    const known = there.get(key);
    return known === undefined
      ? { ok: false, refusal: { kind: 'unknown' } }
      : { ok: true, done: { id: known, made: false } };
  });
}

/** "duplicate value found: Tandem_Key__c duplicates value on record with id: …"; the org may have unique fields of its own. */
function isTaken(outcome: RecordOutcome | undefined): boolean {
  if (outcome === undefined || outcome.ok || outcome.refusal.kind !== 'refused') return false;
  const { code, message } = outcome.refusal;
  return code === 'DUPLICATE_VALUE' && message.includes('Tandem_Key__c');
}

async function idsByKey(
  org: Org,
  patience: Patience,
  keys: readonly string[],
): Promise<ReadonlyMap<string, RecordId>> {
  const found = new Map<string, RecordId>();
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    const some = keys.slice(start, start + keysAtOnce);
    const soql = `SELECT Id, Tandem_Key__c FROM Contact WHERE ${oneOf('Tandem_Key__c', some)}`;
    const rows = await patience(async () =>
      allRows(org, keyRow, await org.call(queryRequest(soql)), 'Contact'),
    );
    for (const row of rows) found.set(row.Tandem_Key__c, row.Id);
  }
  return found;
}
