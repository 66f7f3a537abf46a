import type { KnownRecord } from '../store/store.ts';

/** Whether a record was in no list when it was asked for, or never was: nobody knows who deleted it, if anybody did. */
export function isLost(known: Pick<KnownRecord, 'deleted' | 'lastModifiedBy'> | undefined): boolean {
  return known === undefined || (known.deleted && known.lastModifiedBy === null);
}
