import type { SalesforceEvent } from '../../domain/event.ts';
import type { Fingerprint } from '../../domain/ids.ts';
import type { Values } from '../../domain/item.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import type { Link, SuppressReason } from '../../domain/link.ts';
import type { Side } from '../../domain/words.ts';
import type { MappedField, Mapping } from '../mapping/mapping.ts';
import type { Merge } from '../merge/merge-values.ts';
import type { EventItem } from './event-item.ts';

/** Both live: bring them in step. An empty merge only remembers what was seen. */
export interface MergeEventStep {
  readonly kind: 'merge';
  readonly link: Link;
  /** Null when the item was not read, because nothing changed there. */
  readonly item: EventItem | null;
  readonly record: SalesforceEvent;
  readonly merge: Merge;
  /** The mapping as it holds for this item. */
  readonly mapping: Mapping;
  readonly masked: boolean;
  /** The pair was made in this pass. */
  readonly paired: boolean;
  /** The item turned private: what Salesforce holds is reduced, and then the link ends. */
  readonly ends: boolean;
  readonly readOnly: boolean;
  /** Why Salesforce cannot hold the item as it is now; all but its time is in step. */
  readonly unholdable: IssueCode | null;
  /** Changes in Salesforce that only the organiser's copy could take. */
  readonly unheard: readonly MappedField[];
  /** The organiser is synced, and its user may not change the record. */
  readonly standsIn: boolean;
  /** The link by which the record was held until now, when its item is no more and this one goes on with it. */
  readonly replaces: Link | null;
}

/** The item is another copy of a meeting whose record is there: it gets a link, and nothing is written. */
export interface JoinStep {
  readonly kind: 'join';
  readonly link: Link;
  readonly item: EventItem;
  readonly replaces: Link | null;
}

/** An attendee's mailbox made the record; it becomes that of the organiser's user, whose copy writes it from now on. */
export interface HandOverStep {
  readonly kind: 'handOver';
  readonly link: Link;
  readonly item: EventItem;
  readonly paired: boolean;
  /** The organiser's user may not see the record yet. */
  readonly isHidden: boolean;
}

/** An item gets a record of its own; `replaces` is the link whose record was deleted. */
export interface CreateRecordStep {
  readonly kind: 'createRecord';
  readonly item: EventItem;
  readonly masked: boolean;
  readonly meeting: Fingerprint | null;
  readonly values: Values;
  readonly replaces: Link | null;
}

/** A record gets an event of its own in the calendar; `replaces` is the link whose item was deleted. */
export interface CreateItemStep {
  readonly kind: 'createItem';
  readonly record: SalesforceEvent;
  readonly values: Values;
  readonly replaces: Link | null;
}

export interface DeleteEventStep {
  readonly kind: 'delete';
  readonly side: Side;
  readonly link: Link;
  /** The item that goes; null when it is gone, and the record follows it. */
  readonly item: EventItem | null;
  /** The record as it was read; null when it is gone, and the item follows it. */
  readonly record: SalesforceEvent | null;
  readonly reason: SuppressReason;
}

export interface SuppressEventStep {
  readonly kind: 'suppress';
  readonly link: Link;
  readonly reason: SuppressReason;
  readonly issue: IssueCode | null;
  readonly item: EventItem | null;
  readonly record: SalesforceEvent | null;
}

/** A deletion that waits for an admin: it is remembered, and the link stays as it is. */
export interface HoldEventStep {
  readonly kind: 'hold';
  readonly link: Link;
  readonly gone: Side;
  readonly item: EventItem | null;
  readonly record: SalesforceEvent | null;
}

/** An item that gets no link: nothing flows its way, or it cannot be synced for the reason given. */
export interface LooseEventStep {
  readonly kind: 'loose';
  readonly item: EventItem;
  readonly issue: IssueCode | null;
}

/** One thing that a pass of events will do. */
export type EventStep =
  | MergeEventStep
  | JoinStep
  | HandOverStep
  | CreateRecordStep
  | CreateItemStep
  | DeleteEventStep
  | SuppressEventStep
  | HoldEventStep
  | LooseEventStep;
