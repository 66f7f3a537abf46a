import type { z } from 'zod';
import type { Org, OrgRequest } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { mostCollections } from '../wire/composite.ts';
import { allRows, queryRequest, queryTogether } from '../wire/query.ts';
import { quoted } from '../../rules/soql-text.ts';
import { oneOf } from '../wire/soql.ts';
import { inSmallerParts, withFewerRows } from './in-smaller-parts.ts';

const pageRows = 2_000;
/** Ids in one query, so that its URL stays below the 16,384 characters that the service takes. */
const idsAQuery = 400;
/** What an id takes in a URL, and what is left for all ids of one. */
const idCharacters = 23;
const charactersOfIds = 14_500;

/** So many ids that they and this much else fit into the URL of one query. */
export function portionsOfIds(ids: readonly string[], besides = ''): readonly string[][] {
  const left = charactersOfIds - encodeURIComponent(besides).length;
  return chunks([...new Set(ids)], Math.max(1, Math.min(idsAQuery, Math.floor(left / idCharacters))));
}

/** Rows of `object` with these ids, deleted ones only on demand: up to 2,000 ids in one call. */
export async function rowsOfIds<Shape extends z.ZodType>(
  org: Org,
  patience: Patience,
  shape: Shape,
  query: {
    readonly select: readonly string[];
    readonly object: string;
    readonly ids: readonly string[];
    readonly deletedToo?: boolean;
  },
): Promise<readonly z.output<Shape>[]> {
  const requestOf = (ids: readonly string[]) =>
    queryRequest(
      `SELECT ${query.select.join(', ')} FROM ${query.object} WHERE ${oneOf('Id', ids)}`,
      query.deletedToo ? 'queryAll' : 'query',
    );
  return rowsTogether(org, patience, shape, { ...query, requestOf });
}

/** The rows of the queries about these ids, as many ids in one call as five of its queries hold, and fewer where that is too large. */
export async function rowsTogether<Shape extends z.ZodType>(
  org: Org,
  patience: Patience,
  shape: Shape,
  query: {
    readonly object: string;
    readonly ids: readonly string[];
    readonly requestOf: (ids: readonly string[]) => OrgRequest;
    /** What each query holds besides the ids. */
    readonly besides?: string;
  },
): Promise<readonly z.output<Shape>[]> {
  const { object, ids, requestOf, besides } = query;
  const read = (some: readonly string[]) =>
    patience(async () => {
      const answers = await queryTogether(org, portionsOfIds(some, besides).map(requestOf));
      return (await Promise.all(answers.map((answer) => allRows(org, shape, answer, object)))).flat();
    });
  const rows: z.output<Shape>[] = [];
  for (const together of chunks(portionsOfIds(ids, besides), mostCollections))
    for (const row of await inSmallerParts(together.flat(), read)) rows.push(row);
  return rows;
}

/** All rows of `object` under the condition, by id, one call for each 2,000. `select` holds what is read besides the id. */
export async function allRowsById<Row extends { readonly Id: string }>(
  org: Org,
  patience: Patience,
  shape: z.ZodType<Row>,
  query: { readonly select: readonly string[]; readonly object: string; readonly where: string | null },
): Promise<readonly Row[]> {
  const select = `SELECT ${['Id', ...query.select].join(', ')} FROM ${query.object}`;
  const rows: Row[] = [];
  for (;;) {
    const last = rows.at(-1);
    const conditions = [query.where, last === undefined ? null : `Id > ${quoted(last.Id)}`];
    const where = conditions.filter((condition) => condition !== null).join(' AND ');
    const page = await withFewerRows(pageRows, async (most) => {
      const soql = `${select}${where === '' ? '' : ` WHERE ${where}`} ORDER BY Id LIMIT ${most}`;
      const read = await patience(async () =>
        allRows(org, shape, await org.call(queryRequest(soql)), query.object),
      );
      return { rows: read, isLast: read.length < most };
    });
    for (const row of page.rows) rows.push(row);
    if (page.isLast) return rows;
  }
}

/** The items in portions of that size. */
export function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
