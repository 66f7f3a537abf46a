import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { createIdSequence } from './ids.ts';

export type Value = string | number | boolean | null;

/** A stored record by API names; an absent key is null. Rows are replaced, never changed in place. */
export interface Row {
  readonly Id: string;
  readonly [field: string]: Value | undefined;
}

/** The rows of one object, deleted ones included, with indexes that are built when first asked for. */
export interface Table {
  readonly type: ObjectType;
  readonly size: number;
  /** Rows that are not in the recycle bin. */
  readonly live: number;
  /** Moves with every change. */
  readonly version: number;
  get(id: string): Row | undefined;
  all(): IterableIterator<Row>;
  put(row: Row): void;
  remove(id: string): void;
  /** Ids of the rows whose field has the value. */
  lookup(field: Field, value: Value): ReadonlySet<string>;
  /** All rows by SystemModstamp, then Id. */
  byStamp(): readonly Row[];
  /** All rows by a field of wire datetimes, then Id; rows without one come first. */
  byTime(field: string): readonly Row[];
  nextId(): string;
  /** The next auto number, counting from 1. */
  nextNumber(): number;
}

const none: ReadonlySet<string> = new Set();

/** Whether equal letters of different case are different values of the field. */
export function comparesCase(field: Field): boolean {
  return field.caseSensitive || field.type === 'reference' || field.type === 'id';
}

/** An empty table. */
export function createTable(type: ObjectType): Table {
  const rows = new Map<string, Row>();
  const indexes = new Map<Field, Map<Value, Set<string>>>();
  const nextId = createIdSequence(type.keyPrefix);
  const orders = new Map<string, () => readonly Row[]>();
  /** By field, the rows put or removed since it was last sorted. */
  const unsorted = new Map<string, Set<string>>();
  let number = 0;
  let live = 0;
  let version = 0;
  const weight = (row: Row | undefined) => (row && row['IsDeleted'] !== true ? 1 : 0);

  const keyOf = (field: Field, value: Value): Value =>
    typeof value === 'string' && !comparesCase(field) ? value.toLowerCase() : value;

  const addTo = (index: Map<Value, Set<string>>, field: Field, row: Row) => {
    const value = row[field.name];
    if (value === undefined || value === null) return;
    const key = keyOf(field, value);
    const ids = index.get(key);
    if (ids) ids.add(row.Id);
    else index.set(key, new Set([row.Id]));
  };
  const takeFrom = (index: Map<Value, Set<string>>, field: Field, row: Row) => {
    const value = row[field.name];
    if (value !== undefined && value !== null) index.get(keyOf(field, value))?.delete(row.Id);
  };
  const indexOf = (field: Field) => {
    let index = indexes.get(field);
    if (!index) {
      index = new Map();
      for (const row of rows.values()) addTo(index, field, row);
      indexes.set(field, index);
    }
    return index;
  };

  const byTime = (name: string): readonly Row[] => {
    let order = orders.get(name);
    if (!order) {
      const changed = new Set(rows.keys());
      unsorted.set(name, changed);
      orders.set(name, (order = orderedBy(name, rows, changed)));
    }
    return order();
  };

  return {
    type,
    get size() {
      return rows.size;
    },
    get live() {
      return live;
    },
    get version() {
      return version;
    },
    get: (id) => rows.get(id),
    all: () => rows.values(),
    put(row) {
      const before = rows.get(row.Id);
      rows.set(row.Id, row);
      live += weight(row) - weight(before);
      version += 1;
      for (const ids of unsorted.values()) ids.add(row.Id);
      for (const [field, index] of indexes) {
        if (before && before[field.name] === row[field.name]) continue;
        if (before) takeFrom(index, field, before);
        addTo(index, field, row);
      }
    },
    remove(id) {
      const before = rows.get(id);
      if (!before) return;
      rows.delete(id);
      live -= weight(before);
      version += 1;
      for (const ids of unsorted.values()) ids.add(id);
      for (const [field, index] of indexes) takeFrom(index, field, before);
    },
    lookup: (field, value) => indexOf(field).get(keyOf(field, value)) ?? none,
    byStamp: () => byTime('SystemModstamp'),
    byTime,
    nextId,
    nextNumber: () => ++number,
  };
}

/** Keeps rows in the order of a field; `changed` has the ids that may be out of place. */
function orderedBy(name: string, rows: ReadonlyMap<string, Row>, changed: Set<string>): () => readonly Row[] {
  const compare = byTimeAndId(name);
  let sorted: Row[] = [];
  return () => {
    if (changed.size > 0) {
      const fresh = [...changed].map((id) => rows.get(id)).filter((row) => row !== undefined);
      sorted = merge(
        sorted.filter((row) => !changed.has(row.Id)),
        fresh.sort(compare),
        compare,
      );
      changed.clear();
    }
    return sorted;
  };
}

function merge(old: readonly Row[], fresh: readonly Row[], compare: (a: Row, b: Row) => number): Row[] {
  const merged: Row[] = [];
  let next = 0;
  for (const row of fresh) {
    while (next < old.length && compare(old[next]!, row) < 0) merged.push(old[next++]!);
    merged.push(row);
  }
  while (next < old.length) merged.push(old[next++]!);
  return merged;
}

function byTimeAndId(name: string): (a: Row, b: Row) => number {
  return (a, b) => {
    const left = (a[name] ?? '') as string;
    const right = (b[name] ?? '') as string;
    if (left !== right) return left < right ? -1 : 1;
    return a.Id < b.Id ? -1 : a.Id > b.Id ? 1 : 0;
  };
}
