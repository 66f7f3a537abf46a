import type { Attendance } from '../domain/attendance.ts';
import type {
  AccountId,
  ConfigurationId,
  ExchangeId,
  ExchangeUserId,
  Fingerprint,
  FolderId,
  RecordId,
  UserId,
} from '../domain/ids.ts';
import type { Link } from '../domain/link.ts';
import type { RecordAccess } from '../domain/record-access.ts';
import type { ContactScope } from '../domain/policy.ts';
import type { Kind, Side, Flow } from '../domain/words.ts';
import type { WriteTally } from '../domain/write-tally.ts';
import type { EventStore } from './event-store.ts';

/** A mailbox as the bridge remembers it. */
export interface MailboxState {
  readonly userId: UserId;
  readonly email: string;
  readonly exchangeUserId: ExchangeUserId | null;
  readonly configurationId: ConfigurationId | null;
  /** False when the user was taken out of every active configuration or is paused; nothing is deleted then. */
  readonly active: boolean;
  readonly epoch: number;
  readonly folderId: FolderId | null;
  /** The Graph delta link; null asks for a full round. */
  readonly cursor: string | null;
  /** Whether the link rows of Salesforce were loaded into this database. */
  readonly linksLoaded: boolean;
  readonly firstSyncDone: boolean;
  /** Issue code of what keeps the mailbox from syncing, with its detail. */
  readonly problem: string | null;
  readonly problemDetail: string | null;
  /** ISO instant before which no pass may start, from Retry-After. */
  readonly notBefore: string | null;
}

/** The right to sync one mailbox and kind, until it is released or outlived by a later claim. */
export interface Claim {
  readonly userId: UserId;
  readonly kind: Kind;
  readonly epoch: number;
  readonly holder: string;
}

/** Thrown by every state write of a pass whose mailbox was claimed by another process meanwhile. */
export class ClaimLost extends Error {
  constructor(claim: Claim) {
    super(`Another process took over the mailbox after epoch ${claim.epoch}.`);
    this.name = 'ClaimLost';
  }
}

/** What is known of a Salesforce contact: ids, stamps and keyed hashes, never content. */
export interface KnownRecord {
  readonly recordId: RecordId;
  readonly ownerId: UserId;
  readonly accountId: AccountId | null;
  readonly stamp: string;
  readonly created: string;
  readonly modified: string;
  readonly lastActivity: string | null;
  readonly emailKey: Fingerprint | null;
  /** Of first name, last name and company together; null without a last name. */
  readonly nameKey: Fingerprint | null;
  /** Of Contact.Tandem_Key__c. */
  readonly tandemKey: Fingerprint | null;
  readonly deleted: boolean;
  /** Who changed it last; of a deleted record, who deleted it; null when it is gone without having been seen deleted. */
  readonly lastModifiedBy: UserId | null;
  /** The record that it was merged into, when it was deleted that way. */
  readonly masterId: RecordId | null;
  /** The contact of a person account. */
  readonly isPerson: boolean;
}

/** What only one mailbox may write or make at a time: a record by its id, or records that could be one by a match key. */
export interface TurnKey {
  readonly key: string;
  /** Others have to wait until a read of the org's contacts that began after the turn's end is done: what was made is known then. */
  readonly untilRead: boolean;
}

/** A record that a mailbox has to look at. `seq` grows with each report, so that a later change is not forgotten. */
export interface InboxEntry {
  readonly recordId: RecordId;
  readonly seq: number;
}

/** An Exchange item without a link: it could not be synced, or nothing flows its way. Known so that no copy is made of it. */
export interface LooseItem {
  readonly exchangeId: ExchangeId;
  readonly emailKeys: readonly Fingerprint[];
  readonly nameKey: Fingerprint | null;
  /** Of an event of which a record may have been made without an answer: the meeting, which is that record's key. */
  readonly meeting: Fingerprint | null;
}

/** An issue as the bridge remembers it: enough to know what is open, no content. */
export interface KnownIssue {
  readonly issueKey: string;
  readonly code: string;
  readonly exchangeId: ExchangeId | null;
  readonly recordId: RecordId | null;
  /** Keyed hash of what was last written for it; an equal one is not written again. */
  readonly contentHash: string;
  readonly open: boolean;
}

/** What one chunk of a pass did, remembered in one transaction. */
export interface ChunkResult {
  /** Links to insert or replace, by mailbox, kind, scope and Exchange id. */
  readonly links: readonly Link[];
  readonly issues: readonly KnownIssue[];
  /** Items that have no link now, and ids that ceased to be loose. */
  readonly loose: readonly LooseItem[];
  readonly notLoose: readonly ExchangeId[];
  /** Records whose creation in Exchange came to an end; their intents are removed. */
  readonly intentsDone: readonly RecordId[];
  /** Deletions carried out, for the guard of the last 24 hours. */
  readonly deletions: readonly { readonly side: Side; readonly count: number }[];
  /** Who attends the meetings of these records from now on. */
  readonly attendances: readonly Attendance[];
}

export interface ActivityCounts {
  readonly created: number;
  readonly updated: number;
  readonly deleted: number;
  readonly paired: number;
}

/** A record and what an answer about it depends on: its owner and stamp, and the user's permissions; as one text. */
export interface AccessBasis {
  readonly recordId: string;
  readonly basis: string;
}

/** What Salesforce answered about one user and one record. */
export interface KnownAccess extends AccessBasis {
  readonly userId: UserId;
  readonly access: RecordAccess;
}

/** A record that a mailbox links to and that its user does not own; `live`: by a link that lives. */
export interface OthersRecord {
  readonly userId: UserId;
  readonly recordId: RecordId;
  readonly ownerId: UserId;
  readonly stamp: string;
  readonly live: boolean;
}

/** What was news among records, and the mailboxes whose inbox got it. */
export interface News {
  readonly news: readonly RecordId[];
  readonly users: readonly UserId[];
}

/** How the state of an object's org-wide read is remembered. */
export interface ReaderState {
  readonly stamp: string;
  readonly id: string;
}

/** The bridge's database: disposable, rebuilt from both sides and the link rows. One SQL statement a module behind it. */
export interface Store {
  readonly mailboxes: {
    /** Adds unknown mailboxes and takes over email, configuration and active of known ones. Users not named become inactive. */
    assign(
      users: readonly {
        readonly userId: UserId;
        readonly email: string;
        readonly configurationId: ConfigurationId;
        readonly active: boolean;
        /** Own contacts where nothing is said. */
        readonly scope?: ContactScope;
        /** Whether changes of followed records concern the mailbox; not where nothing is said. */
        readonly followed?: boolean;
      }[],
    ): Promise<void>;
    all(): Promise<readonly MailboxState[]>;
    get(userId: UserId): Promise<MailboxState | null>;
    /** Takes over what Salesforce remembers of a mailbox that this database does not know, or knows from an older time. */
    restore(
      userId: UserId,
      known: {
        readonly exchangeUserId: ExchangeUserId | null;
        readonly folderId: FolderId | null;
        readonly epoch: number;
      },
    ): Promise<void>;
    /** Counts one more of the mailbox, as a claim does, and answers how many there are now: what Salesforce is to be told. */
    countUp(userId: UserId): Promise<number>;
    /** Fenced update of some fields. Throws ClaimLost. */
    update(claim: Claim, fields: Partial<Omit<MailboxState, 'userId' | 'epoch'>>): Promise<void>;
    /**
     * Forgets cursor, fingerprints and live links of the mailbox; suppressed links, the folder and known issues stay.
     * Fenced by the claim; without one, a pass that runs loses its claim.
     */
    reset(userId: UserId, kind: Kind, claim?: Claim): Promise<void>;
  };
  readonly claims: {
    /** Null while another holder's lease is alive. Raises the epoch. */
    take(userId: UserId, kind: Kind, holder: string, leaseSeconds: number): Promise<Claim | null>;
    /** Prolongs the lease. Throws ClaimLost. */
    renew(claim: Claim, leaseSeconds: number): Promise<void>;
    release(claim: Claim): Promise<void>;
  };
  readonly turns: {
    /** Takes what no other mailbox has or made before this claim could know of it; answers the keys that were had. Fenced. */
    take(claim: Claim, keys: readonly TurnKey[]): Promise<ReadonlySet<string>>;
    /** Ends every turn of the claim; those of a dead process end by themselves. */
    end(claim: Claim): Promise<void>;
  };
  readonly links: {
    ofMailbox(userId: UserId, kind: Kind): Promise<readonly Link[]>;
    /** Live links whose deletion on one side waits for an approval. */
    held(userId: UserId, kind: Kind): Promise<readonly Link[]>;
    countLive(userId: UserId, kind: Kind): Promise<number>;
    /** The records of the mailbox's links that were merged into others, each with the one that it lives on in. */
    masters(userId: UserId, kind: Kind): Promise<ReadonlyMap<RecordId, RecordId>>;
    /** Inserts rows read from Salesforce that are not known yet; fingerprints are empty. Fenced. */
    load(claim: Claim, links: readonly Link[]): Promise<void>;
    /**
     * Live records of others that these mailboxes link to, by links that live or ended because access was lost. A meeting that
     * another mailbox has too is left out: its copies go on whatever their users see of the record.
     */
    ofOthersRecords(users: readonly UserId[], kind: Kind): Promise<readonly OthersRecord[]>;
  };
  readonly access: {
    /** The answers that still count: on the same basis, and not older than a day and a little. */
    fresh(userId: UserId, wanted: readonly AccessBasis[]): Promise<ReadonlyMap<string, RecordAccess>>;
    /** Upserts; answers where a user may do something else than at the last answer. */
    remember(
      answers: readonly KnownAccess[],
    ): Promise<readonly { readonly userId: UserId; readonly recordId: string }[]>;
    /** Removes answers that were not renewed for days. */
    forgetOld(): Promise<void>;
  };
  readonly loose: {
    ofMailbox(userId: UserId, kind: Kind): Promise<readonly LooseItem[]>;
  };
  readonly records: {
    /**
     * Upserts by record id; a stamp or a deletion that was not known is news. With `reportAs` the news is put into inboxes by
     * the same transaction, as `inbox.report` does.
     */
    remember(records: readonly KnownRecord[], reportAs?: Kind): Promise<News>;
    /** Remembers records as gone without a trace: nobody knows by whom, nor whether they were merged. */
    markGone(ids: readonly RecordId[]): Promise<void>;
    /** Those of the records that were merged into others, each with the one that it lives on in. */
    masters(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, RecordId>>;
    get(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, KnownRecord>>;
    ownedBy(userId: UserId): Promise<readonly RecordId[]>;
    /** Live records that carry one of these keys; a key of Tandem's is also found on records that were merged into others. */
    byEmailKeys(keys: readonly Fingerprint[]): Promise<readonly KnownRecord[]>;
    byNameKeys(keys: readonly Fingerprint[]): Promise<readonly KnownRecord[]>;
    byTandemKeys(keys: readonly Fingerprint[]): Promise<readonly KnownRecord[]>;
    allIds(): Promise<readonly RecordId[]>;
  };
  readonly accounts: {
    /**
     * Upserts. The records of accounts that are new, renamed or restored, and those that wait for an account of their name, are
     * put into inboxes by the same transaction; answers the mailboxes that got something.
     */
    remember(
      accounts: readonly {
        readonly accountId: AccountId;
        readonly nameKey: Fingerprint;
        readonly deleted: boolean;
        /** Another one is news too; the same for all accounts where nothing but their names matters. */
        readonly stamp: string;
      }[],
      reportAs: Kind,
    ): Promise<readonly UserId[]>;
    byNameKeys(keys: readonly Fingerprint[]): Promise<ReadonlyMap<Fingerprint, readonly AccountId[]>>;
    /** The account that a user's contacts of a company get from now on; those of live links go into the inboxes. */
    choose(userId: UserId, nameKey: Fingerprint, accountId: AccountId): Promise<void>;
    /** What was chosen for these companies, as far as the accounts are still there. */
    chosen(userId: UserId, keys: readonly Fingerprint[]): Promise<ReadonlyMap<Fingerprint, AccountId>>;
  };
  readonly inbox: {
    /**
     * Puts records into the inbox of their owner's mailbox, of every mailbox that links to them, and with contacts of every mailbox
     * whose user follows them or whose scope is all visible contacts; answers the mailboxes that got something.
     */
    report(kind: Kind, ids: readonly RecordId[]): Promise<readonly UserId[]>;
    /** Puts the records of live links whose company in Exchange has one of these keys into inboxes; answers the mailboxes. */
    reportCompanies(keys: readonly Fingerprint[]): Promise<readonly UserId[]>;
    /** Puts records into one mailbox's inbox. */
    put(userId: UserId, kind: Kind, ids: readonly RecordId[]): Promise<void>;
    /** Puts every contact that is known, or every event of the user's own, into one mailbox's inbox. */
    putAll(userId: UserId, kind: Kind): Promise<void>;
    read(userId: UserId, kind: Kind): Promise<readonly InboxEntry[]>;
    /** Removes the entries unless they were reported again meanwhile. Fenced. */
    remove(claim: Claim, entries: readonly InboxEntry[]): Promise<void>;
  };
  readonly follows: {
    /**
     * Takes over what these users follow, and nobody else does: ids of contacts, or of accounts, which stand for the contacts
     * of person accounts. Puts the records that are followed now or no more into the inboxes of those users' mailboxes, and
     * answers which mailboxes that are.
     */
    remember(
      follows: readonly { readonly userId: UserId; readonly followedId: string }[],
    ): Promise<readonly UserId[]>;
    /** The contacts that a user follows. */
    ofUser(userId: UserId): Promise<ReadonlySet<RecordId>>;
  };
  readonly matches: {
    /**
     * Takes over which records meet the conditions of a configuration now. Puts those that came to meet them, and those that a
     * mailbox of the configuration has a copy of though they do not, into inboxes; answers the mailboxes.
     */
    remember(
      configurationId: ConfigurationId,
      condition: string,
      ids: readonly RecordId[],
    ): Promise<readonly UserId[]>;
  };
  readonly events: EventStore;
  readonly intents: {
    /** Written before the creates are sent. Fenced. */
    add(claim: Claim, ids: readonly RecordId[]): Promise<void>;
    ofMailbox(userId: UserId, kind: Kind): Promise<ReadonlySet<RecordId>>;
  };
  readonly issues: {
    open(userId: UserId, kind: Kind): Promise<readonly KnownIssue[]>;
    get(keys: readonly string[]): Promise<ReadonlyMap<string, KnownIssue>>;
    /** Issues of these items of a mailbox, open and closed ones. */
    ofItems(userId: UserId, ids: readonly ExchangeId[]): Promise<readonly KnownIssue[]>;
  };
  readonly chunks: {
    /** Remembers what a chunk did, in one transaction fenced by the claim. Throws ClaimLost. */
    remember(claim: Claim, chunk: ChunkResult): Promise<void>;
  };
  readonly guard: {
    /** Deletions carried out since `since` (ISO): of one kind in this mailbox by side, and of both in the whole org. */
    deletions(
      userId: UserId,
      kind: Kind,
      since: string,
    ): Promise<{ readonly Exchange: number; readonly Salesforce: number; readonly org: number }>;
    /**
     * Announces how many deletions the pass is about to make, so that passes side by side count each other; answers whether the
     * org then stays within `most` since `since` (ISO). They are announced until they are remembered, or the claim ends.
     */
    announce(
      claim: Claim,
      count: number,
      limit: { readonly since: string; readonly most: number },
    ): Promise<boolean>;
  };
  readonly brakes: {
    /** Takes up to `wanted` of the `most` writes that first syncs of a configuration may make in an hour; answers how many. */
    takeFirstSyncWrites(
      configurationId: ConfigurationId,
      hour: string,
      wanted: number,
      most: number,
    ): Promise<number>;
    /** Adds what became of writes and answers what became of all of them in the last hour. */
    tally(configurationId: ConfigurationId, tally: WriteTally): Promise<WriteTally>;
    /** Starts the tally anew. */
    forgetTally(configurationId: ConfigurationId): Promise<void>;
  };
  readonly activity: {
    /** Adds to the counts of a day (`yyyy-MM-dd`) and answers its new totals. */
    add(day: string, kind: Kind, flow: Flow, counts: ActivityCounts): Promise<ActivityCounts>;
  };
  readonly readers: {
    get(name: string): Promise<ReaderState | null>;
    set(name: string, state: ReaderState): Promise<void>;
    /** Counts a read that begins, and answers its number; `done` is told when it came to its end. */
    begin(name: string): Promise<number>;
    done(name: string, read: number): Promise<void>;
    /** One process at a time reads for the whole org. True when this holder has or gets the lease. */
    lease(name: string, holder: string, seconds: number): Promise<boolean>;
  };
  readonly meta: {
    get(key: string): Promise<string | null>;
    set(key: string, value: string): Promise<void>;
  };
  close(): Promise<void>;
}
