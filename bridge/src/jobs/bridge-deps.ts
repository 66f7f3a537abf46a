import type { OrgId, UserId } from '../domain/ids.ts';
import type { Log } from '../domain/log.ts';
import type { Exchange } from '../exchange/exchange.ts';
import type { Salesforce } from '../salesforce/salesforce.ts';
import type { Store } from '../store/store.ts';
import type { TakeFingerprint } from '../sync/merge/merge-values.ts';

/** What the jobs of a bridge work with. */
export interface BridgeDeps {
  readonly store: Store;
  readonly salesforce: Salesforce;
  readonly exchange: Exchange;
  readonly fingerprint: TakeFingerprint;
  readonly now: () => Date;
  readonly log: Log;
  /** Names this process among those that share the database. */
  readonly holder: string;
  /** Whether writes that mail people may be made at all. */
  readonly mayMail: boolean;
}

/** The two services after signing in. */
export interface Connection {
  readonly orgId: OrgId;
  readonly integrationUserId: UserId;
}
