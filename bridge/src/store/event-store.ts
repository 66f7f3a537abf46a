import type { KnownAttendee, RelatedId } from '../domain/attendance.ts';
import type { ExchangeId, Fingerprint, RecordId, UserId } from '../domain/ids.ts';
import type { Claim, News } from './store.ts';

/** A mailbox's calendar as the bridge remembers it. */
export interface CalendarState {
  /** The Graph delta link; null asks for a full round. */
  readonly cursor: string | null;
  /** The window that is frozen in the cursor: ISO instants, UTC; null without one. */
  readonly windowFrom: string | null;
  readonly windowUntil: string | null;
  /** ISO instant at which the mailbox's events were first synced: from then on new Salesforce events go out. */
  readonly begun: string | null;
  /** Whether the link rows of Salesforce were loaded into this database. */
  readonly linksLoaded: boolean;
  readonly firstSyncDone: boolean;
  /** Issue code of what keeps the calendar from syncing, with its detail. */
  readonly problem: string | null;
  readonly problemDetail: string | null;
  /** ISO instant before which no pass may start, from Retry-After. */
  readonly notBefore: string | null;
}

/** What is known of a Salesforce event: ids, stamps, times and keyed hashes, never content. */
export interface KnownEvent {
  readonly recordId: RecordId;
  readonly ownerId: UserId;
  readonly stamp: string;
  readonly created: string;
  readonly modified: string;
  /** ISO instants, UTC; an all-day event's dates at midnight UTC, the end exclusive. */
  readonly start: string;
  readonly end: string;
  /** Of subject, start and end together, for pairing. */
  readonly matchKey: Fingerprint | null;
  /** Of Activity.Tandem_Key__c. */
  readonly tandemKey: Fingerprint | null;
  readonly deleted: boolean;
  /** Who changed it last; of a deleted record, who deleted it; null when it is gone without having been seen deleted. */
  readonly lastModifiedBy: UserId | null;
  readonly isChild: boolean;
  readonly isClientManaged: boolean;
  /** A row of a Lightning or classic series, its pattern record too. */
  readonly isSeriesRow: boolean;
}

/** A live link of any mailbox that stands for one meeting. */
export interface MeetingLink {
  readonly userId: UserId;
  /** The e-mail address of its mailbox. */
  readonly email: string;
  readonly exchangeId: ExchangeId;
  readonly recordId: RecordId;
  readonly meeting: Fingerprint;
}

/** A mailbox's copy of a meeting that is taken as private. */
export interface PrivateCopy {
  readonly exchangeId: ExchangeId;
  readonly meeting: Fingerprint;
  /** It was private itself when it was read last; else another mailbox's copy was when this one was judged last. */
  readonly own: boolean;
}

/** A mailbox and a meeting that it has a copy of. */
export type MeetingCopy = Pick<MeetingLink, 'userId' | 'meeting'>;

/** What the bridge's database keeps of events beside links, issues, intents and inboxes, which serve both kinds. */
export interface EventStore {
  /** Null while nothing is known of the mailbox's calendar. */
  calendar(userId: UserId): Promise<CalendarState | null>;
  /** Fenced upsert of some fields. Throws ClaimLost. */
  updateCalendar(claim: Claim, fields: Partial<CalendarState>): Promise<void>;
  /**
   * Upserts by record id; answers the ids whose stamp, owner or deletion was news. With `report` the news is put into the inboxes (kind
   * Event) of the owner's mailbox and of every mailbox that links to the record, by the same transaction; answers whose.
   */
  remember(events: readonly KnownEvent[], report: boolean): Promise<News>;
  markGone(ids: readonly RecordId[]): Promise<void>;
  get(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, KnownEvent>>;
  allIds(): Promise<readonly RecordId[]>;
  /** Live events of the owner that touch the window (ISO instants, the end exclusive). */
  ownedIn(userId: UserId, from: string, until: string): Promise<readonly KnownEvent[]>;
  /** Live events of the owner that carry one of these keys. */
  byMatchKeys(userId: UserId, keys: readonly Fingerprint[]): Promise<readonly KnownEvent[]>;
  byTandemKeys(keys: readonly Fingerprint[]): Promise<readonly KnownEvent[]>;
  /** Series of the mailbox of which a date comes before this instant (ISO) that was not looked at yet. */
  dueSeries(userId: UserId, until: string): Promise<readonly ExchangeId[]>;
  /** Remembers when the next date of each of these series comes (ISO instant); null forgets it. Fenced. */
  rememberSeries(
    claim: Claim,
    series: readonly { readonly id: ExchangeId; readonly next: string | null }[],
  ): Promise<void>;
  /** Writes of the mailbox since an instant (ISO) that mailed people. */
  mailingWrites(userId: UserId, since: string): Promise<number>;
  /** Counts writes that mailed people. Fenced. */
  noteMailing(claim: Claim, count: number): Promise<void>;
  /** Who attends the meetings of these records, as the last chunk that met them remembered it. */
  attendance(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, readonly KnownAttendee[]>>;
  /** Whom people chose for these addresses (hashes) in the meetings of a mailbox. */
  chosenAttendees(userId: UserId, keys: readonly Fingerprint[]): Promise<ReadonlyMap<Fingerprint, RelatedId>>;
  chooseAttendee(userId: UserId, key: Fingerprint, relatedId: RelatedId): Promise<void>;
  /** Items of the mailbox's live links with an attendee of this address (hash) whom nobody was found for. */
  unmatchedItems(userId: UserId, key: Fingerprint): Promise<readonly ExchangeId[]>;
  /** Live links of any mailbox by what their meeting is known by. */
  meetings(keys: readonly Fingerprint[]): Promise<readonly MeetingLink[]>;
  /** The copies of a mailbox that are taken as private, linked or not. They outlive a reset: it reads all copies anew. */
  privateCopies(userId: UserId): Promise<readonly PrivateCopy[]>;
  /** Which of these meetings another mailbox has a private copy of. */
  privateElsewhere(userId: UserId, meetings: readonly Fingerprint[]): Promise<ReadonlySet<Fingerprint>>;
  /** Items of the mailbox that were judged last when other mailboxes' copies were private and no longer are, or the other way round. */
  judgedOtherwise(userId: UserId): Promise<readonly ExchangeId[]>;
  /** The mailboxes that have a copy of one of these meetings, linked or taken as private. */
  havingCopies(meetings: readonly Fingerprint[]): Promise<readonly MeetingCopy[]>;
  /** Remembers copies as private, and `others` as not. Fenced. */
  rememberPrivate(claim: Claim, copies: readonly PrivateCopy[], others: readonly ExchangeId[]): Promise<void>;
}
