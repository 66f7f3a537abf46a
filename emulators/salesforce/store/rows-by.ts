import type { Org } from './org.ts';
import type { Row } from './table.ts';

/** The rows of an object whose reference names that id. */
export function rowsBy(org: Org, object: string, field: string, id: string): Row[] {
  const table = org.table(org.schema.object(object)!);
  return [...table.lookup(org.schema.field(table.type, field)!, id)].map((rowId) => table.get(rowId)!);
}
