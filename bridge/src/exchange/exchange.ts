import type { ExchangeId, ExchangeUserId, FolderId } from '../domain/ids.ts';
import type { ExchangeContact, ExchangeProperties } from '../domain/item.ts';
import type { Outcome } from '../domain/refusal.ts';
import type { ExchangeCalendar } from './calendar/exchange-calendar.ts';
import type { OrgMark } from './org-mark.ts';

/** A new contact: Graph properties and the marker that names its Salesforce record. */
export interface NewExchangeContact {
  readonly properties: ExchangeProperties;
  readonly marker: string;
}

/** A conditional change of one contact: only the named properties are written. */
export interface ExchangeContactPatch {
  readonly id: ExchangeId;
  readonly etag: string | null;
  readonly properties: ExchangeProperties;
}

/** One round of the contacts delta, read to its end. */
export type ContactsRound =
  | {
      readonly kind: 'round';
      /** Contacts that are new or changed since the cursor, the last word on each; all of them in a first round. */
      readonly contacts: readonly ExchangeContact[];
      /** Tombstones: a hint only, since a move looks the same. */
      readonly tombstones: readonly ExchangeId[];
      /** Items that the service sent in a shape that cannot be read. */
      readonly malformed: readonly { readonly id: ExchangeId | null; readonly detail: string }[];
      readonly cursor: string;
    }
  | { readonly kind: 'cursorDead' }
  | { readonly kind: 'folderGone' };

/** One mailbox of Exchange Online. Calls of one mailbox share its gate of four requests at a time. */
export interface ExchangeMailbox {
  /** The default calendar. */
  readonly calendar: ExchangeCalendar;
  /** Folders of that exact name anywhere under the mailbox's contacts. */
  findFolders(name: string): Promise<readonly FolderId[]>;
  createFolder(name: string): Promise<FolderId>;
  folderExists(folder: FolderId): Promise<boolean>;
  /** Where the folder names the org that syncs it. */
  orgMark(folder: FolderId): OrgMark;
  /** Whether the app may change contacts of the mailbox; asking changes nothing. */
  mayWrite(): Promise<boolean>;
  /** `cursor` null reads everything. Selects `properties` and what Tandem needs besides. */
  readRound(folder: FolderId, cursor: string | null, properties: readonly string[]): Promise<ContactsRound>;
  /** Markers of all contacts of the folder that carry one, in pages of up to 999. */
  readMarkers(folder: FolderId): Promise<ReadonlyMap<ExchangeId, string>>;
  /**
   * The contacts as they are now with their markers; null for those that do not exist. One that Exchange cannot give in a
   * readable form is left out: it exists, so it is not gone.
   */
  readContacts(
    ids: readonly ExchangeId[],
    properties: readonly string[],
  ): Promise<
    ReadonlyMap<ExchangeId, { readonly contact: ExchangeContact; readonly marker: string | null } | null>
  >;
  /** Contacts of the folder that carry this marker; how a create whose answer was lost is found again. */
  findByMarker(folder: FolderId, marker: string): Promise<readonly ExchangeContact[]>;
  /** Outcomes in the order of the contacts. Never repeats a create whose answer was lost: that is `unknown`. `gone` means the folder. */
  createContacts(
    folder: FolderId,
    contacts: readonly NewExchangeContact[],
  ): Promise<readonly Outcome<ExchangeContact>[]>;
  updateContacts(patches: readonly ExchangeContactPatch[]): Promise<readonly Outcome<ExchangeContact>[]>;
  /** Deleting what is gone already is done, not refused. */
  deleteContacts(
    ids: readonly { readonly id: ExchangeId; readonly etag: string | null }[],
  ): Promise<readonly Outcome<null>[]>;
}

/**
 * A read that Exchange put off: it asked to wait for longer than a call may, or kept failing in passing. Nothing is wrong
 * with the mailbox; read again after `retryAfterMs`.
 */
export class Throttled extends Error {
  readonly retryAfterMs: number;

  constructor(operation: string, retryAfterMs: number) {
    super(`Exchange puts off ${operation} for ${retryAfterMs} ms.`);
    this.name = 'Throttled';
    this.retryAfterMs = retryAfterMs;
  }
}

/** What finding a mailbox by e-mail address can come to. */
export type FoundMailbox =
  | { readonly kind: 'found'; readonly id: ExchangeUserId }
  | { readonly kind: 'notFound' }
  /** Two people of the directory claim the address. */
  | { readonly kind: 'several' }
  | { readonly kind: 'denied' };

/**
 * Exchange Online through Microsoft Graph. Every call takes its signal from the mailbox or tenant it was made with and
 * throws a Fault (`TDM-X-…`, `TDM-M-…`) when the service as a whole cannot be used; what concerns one item is an Outcome.
 * Reads throw Throttled when Exchange puts them off; writes that it puts off are `later`.
 */
export interface Exchange {
  /** Signs in; throws a Fault that says what is wrong with the certificate, the tenant or the app. */
  signIn(): Promise<void>;
  findMailbox(email: string): Promise<FoundMailbox>;
  mailbox(id: ExchangeUserId, signal: AbortSignal): ExchangeMailbox;
  close(): Promise<void>;
}
