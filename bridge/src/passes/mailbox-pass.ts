import type { Fault } from '../domain/fault.ts';
import type { ContactFilter } from '../domain/filter.ts';
import type { ConfigurationId, OrgId, UserId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { UserPermissions } from '../domain/permissions.ts';
import type { ContactPolicy } from '../domain/policy.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Salesforce } from '../salesforce/salesforce.ts';
import type { Store } from '../store/store.ts';
import type { Mapping } from '../sync/mapping/mapping.ts';
import type { NewRecordType } from '../sync/mapping/record-type.ts';
import type { TakeFingerprint } from '../sync/merge/merge-values.ts';
import type { MissingField } from '../sync/permitted-mapping.ts';
import type { PassResult } from './pass-result.ts';
import type { KindState, MailboxTrouble } from './mailbox-report.ts';

/** What the pass of one mailbox works with. */
export interface MailboxPassDeps {
  readonly store: Store;
  readonly salesforce: Salesforce;
  readonly exchange: Exchange;
  readonly orgId: OrgId;
  readonly fingerprint: TakeFingerprint;
  readonly now: () => Date;
  readonly log: Log;
  /** Names this process among those that share the database. */
  readonly holder: string;
  /** Salesforce ids of the Tandem_Mailbox__c rows that are known; rows made by a pass are added. */
  readonly mailboxRows: Map<UserId, string>;
  readonly configurationId: ConfigurationId;
  /** What an admin decided for this mailbox, as far as its user's permissions allow it. */
  readonly policy: ContactPolicy;
  /** The conditions that contacts must meet to go out. */
  readonly filter: ContactFilter;
  /** What the user would have to be permitted for all that an admin decided, in words. */
  readonly missingPermissions: readonly string[];
  readonly permissions: UserPermissions;
  /** The configuration's mapping, as far as the user's field permissions allow it. */
  readonly mapping: Mapping;
  readonly missingFields: readonly MissingField[];
  readonly recordType: NewRecordType;
  /** What of the configuration cannot work. */
  readonly problems: readonly MailboxTrouble[];
}

/** How the pass of one mailbox ended; its troubles are outcomes, those of Salesforce or the bridge as a whole are thrown. */
export type MailboxPass =
  | {
      readonly kind: 'done';
      readonly result: PassResult;
      readonly state: KindState;
      readonly openIssues: number;
    }
  | {
      readonly kind: 'trouble';
      readonly code: Fault['code'];
      readonly state: KindState;
      readonly openIssues: number;
    }
  | { readonly kind: 'later'; readonly afterMs: number }
  | { readonly kind: 'busy' };

/** How long a claim lasts unless it is renewed: so long wait those who live for a mailbox of a process that died. */
export const leaseSeconds = 20;
