import type {
  AccountId,
  ConfigurationId,
  ExchangeId,
  Fingerprint,
  OrgId,
  RecordId,
  UserId,
} from '../domain/ids.ts';
import type { SalesforceContact } from '../domain/item.ts';
import type { ContactDescription, FieldDescription } from '../domain/mapping.ts';
import type { SecuredFields, UserPermissions } from '../domain/permissions.ts';
import type { Configuration, OnDuplicateAlert } from '../domain/policy.ts';
import type { AccessByUser, AskedAccess } from '../domain/record-access.ts';
import type { Outcome } from '../domain/refusal.ts';
import type { SuppressReason } from '../domain/link.ts';
import type { Kind, Side } from '../domain/words.ts';
import type { SalesforceEvents } from './events/salesforce-events.ts';

/** Where an org-wide read of one object ended: the keyset of the last row seen. */
export interface ReadPosition {
  readonly stamp: string;
  readonly id: string;
}

/** What the org-wide reader needs to know of a contact: never more than keys. */
export interface ContactKeys {
  readonly id: RecordId;
  readonly ownerId: UserId;
  readonly accountId: AccountId | null;
  readonly stamp: string;
  readonly created: string;
  readonly modified: string;
  readonly lastActivity: string | null;
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly accountName: string | null;
  /** Contact.Tandem_Key__c. */
  readonly key: string | null;
  readonly deleted: boolean;
  readonly lastModifiedBy: UserId;
  /** The record that a deleted one was merged into. */
  readonly masterId: RecordId | null;
  /** The contact of a person account. */
  readonly isPerson: boolean;
}

/** A request row that waits for the bridge. */
export interface RequestRow {
  readonly id: string;
  readonly kind: string;
  readonly createdBy: UserId;
  readonly userId: UserId | null;
  readonly configurationId: ConfigurationId | null;
  readonly issueId: string | null;
  readonly recordId: string | null;
  readonly parameters: string | null;
}

/** What one hot read brought, in one HTTP call. */
export interface HotRead {
  /** Live and deleted contacts after the position, by (SystemModstamp, Id); at most 2,000. */
  readonly contacts: readonly ContactKeys[];
  /** Whether further contacts wait behind these. */
  readonly more: boolean;
  readonly requests: readonly RequestRow[];
}

/** A user of the org. */
export interface OrgUser {
  readonly userId: UserId;
  readonly email: string;
  /** Whether the Salesforce user is active; whether a configuration is active stands there. */
  readonly active: boolean;
}

/** A user named by an assignment, directly or through a profile; a user named in person is not counted by profile. */
export interface AssignedUser extends OrgUser {
  readonly configurationId: ConfigurationId;
}

/** An account's key data. */
export interface AccountKeys {
  readonly id: AccountId;
  readonly name: string;
  readonly stamp: string;
  readonly deleted: boolean;
}

/** That a user follows a contact or an account in Chatter. */
export interface Follow {
  readonly userId: UserId;
  readonly followedId: string;
}

/** A link row as Salesforce keeps it. */
export interface LinkRow {
  /** Salesforce id of the row itself. */
  readonly rowId: string;
  readonly exchangeId: ExchangeId;
  readonly recordId: RecordId;
  readonly kind: Kind;
  /** Meeting_Identity__c; null for contacts. */
  readonly meeting: Fingerprint | null;
  readonly state: 'Live' | 'Suppressed';
  readonly reason: SuppressReason | null;
  readonly madeBy: Side | null;
}

/** An open issue as Salesforce keeps it. */
export interface OpenIssueRow {
  readonly issueKey: string;
  readonly code: string;
  readonly exchangeId: ExchangeId | null;
  readonly recordId: RecordId | null;
}

/** An issue, and whether it is open. */
export interface IssueRow extends OpenIssueRow {
  readonly open: boolean;
}

/** One issue with what resolving it needs. */
export interface IssueDetail extends IssueRow {
  /** Whose mailbox it concerns. */
  readonly userId: UserId;
  readonly mailboxRowId: string | null;
  /** The extras as JSON, such as near matches. */
  readonly details: string | null;
}

/** Bridge_Key__c of the rows that keep pauses begins with this; then comes `org`, a configuration's or a user's id. */
export const pauseKey = 'pause|';

/** What somebody has stopped: `org`, a configuration or a user by id. Kept in Salesforce. */
export interface Pause {
  readonly of: string;
  /** Who stopped it or why, for people. */
  readonly text: string;
}

/** Rows that are done with and may go after a while. */
export type OldRows = 'requests' | 'issues' | 'conflicts';

/** A mailbox row as Salesforce keeps it: what survives the loss of the database. */
export interface MailboxRow {
  /** Salesforce id of the row itself. */
  readonly rowId: string;
  readonly userId: UserId;
  readonly exchangeUserId: string | null;
  readonly folderId: string | null;
  readonly epoch: number;
}

/** What admins decided and what Salesforce remembers of each mailbox. */
export interface Settings {
  readonly configurations: readonly Configuration[];
  readonly users: readonly AssignedUser[];
  readonly mailboxes: readonly MailboxRow[];
  readonly pauses: readonly Pause[];
}

/** Which contacts meet a condition, or why Salesforce cannot evaluate it. */
export type MatchingContacts =
  | { readonly kind: 'known'; readonly ids: ReadonlySet<RecordId> }
  | { readonly kind: 'refused'; readonly reason: string };

/** Contacts as they are now, and which of them meet a condition. */
export interface SelectedContacts {
  readonly contacts: ReadonlyMap<RecordId, SalesforceContact>;
  readonly matching: MatchingContacts;
}

/** Something of the package that the bridge needs and the integration user cannot see, or cannot write. */
export interface PackageGap {
  /** An object, or an object and a field, by API name. */
  readonly name: string;
  readonly lacks: 'reading' | 'writing' | 'viewing all';
}

/** Field values by API name; numbers, booleans and nulls as JSON has them. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** An account to be made for a company that has none, and whose it will be. */
export interface NewAccount {
  readonly name: string;
  readonly ownerId: UserId;
}

/** The contact of a key: made just now, or by an earlier create whose end was not seen. */
export interface NewContact {
  readonly id: RecordId;
  readonly made: boolean;
}

/** Writes that passes running side by side share: rows that wait at the same time go out in one composite call. */
export interface SalesforceWriter {
  /**
   * Makes contacts with a unique Contact.Tandem_Key__c, so repeating it makes no copy, and leaves a contact of that key which is
   * there already as it is (`made` is false). A duplicate rule that only alerts stops nothing unless
   * told to skip; what one stops is refused as DUPLICATES_DETECTED with the records it names.
   */
  createContacts(
    contacts: readonly { readonly key: string; readonly fields: Row }[],
    onAlert?: OnDuplicateAlert,
  ): Promise<readonly Outcome<NewContact>[]>;
  /**
   * Duplicate rules as with `createContacts`. The contact of a person account is written through that account (`person`), which
   * has no place for some fields: they are to be left out.
   */
  updateContacts(
    contacts: readonly { readonly id: RecordId; readonly fields: Row; readonly person?: AccountId | null }[],
    onAlert?: OnDuplicateAlert,
  ): Promise<readonly Outcome<null>[]>;
  /** Deleting what is gone already is done, not refused. */
  deleteContacts(ids: readonly RecordId[]): Promise<readonly Outcome<null>[]>;
  createAccounts(accounts: readonly NewAccount[]): Promise<readonly Outcome<AccountId>[]>;
  /** Upserts rows of Tandem's own objects on their external id; the answer is the row's Salesforce id. */
  upsertRows(object: string, externalId: string, rows: readonly Row[]): Promise<readonly Outcome<string>[]>;
  updateRows(
    object: string,
    rows: readonly (Row & { readonly Id: string })[],
  ): Promise<readonly Outcome<null>[]>;
  deleteRows(object: string, ids: readonly string[]): Promise<readonly Outcome<null>[]>;
}

/**
 * The Salesforce org through one integration user. Calls throw a Fault (`TDM-S-…`) when the org as a whole cannot be
 * used; what concerns one record is an Outcome.
 */
export interface Salesforce {
  /** Signs in; throws a Fault that says what is wrong with the key, the user or the app. */
  signIn(): Promise<{ readonly orgId: OrgId; readonly userId: UserId; readonly instanceUrl: string }>;
  /** Contacts after `position` (null: from the beginning) and waiting requests, in one call. */
  readHot(position: ReadPosition | null): Promise<HotRead>;
  /** Configurations, the users they are assigned to and the mailbox rows: one call, one more when profiles are assigned. */
  readSettings(): Promise<Settings>;
  /** One user, assigned or not; null when there is none of that id. */
  readUser(userId: UserId): Promise<OrgUser | null>;
  /** The data storage that is left, in bytes; null when the org does not tell. */
  readStorageLeft(): Promise<number | null>;
  /** Accounts changed after `position`, at most 2,000, by (SystemModstamp, Id). */
  readAccounts(
    position: ReadPosition | null,
  ): Promise<{ readonly accounts: readonly AccountKeys[]; readonly more: boolean }>;
  /** Contacts that left the recycle bin unseen are only in this feed; `complete` is false when the log starts after `since`. */
  readDeletedContacts(
    since: string,
  ): Promise<{ readonly ids: readonly RecordId[]; readonly until: string; readonly complete: boolean }>;
  /** Keys of the contacts that the org holds, those in the recycle bin among them. */
  readContactKeys(ids: readonly RecordId[]): Promise<readonly ContactKeys[]>;
  /** The ids of all contacts that exist; for the full comparison. */
  readAllContactIds(): Promise<ReadonlySet<RecordId>>;
  /** Current values; missing and deleted contacts are left out. `fields` are API names; `AccountId` brings the account's name. */
  readContacts(
    ids: readonly RecordId[],
    fields: readonly string[],
  ): Promise<ReadonlyMap<RecordId, SalesforceContact>>;
  /** The same, with which of them meet the condition (SOQL): one query more for each 400, in the same call as far as it fits. */
  readSelectedContacts(wanted: {
    readonly ids: readonly RecordId[];
    readonly fields: readonly string[];
    readonly condition: string;
  }): Promise<SelectedContacts>;
  /** All contacts that meet the condition (SOQL), of one owner or of the whole org: one call for each 2,000. */
  readMatchingIds(condition: string, owner: UserId | null): Promise<MatchingContacts>;
  /** SystemModstamp of the contacts that exist; read again just before an update. */
  readStamps(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, string>>;
  /** The contacts that these users follow in Chatter, and where asked for the accounts; one call for each 1,000. */
  readFollows(users: readonly UserId[], withAccounts: boolean): Promise<readonly Follow[]>;
  /**
   * What each user may do with contacts and accounts at all, and with these fields of contacts and events: one call for 1,200 users, one more for each 2,000.
   */
  readPermissions(
    users: readonly UserId[],
    fields: SecuredFields,
  ): Promise<ReadonlyMap<UserId, UserPermissions>>;
  /** What users may do with contacts and accounts: up to 1,000 records of a user, or five users, in one call. */
  readRecordAccess(asked: readonly AskedAccess[]): Promise<AccessByUser>;
  describeContact(): Promise<ContactDescription>;
  /** What each field of Account can hold, by API name. */
  describeAccount(): Promise<ReadonlyMap<string, FieldDescription>>;
  /** What this version of the bridge needs of the package and does not find; none when package and permissions fit. */
  packageGaps(): Promise<readonly PackageGap[]>;
  readLinkRows(userId: UserId): Promise<readonly LinkRow[]>;
  /** One issue by the id of its row; null when there is none. */
  readIssue(rowId: string): Promise<IssueDetail | null>;
  /** Ids of up to 2,000 rows of that sort that ended before the instant (ISO). */
  readOldRows(sort: OldRows, before: string): Promise<readonly string[]>;
  readOpenIssueRows(userId: UserId): Promise<readonly OpenIssueRow[]>;
  /** All issues about the user's events: what closed ones say goes too when an event turns private. */
  readEventIssueRows(userId: UserId): Promise<readonly IssueRow[]>;
  /** The names of these accounts, as far as they are there. */
  readAccountNames(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, string>>;
  /** Up to ten accounts whose names are near this one. */
  nearAccounts(name: string): Promise<readonly { readonly id: AccountId; readonly name: string }[]>;
  readonly writer: SalesforceWriter;
  readonly events: SalesforceEvents;
  /** Used and allowed API requests, from the last answer. */
  usage(): { readonly used: number; readonly limit: number } | null;
  /** ISO instant of the last answer by the org's own clock (its `Date` header); null before the first. */
  serverTime(): string | null;
  /** Whether the user has the permission set Tandem Admin, and so may ask for what concerns other people's mailboxes. */
  isAdmin(userId: UserId): Promise<boolean>;
  close(): Promise<void>;
}
