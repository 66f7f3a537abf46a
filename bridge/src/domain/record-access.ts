import type { AccountId, RecordId, UserId } from './ids.ts';

/** What a user may do with one record, by sharing and object permissions together. */
export interface RecordAccess {
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
}

/** Records whose access is asked for, for one user. */
export interface AskedAccess {
  readonly userId: UserId;
  readonly ids: readonly (RecordId | AccountId)[];
}

/** The answers; a record without one does not exist, or is hidden even from the integration user. */
export type AccessByUser = ReadonlyMap<UserId, ReadonlyMap<string, RecordAccess>>;
