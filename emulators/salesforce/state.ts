import type { Kernel } from '../kernel/kernel.ts';
import type { Org } from './store/org.ts';
import type { Limits, Quirks } from './settings.ts';
import type { QueryResult } from './soql/query.ts';

/** An app that may sign in by JWT bearer. */
export interface ConnectedApp {
  readonly clientId: string;
  /** PEM of a certificate or of a public key. */
  readonly certificatePem: string;
  /** `preauthorized`: users of these profiles or permission sets; all users when none is named. */
  readonly policy: 'preauthorized' | 'selfAuthorize';
  readonly profiles: readonly string[];
  readonly permissionSets: readonly string[];
}

export interface Session {
  readonly userId: string;
  /** Milliseconds of the last use, by the emulator's clock. */
  lastUsed: number;
}

/** The rest of a query whose first page was given. */
export interface Locator {
  readonly result: QueryResult;
  readonly pageSize: number;
}

/** What a reset throws away. */
export interface State {
  readonly org: Org;
  organizationId: string;
  /** The user as whom people act unless told otherwise. */
  readonly adminId: string;
  /** Ids by the names that seeding gave. */
  readonly refs: Map<string, string>;
  readonly apps: Map<string, ConnectedApp>;
  readonly sessions: Map<string, Session>;
  readonly locators: Map<string, Locator>;
  /** API calls by hour since 1970. */
  readonly usage: Map<number, number>;
  /** Set while an all-or-none composite runs: others wait until it is decided. */
  exclusive: { readonly owner: object; readonly done: Promise<void> } | undefined;
}

export type SalesforceKernel = Kernel<Quirks, Limits>;

/** What the routes work with; `state()` changes at a reset. */
export interface Emulator {
  readonly kernel: SalesforceKernel;
  state(): State;
  /** The emulator's own address. */
  url(): string;
}
