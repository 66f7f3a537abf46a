import { mostCollections, mostSubrequests } from '../wire/composite.ts';
import type { Operation, Waiting } from './waiting.ts';
import { keyFieldOf } from './waiting.ts';

const mostRecords = 200;

/** Records of one object and one operation that go out as one collection. */
export interface Collection {
  readonly operation: Operation;
  readonly records: readonly Waiting[];
  /** See Waiting; such a collection travels alone. */
  readonly literal: boolean;
}

/** What goes out in one composite call, and what waits on. */
interface Bundle {
  readonly collections: readonly Collection[];
  readonly rest: readonly Waiting[];
}

/**
 * Fills one composite call with up to five collections of up to 200 records, in turn from each lane so that none starves; a
 * single row with a plain key that is upserted goes with five others, as a request of its own. What a duplicate rule's alert does
 * is said for a whole call, so writes that differ in it travel apart. Records of one family stay side by side, since writes of the
 * same account lock each other. A record that is `busy` or already in the bundle waits, so that writes of one record happen in the
 * order they were asked for.
 */
export function bundle(waiting: readonly Waiting[], busy: ReadonlySet<string>): Bundle {
  const seen = new Set(busy);
  const free: Waiting[] = [];
  const rest = new Set<Waiting>();
  for (const record of waiting) {
    if (seen.has(record.identity)) rest.add(record);
    else free.push(record);
    seen.add(record.identity);
  }
  const lanes = [...Map.groupBy(free, laneOf).values()].map(collectionsOf);
  const collections: Collection[] = [];
  for (let turn = 0; lanes.some((lane) => turn < lane.length); turn++) {
    for (const lane of lanes) {
      const collection = lane[turn];
      if (collection === undefined) continue;
      if (fits(collection, collections)) collections.push(collection);
      else collection.records.forEach((record) => rest.add(record));
    }
  }
  return { collections, rest: waiting.filter((record) => rest.has(record)) };
}

function fits(collection: Collection, others: readonly Collection[]): boolean {
  if (others.length === 0) return true;
  const { onAlert } = collection.operation;
  const agrees = others.every(
    ({ operation }) => (operation.onAlert ?? onAlert) === (onAlert ?? operation.onAlert),
  );
  return agrees && hasRoom(collection, others) && !collection.literal && !others[0]?.literal;
}

function hasRoom(collection: Collection, others: readonly Collection[]): boolean {
  if (isSingleUpsert(collection)) return others.length < mostSubrequests;
  return others.filter((other) => !isSingleUpsert(other)).length < mostCollections;
}

/** One row that is written by a key that can stand in a path: a request of its own can do so too, which counts as no collection. */
export function isSingleUpsert({ operation, records }: Collection): boolean {
  const key = String(records[0]?.row[keyFieldOf(operation)]);
  return operation.kind === 'upsert' && records.length === 1 && /^\w+$/.test(key);
}

function laneOf({ operation, literal, apart }: Waiting): string {
  const { kind, object, onAlert } = operation;
  return [kind, object, keyFieldOf(operation), onAlert, literal, apart].join('|');
}

function collectionsOf(lane: readonly Waiting[]): Collection[] {
  const sorted = lane.toSorted((a, b) => (a.family < b.family ? -1 : a.family > b.family ? 1 : 0));
  return Array.from({ length: Math.ceil(sorted.length / mostRecords) }, (_, index) => {
    const records = sorted.slice(index * mostRecords, (index + 1) * mostRecords);
    const { operation, literal } = records[0] as Waiting;
    return { operation, literal, records };
  });
}
