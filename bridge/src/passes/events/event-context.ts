import type { ExchangeUserId, OrgId, UserId } from '../../domain/ids.ts';
import type { Log } from '../../domain/log.ts';
import type { UserPermissions } from '../../domain/permissions.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import type { ExchangeCalendar } from '../../exchange/calendar/exchange-calendar.ts';
import type { Salesforce } from '../../salesforce/salesforce.ts';
import type { CalendarState } from '../../store/event-store.ts';
import type { Claim, Store } from '../../store/store.ts';
import type { Mapping } from '../../sync/mapping/mapping.ts';
import type { TakeFingerprint } from '../../sync/merge/merge-values.ts';
import type { Brakes } from '../brakes.ts';

/** Everything that one pass of one mailbox's events works with. */
export interface EventPassContext {
  readonly store: Store;
  readonly salesforce: Salesforce;
  readonly calendar: ExchangeCalendar;
  readonly orgId: OrgId;
  /** The user that the bridge signs in as: what it changed in Salesforce is no person's edit. */
  readonly integrationUserId: UserId;
  readonly userId: UserId;
  /** The mailbox's e-mail address: that of the organiser on its own meetings. */
  readonly email: string;
  readonly exchangeUserId: ExchangeUserId;
  readonly state: CalendarState;
  /** ISO instant at which the mailbox's events were first synced. */
  readonly begun: string;
  /** Salesforce id of the Tandem_Mailbox__c row. */
  readonly mailboxRowId: string;
  readonly claim: Claim;
  readonly policy: EventPolicy;
  readonly permissions: UserPermissions;
  readonly mapping: Mapping;
  readonly fingerprint: TakeFingerprint;
  readonly now: () => Date;
  readonly log: Log;
  readonly brakes: Brakes;
  readonly signal: AbortSignal;
  /** How many steps are written, and then remembered, together. */
  readonly chunkSize: number;
  /** Whether writes that mail people may be made at all: the contract check has passed. */
  readonly mayMail: boolean;
  /** Called after each chunk with how many steps are done; throws when the mailbox was taken over. */
  readonly onProgress: (done: number, all: number) => Promise<void>;
}
