import type { ContactFilter } from '../domain/filter.ts';
import type { ExchangeUserId, FolderId, OrgId, UserId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { UserPermissions } from '../domain/permissions.ts';
import type { ContactPolicy } from '../domain/policy.ts';
import type { Brakes } from './brakes.ts';
import type { ExchangeMailbox } from '../exchange/exchange.ts';
import type { Salesforce } from '../salesforce/salesforce.ts';
import type { Claim, MailboxState, Store } from '../store/store.ts';
import type { Mapping } from '../sync/mapping/mapping.ts';
import type { NewRecordType } from '../sync/mapping/record-type.ts';
import type { TakeFingerprint } from '../sync/merge/merge-values.ts';

/** Everything that one pass of one mailbox works with. */
export interface PassContext {
  readonly store: Store;
  readonly salesforce: Salesforce;
  readonly exchange: ExchangeMailbox;
  readonly orgId: OrgId;
  readonly userId: UserId;
  readonly exchangeUserId: ExchangeUserId;
  readonly folderId: FolderId;
  readonly mailbox: MailboxState;
  /** Salesforce id of the Tandem_Mailbox__c row. */
  readonly mailboxRowId: string;
  readonly claim: Claim;
  readonly policy: ContactPolicy;
  /** The conditions of the mailbox's configuration. */
  readonly filter: ContactFilter;
  /** Called when Salesforce does not evaluate the conditions; the pass goes on and takes nothing for having left them. */
  readonly filterRefused: (reason: string) => void;
  /** What the mailbox's user may do in Salesforce. */
  readonly permissions: UserPermissions;
  /** The configuration's mapping, as far as the user's field permissions allow it. */
  readonly mapping: Mapping;
  readonly recordType: NewRecordType;
  readonly fingerprint: TakeFingerprint;
  readonly now: () => Date;
  readonly log: Log;
  readonly brakes: Brakes;
  readonly signal: AbortSignal;
  /** How many steps are written, and then remembered, together. */
  readonly chunkSize: number;
  /** Called after each chunk with how many steps are done; throws when the mailbox was taken over. */
  readonly onProgress: (done: number, all: number) => Promise<void>;
}

/** What writing and remembering a chunk works with, be it of contacts or of events. */
export type ChunkContext = Pick<
  PassContext,
  | 'store'
  | 'salesforce'
  | 'claim'
  | 'userId'
  | 'mailboxRowId'
  | 'fingerprint'
  | 'now'
  | 'log'
  | 'brakes'
  | 'signal'
  | 'chunkSize'
  | 'onProgress'
>;
