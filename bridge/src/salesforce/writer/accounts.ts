import { z } from 'zod';
import type { AccountId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { NewAccount } from '../salesforce.ts';
import { parsed } from '../wire/answer.ts';
import { faultOf } from '../wire/fault.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest } from '../wire/query.ts';
import { id } from '../wire/shapes.ts';
import { oneOf } from '../wire/soql.ts';
import { isPassingCode } from '../wire/trouble.ts';
import type { recordResult } from './record-outcome.ts';
import { errorOf, recordResults } from './record-outcome.ts';

const accountRow = z.object({ Id: id<AccountId>(), Name: z.string() });
const namesAtOnce = 20;
const laterMs = 30_000;

/**
 * Creates accounts by name. An account cannot be upserted, so each attempt first looks for one of that name: a lost answer
 * makes no second account. Who calls it has to see to it that nobody else makes one of the name at the same time.
 */
export function createAccountWriter(
  org: Org,
  patience: Patience,
): (accounts: readonly NewAccount[]) => Promise<readonly Outcome<AccountId>[]> {
  return async (accounts) => {
    const outcomes = new Map<string, Outcome<AccountId>>();
    const byName = Map.groupBy(accounts, ({ name }) => sameName(name));
    const distinct = [...byName.values()].flatMap(([first]) => first ?? []);
    for (let start = 0; start < distinct.length; start += namesAtOnce) {
      const some = distinct.slice(start, start + namesAtOnce);
      for (const [name, outcome] of await patience(() => findOrCreate(org, some)))
        outcomes.set(name, outcome);
    }
    return accounts.map(({ name }) => outcomes.get(sameName(name)) as Outcome<AccountId>);
  };
}

async function findOrCreate(
  org: Org,
  accounts: readonly NewAccount[],
): Promise<Map<string, Outcome<AccountId>>> {
  const outcomes = await existing(
    org,
    accounts.map(({ name }) => name),
  );
  const missing = accounts.filter(({ name }) => !outcomes.has(sameName(name)));
  if (missing.length === 0) return outcomes;
  const records = missing.map(({ name, ownerId }) => ({
    attributes: { type: 'Account' },
    Name: name,
    OwnerId: ownerId,
  }));
  const answer = await org.call({
    method: 'POST',
    path: '/composite/sobjects',
    body: { allOrNone: false, records },
  });
  const results = parsed(recordResults.length(missing.length), answer, 'created accounts');
  results.forEach((result, index) => outcomes.set(sameName(missing[index]?.name ?? ''), outcomeOf(result)));
  return outcomes;
}

/** The oldest account of each name. */
async function existing(org: Org, names: readonly string[]): Promise<Map<string, Outcome<AccountId>>> {
  const soql = `SELECT Id, Name FROM Account WHERE ${oneOf('Name', names)} ORDER BY CreatedDate DESC, Id DESC`;
  const rows = await allRows(org, accountRow, await org.call(queryRequest(soql)), 'Account');
  return new Map(rows.map((row) => [sameName(row.Name), { ok: true, done: row.Id }]));
}

function outcomeOf(result: z.output<typeof recordResult>): Outcome<AccountId> {
  const error = errorOf(result);
  if (error === null) return { ok: true, done: result.id as AccountId };
  if (error.code === 'REQUEST_LIMIT_EXCEEDED') throw faultOf(error);
  if (isPassingCode(error.code)) {
    return { ok: false, refusal: { kind: 'later', code: error.code, retryAfterMs: laterMs } };
  }
  return { ok: false, refusal: error };
}

/** SOQL compares texts without regard to letter case. */
function sameName(name: string): string {
  return name.trim().toLowerCase();
}
