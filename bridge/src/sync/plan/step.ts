import type { ExchangeContact, SalesforceContact, Values } from '../../domain/item.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import type { Link, SuppressReason } from '../../domain/link.ts';
import type { Side } from '../../domain/words.ts';
import type { Merge } from '../merge/merge-values.ts';

/** Both items live: bring them in step. An empty merge only remembers what was seen. */
export interface MergeStep {
  readonly kind: 'merge';
  readonly link: Link;
  /** Null when the Exchange item was not read, because nothing changed there. */
  readonly contact: ExchangeContact | null;
  readonly record: SalesforceContact;
  /** Null while the filter cannot be asked. */
  readonly inFilter: boolean | null;
  readonly merge: Merge;
  /** The pair was made in this pass. */
  readonly paired: boolean;
  /** The item is a second one of its record: what was typed there goes to Salesforce, and then its link ends. */
  readonly ends: boolean;
  /** The mailbox's user may not change the record in Salesforce. */
  readonly readOnly: boolean;
}

/** An Exchange contact gets a record of its own; `replaces` is the link whose record was deleted. */
export interface CreateRecordStep {
  readonly kind: 'createRecord';
  readonly contact: ExchangeContact;
  readonly values: Values;
  readonly replaces: Link | null;
}

/** A record gets an Exchange contact of its own; `replaces` is the link whose item was deleted. */
export interface CreateItemStep {
  readonly kind: 'createItem';
  readonly record: SalesforceContact;
  readonly values: Values;
  readonly replaces: Link | null;
}

export interface DeleteStep {
  readonly kind: 'delete';
  readonly side: Side;
  readonly link: Link;
  /** The version of the item that was judged; null when it is not known. */
  readonly etag: string | null;
  /** The record as it was read; null when it is gone, and the item follows it. */
  readonly record: SalesforceContact | null;
  readonly reason: SuppressReason;
  /** How people know the contact, as far as it could be read. */
  readonly item: string;
}

export interface SuppressStep {
  readonly kind: 'suppress';
  readonly link: Link;
  readonly reason: SuppressReason;
  readonly issue: IssueCode | null;
  /** How people know the contact, as far as it could be read. */
  readonly item: string;
}

/** A deletion that waits for an admin: it is remembered, and the link stays as it is. */
export interface HoldStep {
  readonly kind: 'hold';
  readonly link: Link;
  readonly gone: Side;
}

/** An Exchange contact that gets no link: nothing flows its way, or it cannot be synced for the reason given. */
export interface LooseStep {
  readonly kind: 'loose';
  readonly contact: ExchangeContact;
  readonly issue: IssueCode | null;
}

/** One thing that a pass will do. */
export type Step =
  MergeStep | CreateRecordStep | CreateItemStep | DeleteStep | SuppressStep | HoldStep | LooseStep;
