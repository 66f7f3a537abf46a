import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { AccessByUser, AskedAccess, RecordAccess } from '../../domain/record-access.ts';
import { mostCollections } from '../wire/composite.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest, queryTogether } from '../wire/query.ts';
import { quoted } from '../../rules/soql-text.ts';
import { oneOf } from '../wire/soql.ts';

/** "UserRecordAccess" of the Object Reference, Usage: one user and at most 200 records a query. */
const recordsAQuery = 200;

const row = z.object({
  RecordId: z.string(),
  HasReadAccess: z.boolean(),
  HasEditAccess: z.boolean(),
  HasDeleteAccess: z.boolean(),
});

/** What users may do with records: five queries of one user and 200 records travel in one call, of several users too. */
export async function readRecordAccess(
  org: Org,
  patience: Patience,
  asked: readonly AskedAccess[],
): Promise<AccessByUser> {
  const queries = asked.flatMap(({ userId, ids }) =>
    portions([...new Set(ids)], recordsAQuery).map((some) => ({ userId, soql: accessQuery(userId, some) })),
  );
  const found = new Map<UserId, Map<string, RecordAccess>>(asked.map(({ userId }) => [userId, new Map()]));
  for (const together of portions(queries, mostCollections)) {
    const requests = together.map(({ soql }) => queryRequest(soql));
    const answers = await patience(async () =>
      Promise.all(
        (await queryTogether(org, requests)).map((answer) => allRows(org, row, answer, 'UserRecordAccess')),
      ),
    );
    for (const [index, { userId }] of together.entries())
      for (const { RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess } of answers[index] ?? [])
        found
          .get(userId)
          ?.set(RecordId, { read: HasReadAccess, edit: HasEditAccess, delete: HasDeleteAccess });
  }
  return found;
}

function accessQuery(userId: UserId, ids: readonly string[]): string {
  return (
    'SELECT RecordId, HasReadAccess, HasEditAccess, HasDeleteAccess FROM UserRecordAccess ' +
    `WHERE UserId = ${quoted(userId)} AND ${oneOf('RecordId', ids)}`
  );
}

function portions<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
