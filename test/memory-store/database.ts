import type { KnownAttendee, RelatedId } from '../../bridge/src/domain/attendance.ts';
import type { AccountId, ExchangeId, Fingerprint, RecordId, UserId } from '../../bridge/src/domain/ids.ts';
import type { Link } from '../../bridge/src/domain/link.ts';
import type { Kind } from '../../bridge/src/domain/words.ts';
import type { CalendarState, KnownEvent, PrivateCopy } from '../../bridge/src/store/event-store.ts';
import type {
  ActivityCounts,
  KnownAccess,
  KnownIssue,
  KnownRecord,
  LooseItem,
  MailboxState,
  ReaderState,
} from '../../bridge/src/store/store.ts';
import type { Turn } from './turns.ts';

/** What one mailbox has in the database. */
export interface Mailbox {
  state: MailboxState;
  calendar: CalendarState | null;
  /** When the next date of each series comes. */
  readonly series: Map<ExchangeId, string>;
  readonly privateCopies: Map<ExchangeId, PrivateCopy>;
  /** Writes that mailed people. */
  readonly mailings: { count: number; at: number }[];
  readonly rows: Readonly<Record<Kind, Rows>>;
}

/** What one kind has of a mailbox. */
export interface Rows {
  readonly links: Map<ExchangeId, Link>;
  readonly loose: Map<ExchangeId, LooseItem>;
  readonly inbox: Map<RecordId, number>;
  readonly intents: Set<RecordId>;
  readonly issues: Map<string, KnownIssue>;
  readonly deletions: { side: 'Exchange' | 'Salesforce'; count: number; at: number }[];
  lease: { holder: string; until: number; epoch: number };
  /** Deletions that the pass of that epoch is about to make. */
  announced: { epoch: number; count: number };
  /** The last read of the org's contacts that was done when the mailbox was claimed. */
  knows: number;
}

/** The bridge's database in memory: it outlives the process that uses it, until somebody loses it. Plain data, so that it can be copied. */
export interface Database {
  readonly readers: Map<string, ReaderState>;
  readonly mailboxes: Map<UserId, Mailbox>;
  readonly records: Map<RecordId, KnownRecord>;
  readonly events: Map<RecordId, KnownEvent>;
  /** Who attends the meetings of records, and whom people chose, by `<user>|<hash of the address>`. */
  readonly attendance: Map<RecordId, readonly KnownAttendee[]>;
  readonly attendeeChoices: Map<string, RelatedId>;
  readonly accounts: Map<AccountId, { nameKey: Fingerprint; deleted: boolean }>;
  readonly access: Map<string, KnownAccess & { readonly at: number }>;
  readonly activity: Map<string, ActivityCounts>;
  /** What first syncs wrote, by configuration and hour. */
  readonly firstSyncHours: Map<string, number>;
  readonly tallies: { configurationId: string; at: number; written: number; refused: number }[];
  readonly meta: Map<string, string>;
  readonly turns: Map<string, Turn>;
  /** Reads of the org's contacts: how many began, and the last that was done. */
  reads: { begun: number; done: number };
  readerLease: { holder: string; until: number };
  seq: number;
}

export function createDatabase(): Database {
  return {
    readers: new Map(),
    mailboxes: new Map(),
    records: new Map(),
    events: new Map(),
    attendance: new Map(),
    attendeeChoices: new Map(),
    accounts: new Map(),
    access: new Map(),
    activity: new Map(),
    firstSyncHours: new Map(),
    tallies: [],
    meta: new Map(),
    turns: new Map(),
    reads: { begun: 0, done: 0 },
    readerLease: { holder: '', until: 0 },
    seq: 0,
  };
}

/** The mailbox, known or not. */
export function mailboxOrNew(database: Database, userId: UserId): Mailbox {
  const found = database.mailboxes.get(userId);
  if (found) return found;
  const mailbox: Mailbox = {
    state: {
      userId,
      email: '',
      exchangeUserId: null,
      configurationId: null,
      active: false,
      epoch: 0,
      folderId: null,
      cursor: null,
      linksLoaded: false,
      firstSyncDone: false,
      problem: null,
      problemDetail: null,
      notBefore: null,
    },
    calendar: null,
    series: new Map(),
    privateCopies: new Map(),
    mailings: [],
    rows: { Contact: noRows(), Event: noRows() },
  };
  database.mailboxes.set(userId, mailbox);
  return mailbox;
}

function noRows(): Rows {
  return {
    links: new Map(),
    loose: new Map(),
    inbox: new Map(),
    intents: new Set(),
    issues: new Map(),
    deletions: [],
    lease: { holder: '', until: 0, epoch: 0 },
    announced: { epoch: 0, count: 0 },
    knows: 0,
  };
}

/** What all mailboxes have, of both kinds. */
export function everyRows({ mailboxes }: Database): readonly Rows[] {
  return [...mailboxes.values()].flatMap(({ rows }) => Object.values(rows));
}
