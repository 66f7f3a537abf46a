import { z } from 'zod';
import type { AccountId } from '../../domain/ids.ts';
import type { AccountKeys, ReadPosition } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { pageOf, queryRequest } from '../wire/query.ts';
import { id, instant } from '../wire/shapes.ts';
import { after } from '../wire/soql.ts';
import { rowsOfIds } from './by-id.ts';
import { personField } from './contacts.ts';

const mostRows = 2_000;

const accountRow = z.object({
  Id: id<AccountId>(),
  Name: z.string(),
  SystemModstamp: instant,
  IsDeleted: z.boolean(),
  [personField]: z.boolean().optional(),
});

/** Reads accounts after the position, live and deleted, in one call. A person account is no company, so it is as if deleted. */
export async function readAccounts(
  org: Org,
  patience: Patience,
  position: ReadPosition | null,
  personAccounts: boolean,
): Promise<{ readonly accounts: readonly AccountKeys[]; readonly more: boolean }> {
  const fields = ['Id', 'Name', 'SystemModstamp', 'IsDeleted', ...(personAccounts ? [personField] : [])];
  const soql = `SELECT ${fields.join(', ')} FROM Account${after(position)} ORDER BY SystemModstamp, Id LIMIT ${mostRows}`;
  const page = pageOf(accountRow, await patience(() => org.call(queryRequest(soql, 'queryAll'))), 'Account');
  return {
    accounts: page.rows.map((row) => ({
      id: row.Id,
      name: row.Name,
      stamp: row.SystemModstamp,
      deleted: row.IsDeleted || row[personField] === true,
    })),
    more: page.next !== null || page.rows.length >= mostRows,
  };
}

const nameRow = z.object({ Id: id<AccountId>(), Name: z.string() });

/** The names of accounts that are there: 2,000 in one call. */
export async function readAccountNames(
  org: Org,
  patience: Patience,
  ids: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, string>> {
  const rows = await rowsOfIds(org, patience, nameRow, { select: ['Id', 'Name'], object: 'Account', ids });
  return new Map(rows.map((row) => [row.Id, row.Name]));
}
