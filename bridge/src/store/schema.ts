import type { RelatedId } from '../domain/attendance.ts';
import type { ConfigurationId, Fingerprint, RecordId, UserId } from '../domain/ids.ts';
import type { Link } from '../domain/link.ts';
import type { ContactScope } from '../domain/policy.ts';
import type { Flow, Kind, Side } from '../domain/words.ts';
import type { CalendarState, KnownEvent, PrivateCopy } from './event-store.ts';

// Column names are camelCase here and snake_case in the database. Instants that a service gave are kept as its text,
// since they are compared for equality; instants of the database itself (leases, deletions) are timestamps.

interface MailboxTable {
  userId: string;
  email: string;
  exchangeUserId: string | null;
  configurationId: string | null;
  active: boolean;
  epoch: number;
  folderId: string | null;
  cursor: string | null;
  linksLoaded: boolean;
  firstSyncDone: boolean;
  problem: string | null;
  problemDetail: string | null;
  notBefore: string | null;
  scope: ContactScope;
  followed: boolean;
  /** The last of `tandem.news` that a mailbox whose scope is all visible contacts has dealt with. */
  seen: number;
}

interface CalendarTable extends CalendarState {
  userId: UserId;
}

interface LeaseTable {
  userId: string;
  kind: Kind;
  epoch: number;
  holder: string;
  expiresAt: Date;
  /** The last read of the org's contacts that was done when the mailbox was claimed. */
  knows: number;
}

/** A link; fingerprints are JSON text. */
export interface LinkTable extends Omit<Link, 'exchangePrints' | 'salesforcePrints'> {
  userId: UserId;
  exchangePrints: string;
  salesforcePrints: string;
  /** The Exchange print of the company, to be found by it. */
  companyPrint: string | null;
}

interface LooseTable {
  userId: string;
  kind: Kind;
  exchangeId: string;
  emailKeys: string[];
  nameKey: string | null;
  meeting: string | null;
}

interface RecordTable {
  recordId: string;
  ownerId: string;
  accountId: string | null;
  stamp: string;
  created: string;
  modified: string;
  lastActivity: string | null;
  emailKey: string | null;
  nameKey: string | null;
  tandemKey: string | null;
  deleted: boolean;
  lastModifiedBy: string | null;
  masterId: string | null;
  isPerson: boolean;
}

type EventTable = KnownEvent;

/** When the next date of a series comes that was not looked at yet. */
interface SeriesTable {
  userId: UserId;
  exchangeId: string;
  next: string;
}

/** A copy of a meeting that is taken as private. */
interface PrivateCopyTable extends PrivateCopy {
  userId: UserId;
}

/** Writes that mailed people. */
interface MailingTable {
  userId: UserId;
  count: number;
  at: Date;
}

/** Who attends the meeting of a record, as JSON. */
interface AttendanceTable {
  recordId: RecordId;
  attendees: string;
}

/** Whom a person chose for an address that nobody has. */
interface AttendeeChoiceTable {
  userId: UserId;
  emailKey: Fingerprint;
  relatedId: RelatedId;
}

interface AccountTable {
  accountId: string;
  nameKey: string;
  deleted: boolean;
  stamp: string;
}

interface InboxTable {
  userId: string;
  kind: Kind;
  recordId: string;
  seq: number;
}

/** The last report of each record, for the mailboxes that every record may concern: one row instead of one a mailbox. */
interface NewsTable {
  recordId: string;
  seq: number;
}

/** A record that a user follows in Chatter: a contact, or an account, which stands for the contact of a person account. */
interface FollowTable {
  userId: string;
  followedId: string;
}

interface IntentTable {
  userId: string;
  kind: Kind;
  recordId: string;
}

interface IssueTable {
  issueKey: string;
  userId: string;
  kind: Kind;
  code: string;
  exchangeId: string | null;
  recordId: string | null;
  contentHash: string;
  open: boolean;
}

interface DeletionTable {
  userId: string;
  kind: Kind;
  side: Side;
  count: number;
  at: Date;
}

/** Deletions that a pass is about to make; they count while its claim holds. */
interface AnnouncedDeletionTable {
  userId: string;
  kind: Kind;
  epoch: number;
  count: number;
}

interface ActivityTable {
  day: string;
  kind: Kind;
  flow: Flow;
  created: number;
  updated: number;
  deleted: number;
  paired: number;
}

interface ReaderTable {
  name: string;
  stamp: string | null;
  id: string | null;
  holder: string | null;
  expiresAt: Date | null;
  /** How many reads began, and which was the last that was done. */
  begun: number;
  done: number;
}

/** Whose turn a key is or was; `ended`: how many reads of the org's contacts had begun by its end. */
interface TurnTable {
  key: string;
  userId: UserId;
  kind: Kind;
  epoch: number;
  untilRead: boolean;
  ended: number | null;
}

interface AccessTable {
  userId: string;
  recordId: string;
  basis: string;
  canRead: boolean;
  canEdit: boolean;
  canDelete: boolean;
  askedAt: Date;
}

/** The account that a person chose for a company. */
interface AccountChoiceTable {
  userId: UserId;
  nameKey: string;
  accountId: string;
}

/** A record that met the conditions of a configuration, as it was stamped then. */
interface MatchTable {
  configurationId: ConfigurationId;
  recordId: string;
  condition: string;
  stamp: string;
}

interface MetaTable {
  key: string;
  value: string;
}

/** The tables of the bridge's database. */
export interface Database {
  'tandem.mailbox': MailboxTable;
  'tandem.calendar': CalendarTable;
  'tandem.lease': LeaseTable;
  'tandem.link': LinkTable;
  'tandem.loose': LooseTable;
  'tandem.record': RecordTable;
  'tandem.event': EventTable;
  'tandem.series': SeriesTable;
  'tandem.mailing': MailingTable;
  'tandem.private_copy': PrivateCopyTable;
  'tandem.attendance': AttendanceTable;
  'tandem.attendee_choice': AttendeeChoiceTable;
  'tandem.account': AccountTable;
  'tandem.inbox': InboxTable;
  'tandem.news': NewsTable;
  'tandem.follow': FollowTable;
  'tandem.intent': IntentTable;
  'tandem.turn': TurnTable;
  'tandem.issue': IssueTable;
  'tandem.deletion': DeletionTable;
  'tandem.announced_deletion': AnnouncedDeletionTable;
  'tandem.activity': ActivityTable;
  'tandem.reader': ReaderTable;
  'tandem.access': AccessTable;
  'tandem.account_choice': AccountChoiceTable;
  'tandem.match': MatchTable;
  'tandem.meta': MetaTable;
}
