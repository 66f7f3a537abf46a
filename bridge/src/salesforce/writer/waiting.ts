import type { OnDuplicateAlert } from '../../domain/policy.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Row } from '../salesforce.ts';

/**
 * What is done to the records of one lane; each of them may be repeated without harm. An insert carries a value of its own in
 * the unique field `key`, so that the service refuses a second one.
 */
export type Operation = {
  readonly object: string;
  /** What a duplicate rule's alert does; undefined where it does not matter. Calls hold writes of one mind only. */
  readonly onAlert?: OnDuplicateAlert;
} & (
  | { readonly kind: 'insert'; readonly key: string }
  | { readonly kind: 'upsert'; readonly externalId: string }
  | { readonly kind: 'update' }
  | { readonly kind: 'delete' }
);

/** What came of one record: its id, or why not. */
export type RecordOutcome =
  { readonly ok: true; readonly id: string | null } | { readonly ok: false; readonly refusal: Refusal };

/** A record that waits to be written. */
export interface Waiting {
  readonly operation: Operation;
  /** The fields to write, with `Id` for updates and deletes and the external id for upserts. */
  readonly row: Row;
  /** Which record it is: two writes of the same one never travel together. */
  readonly identity: string;
  /** Records that lock the same parent row; they travel together. */
  readonly family: string;
  /** Whether a value holds `@{`, which the composite resource would take for a reference to another answer. */
  readonly literal: boolean;
  /** How often it was sent already. */
  readonly attempts: number;
  /** Set apart from its lane while the record that spoils a whole collection is looked for. */
  readonly apart: string;
  settle(outcome: RecordOutcome): void;
  fail(fault: unknown): void;
}

/** The record that a write is about, by object and key. */
export function identityOf(operation: Operation, row: Row): string {
  const field = keyFieldOf(operation);
  return `${operation.object}|${field}|${String(row[field])}`;
}

/** The field that tells the operation's records apart. */
export function keyFieldOf(operation: Operation): string {
  if (operation.kind === 'insert') return operation.key;
  return operation.kind === 'upsert' ? operation.externalId : 'Id';
}

/** Whether a value would be taken for a reference in a composite call. */
export function isLiteral(row: Row): boolean {
  return Object.values(row).some((value) => typeof value === 'string' && value.includes('@{'));
}

/** Records of one account, else of one owner, lock each other. */
export function familyOf(row: Row): string {
  return String(row['AccountId'] ?? row['OwnerId'] ?? '');
}
