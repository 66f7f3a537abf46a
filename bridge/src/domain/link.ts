import type { ExchangeId, Fingerprint, RecordId } from './ids.ts';
import type { Kind, Scope, Side } from './words.ts';

/** Why a link was ended. Stored in Salesforce, so the words are an interface. */
export type SuppressReason =
  'MovedOut' | 'DeletedByPolicy' | 'OutOfFilter' | 'AccessLost' | 'Ignored' | 'Duplicate' | 'Disconnected';

/** Fingerprints of the mapped values by Salesforce field name, as one side had them at the last pass. */
export type Fingerprints = Readonly<Record<string, Fingerprint>>;

/** The pair of an Exchange item and a Salesforce record, for one mailbox. */
export interface Link {
  readonly kind: Kind;
  readonly scope: Scope;
  readonly exchangeId: ExchangeId;
  readonly recordId: RecordId;
  /** Of the meeting that the item is a copy of, the same in all mailboxes; null for contacts. */
  readonly meeting: Fingerprint | null;
  /** Whether the item was the organiser's own copy when it was seen last; null where nobody remembers. */
  readonly isOrganizer: boolean | null;
  readonly state: 'Live' | 'Suppressed';
  readonly reason: SuppressReason | null;
  /** The side on which Tandem itself created the copy; null when people made both. */
  readonly madeBy: Side | null;
  /** The Exchange version seen last; for conditional writes. */
  readonly etag: string | null;
  /** Empty when they were lost, or made with another key. */
  readonly exchangePrints: Fingerprints;
  readonly salesforcePrints: Fingerprints;
  /** Whether the record matched the configuration's filter at the last pass. */
  readonly inFilter: boolean;
  /** A deletion or move that was seen but not yet carried out, such as a held one. */
  readonly pendingExchange: 'Deleted' | 'DeletedUnseen' | null;
  readonly pendingSalesforce: 'Deleted' | null;
  /** ISO instant of the last pass that wrote something for this link. */
  readonly lastSynced: string | null;
  readonly lastSyncedFrom: Side | null;
}

/** Whether the link keeps its record from another item: a live one does, and an ended one unless a new item undoes the end. */
export function holdsRecord({ state, reason }: Link): boolean {
  return state === 'Live' || reason === null || !undoneByItem.has(reason);
}

const undoneByItem: ReadonlySet<SuppressReason> = new Set(['MovedOut', 'DeletedByPolicy', 'AccessLost']);

/** A live link of which nothing is remembered yet, so that both sides are compared when it is looked at. */
export function newLink(exchangeId: ExchangeId, recordId: RecordId, kind: Kind = 'Contact'): Link {
  return {
    kind,
    scope: kind === 'Contact' ? 'contacts' : 'calendar',
    exchangeId,
    recordId,
    meeting: null,
    isOrganizer: null,
    state: 'Live',
    reason: null,
    madeBy: null,
    etag: null,
    exchangePrints: {},
    salesforcePrints: {},
    inFilter: true,
    pendingExchange: null,
    pendingSalesforce: null,
    lastSynced: null,
    lastSyncedFrom: null,
  };
}
