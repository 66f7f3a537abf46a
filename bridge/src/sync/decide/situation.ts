import type { IssueCode } from '../../domain/issue-codes.ts';
import type { SuppressReason } from '../../domain/link.ts';
import type { ContactPolicy } from '../../domain/policy.ts';
import type { Side } from '../../domain/words.ts';

/** What one side of a link did since the last pass. */
export type Cell = 'unchanged' | 'changed' | 'gone';

/** Everything that the decision on one link depends on. */
export interface Situation {
  readonly exchange: Cell;
  readonly salesforce: Cell;
  /** Why the item is not in the folder any more; `DeletedUnseen`: found out by comparing, not by a tombstone. */
  readonly exchangeGone: 'Deleted' | 'DeletedUnseen' | 'MovedOut' | null;
  /** `DeletedUnseen`: not even in the recycle bin, so it may have been merged. */
  readonly salesforceGone:
    'DeletedByUser' | 'DeletedByOther' | 'DeletedUnseen' | 'OutOfFilter' | 'AccessLost' | null;
  /** Fingerprints of the last pass are known; without them nothing is deleted and nothing made anew. */
  readonly remembered: boolean;
  readonly madeBy: Side | null;
  /** Only the record's owner deletes it from Outlook, if they may delete contacts at all. */
  readonly ownsRecord: boolean;
  readonly mayDelete: boolean;
  /** Deleting a person account would take its opportunities and cases along, so that is left to people in Salesforce. */
  readonly isPerson: boolean;
  /** The mailbox's user may make contacts in Salesforce. */
  readonly mayCreate: boolean;
  readonly policy: Pick<ContactPolicy, 'direction' | 'deletesToSalesforce' | 'deletesToExchange'>;
}

/** What a pass will do with one link. */
export type Decision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'merge' }
  | { readonly kind: 'suppress'; readonly reason: SuppressReason; readonly issue: IssueCode | null }
  | { readonly kind: 'delete'; readonly side: Side; readonly reason: SuppressReason }
  | { readonly kind: 'recreate'; readonly side: Side };
