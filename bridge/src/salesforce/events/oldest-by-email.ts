import { z } from 'zod';
import type { RelatedId } from '../../domain/attendance.ts';
import { chunks } from '../read/by-id.ts';
import { mostCollections } from '../wire/composite.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest, queryTogether } from '../wire/query.ts';
import { oneOf } from '../wire/soql.ts';

/** Lengths are limited by the URL of a query. */
const addressesAQuery = 60;

const shape = z.object({ Id: z.string(), Email: z.string() });

/** The oldest record of each address (lower case) that meets the condition, 300 addresses in one call. */
export async function oldestByEmail(
  org: Org,
  patience: Patience,
  {
    object,
    emails,
    where,
  }: { readonly object: string; readonly emails: readonly string[]; readonly where: string },
): Promise<ReadonlyMap<string, RelatedId>> {
  const found = new Map<string, RelatedId>();
  const requests = chunks([...new Set(emails)], addressesAQuery).map((some) =>
    queryRequest(
      `SELECT Id, Email FROM ${object} WHERE ${where} AND ${oneOf('Email', some)} ORDER BY CreatedDate DESC, Id DESC`,
    ),
  );
  for (const together of chunks(requests, mostCollections)) {
    const read = await patience(async () => {
      const answers = await queryTogether(org, together);
      return Promise.all(answers.map((answer) => allRows(org, shape, answer, object)));
    });
    for (const { Id, Email } of read.flat()) found.set(Email.toLowerCase(), Id);
  }
  return found;
}
