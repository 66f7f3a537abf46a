import { isGoverned } from '../access/object-access.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Org } from './org.ts';

const KB_A_RECORD = 2;

/** Data storage as `/limits` shows it: 2 KB a record, the recycle bin left out (help, "Data and File Storage Allocations"). */
export function dataStorage(org: Org): { Max: number; Remaining: number } {
  const { dataStorageMb } = org.limits();
  return { Max: dataStorageMb, Remaining: Math.max(0, Math.floor(dataStorageMb - usedKb(org) / 1024)) };
}

/** The refusal of a new record when the storage is full. */
export function storageRefusal(org: Org, type: ObjectType): Refusal | undefined {
  if (!isStored(type) || usedKb(org) + KB_A_RECORD <= org.limits().dataStorageMb * 1024) return undefined;
  return refuse('STORAGE_LIMIT_EXCEEDED', 'storage limit exceeded', []);
}

/** Relations of events count nothing. */
function isStored(type: ObjectType): boolean {
  return isGoverned(type) && type.name !== 'EventRelation';
}

function usedKb(org: Org): number {
  let used = 0;
  for (const table of org.tables()) if (isStored(table.type)) used += table.live * KB_A_RECORD;
  return used;
}
