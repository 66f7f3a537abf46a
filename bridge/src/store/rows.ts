import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Kind } from '../domain/words.ts';

const columnNames = new Map<string, string>();

function snake(name: string): string {
  const known = columnNames.get(name);
  if (known !== undefined) return known;
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(name, column);
  return column;
}

/**
 * Rows as one JSON parameter, for `from json_populate_recordset(null::tandem.…, …)`; so any number of rows is one
 * statement with one parameter. Keys become column names.
 */
export function json(rows: readonly object[]): RawBuilder<string> {
  const columns = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value as unknown])),
  );
  return sql`${JSON.stringify(columns)}::json`;
}

/** Texts as one array parameter. */
export function texts(values: readonly string[]): RawBuilder<string[]> {
  return sql`${[...values]}::text[]`;
}

/** The last of the rows that share a key: one statement can write a row only once. */
export function lastByKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): readonly Row[] {
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}

/** The rows in portions that stay a reasonable parameter. */
export function* portions<Row>(rows: readonly Row[], size = 2000): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size);
}

/** The table of what is known of a kind's Salesforce records. */
export function recordsOfKind(kind: Kind): RawBuilder<unknown> {
  return sql.raw(kind === 'Contact' ? 'tandem.record' : 'tandem.event');
}
