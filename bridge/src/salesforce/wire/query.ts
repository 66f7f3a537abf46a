import { z } from 'zod';
import { parsed } from './answer.ts';
import type { Org, OrgRequest } from './org.ts';

/** One page of a query's rows. */
interface Page<Row> {
  readonly rows: readonly Row[];
  /** Where the next page is, as a path after `/services/data/vNN.N`; null at the end. */
  readonly next: string | null;
}

const pageShape = z.object({
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.unknown()),
});

/** The request of a SOQL query; `queryAll` sees deleted rows too. */
export function queryRequest(soql: string, resource: 'query' | 'queryAll' = 'query'): OrgRequest {
  return { method: 'GET', path: `/${resource}?q=${encodeURIComponent(soql)}` };
}

/** Asks all these queries at the same moment, up to five in one call. Throws CallFailed for the first that was refused. */
export function queryTogether(org: Org, requests: readonly OrgRequest[]): Promise<readonly unknown[]> {
  return Promise.all(requests.map((request) => org.call(request)));
}

/** The rows of a query's answer, each in the given shape. */
export function pageOf<Shape extends z.ZodType>(
  shape: Shape,
  answer: unknown,
  what: string,
): Page<z.output<Shape>> {
  const page = parsed(pageShape, answer, what);
  return {
    rows: parsed(listOf(shape), page.records, what),
    next: page.done ? null : (page.nextRecordsUrl?.replace(/^\/services\/data\/v[\d.]+/, '') ?? null),
  };
}

const lists = new WeakMap<z.ZodType, z.ZodType>();

/** The shape of a list; each is made once, since that takes longer than a small page's check. */
function listOf<Shape extends z.ZodType>(shape: Shape): z.ZodArray<Shape> {
  const known = lists.get(shape) as z.ZodArray<Shape> | undefined;
  if (known) return known;
  const list = z.array(shape);
  lists.set(shape, list);
  return list;
}

/** All rows from this answer on, reading the further pages one call each. */
export async function allRows<Shape extends z.ZodType>(
  org: Org,
  shape: Shape,
  firstAnswer: unknown,
  what: string,
): Promise<readonly z.output<Shape>[]> {
  const rows: z.output<Shape>[] = [];
  let page = pageOf(shape, firstAnswer, what);
  rows.push(...page.rows);
  while (page.next !== null) {
    page = pageOf(shape, await org.call({ method: 'GET', path: page.next }), what);
    rows.push(...page.rows);
  }
  return rows;
}
