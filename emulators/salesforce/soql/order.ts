import type { OrderByClause } from '@jetstreamapp/soql-parser-js';
import type { Value } from '../store/table.ts';
import type { QueryContext } from './column.ts';
import { refuseName } from './parse.ts';

/** One sort key of rows or groups: nulls come first unless told otherwise (SOQL reference, "ORDER BY"). */
interface SortKey<Item> {
  read(item: Item): Value;
  readonly descending: boolean;
  readonly nullsLast: boolean;
}

/** Reads the ORDER BY clauses; `column` resolves a name to its reader. */
export function sortKeys<Item>(
  clauses: OrderByClause | readonly OrderByClause[] | undefined,
  column: (name: string) => (item: Item) => Value,
): SortKey<Item>[] {
  return [clauses ?? []].flat().map((clause) => ({
    read: column('field' in clause ? clause.field : (clause.fn.rawValue ?? '')),
    descending: clause.order === 'DESC',
    nullsLast: clause.nulls === 'LAST',
  }));
}

/** Sorts in place. */
export function sortBy<Item>(items: Item[], keys: readonly SortKey<Item>[]): Item[] {
  if (keys.length === 0) return items;
  const decorated = items.map((item) => ({ item, values: keys.map((key) => folded(key.read(item))) }));
  decorated.sort((a, b) => {
    for (const [index, key] of keys.entries()) {
      const difference = compare(a.values[index]!, b.values[index]!, key);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  for (const [index, { item }] of decorated.entries()) items[index] = item;
  return items;
}

function folded(value: Value): Value {
  return typeof value === 'string' && !/^[a-zA-Z0-9]{18}$/.test(value) ? value.toLowerCase() : value;
}

function compare(a: Value, b: Value, key: { descending: boolean; nullsLast: boolean }): number {
  if (a === b) return 0;
  if (a === null) return key.nullsLast ? 1 : -1;
  if (b === null) return key.nullsLast ? -1 : 1;
  return a < b === key.descending ? 1 : -1;
}

/** Whether the rows can be taken in the order of their stamps: `ORDER BY SystemModstamp[, Id]`, ascending. */
export function followsStamps(clauses: OrderByClause | readonly OrderByClause[] | undefined): boolean {
  const names = [clauses ?? []]
    .flat()
    .map((clause) => ('field' in clause && clause.order !== 'DESC' ? clause.field.toLowerCase() : ''));
  return names[0] === 'systemmodstamp' && names.length <= 2 && (names[1] ?? 'id') === 'id';
}

/** Refuses to sort by fields that cannot be sorted. */
export function refuseSort(context: QueryContext, name: string): never {
  throw refuseName(
    context.soql,
    name,
    `field '${name}' can not be sorted in a query call`,
    'MALFORMED_QUERY',
  );
}
