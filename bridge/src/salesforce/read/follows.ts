import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { Follow } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest } from '../wire/query.ts';
import { id } from '../wire/shapes.ts';
import { quoted } from '../../rules/soql-text.ts';
import { oneOf } from '../wire/soql.ts';

/** "EntitySubscription" of the Object Reference: whoever may not view all data asks for at most 1,000 rows. */
const mostRows = 1_000;
const usersAQuery = 400;

const row = z.object({ Id: z.string(), SubscriberId: id<UserId>(), ParentId: z.string() });

/** The contacts, and where asked for the accounts, that users follow in Chatter; one call for each 1,000. */
export async function readFollows(
  org: Org,
  patience: Patience,
  users: readonly UserId[],
  withAccounts: boolean,
): Promise<readonly Follow[]> {
  const types = withAccounts ? ['Contact', 'Account'] : ['Contact'];
  const follows: Follow[] = [];
  for (let start = 0; start < users.length; start += usersAQuery) {
    const among = `${oneOf('SubscriberId', users.slice(start, start + usersAQuery))} AND ${oneOf('Parent.Type', types)}`;
    for (let last = ''; ;) {
      const position = last === '' ? '' : ` AND Id > ${quoted(last)}`;
      const soql = `SELECT Id, SubscriberId, ParentId FROM EntitySubscription WHERE ${among}${position} ORDER BY Id LIMIT ${mostRows}`;
      const rows = await patience(async () =>
        allRows(org, row, await org.call(queryRequest(soql)), 'EntitySubscription'),
      );
      for (const { SubscriberId, ParentId } of rows)
        follows.push({ userId: SubscriberId, followedId: ParentId });
      last = rows.at(-1)?.Id ?? '';
      if (rows.length < mostRows) break;
    }
  }
  return follows;
}
