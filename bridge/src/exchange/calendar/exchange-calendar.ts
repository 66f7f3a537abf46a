import type { ExchangeEvent, ExchangeSeries } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { ExchangeProperties } from '../../domain/item.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { CivilDate } from '../../domain/recurrence.ts';
import type { OrgMark } from '../org-mark.ts';

/** What of a calendar is looked at: instants in ISO, UTC, the end exclusive. */
export interface CalendarWindow {
  readonly from: string;
  readonly until: string;
}

/** A new event: Graph properties, the marker that names its Salesforce record, and a word by which Exchange makes it only once. */
export interface NewExchangeEvent {
  readonly properties: ExchangeProperties;
  readonly marker: string;
  readonly transactionId: string;
}

/** A conditional change of one event, or of one occurrence by its own Graph id: only the named properties are written. */
export interface ExchangeEventPatch {
  readonly id: ExchangeId;
  readonly etag: string | null;
  readonly properties: ExchangeProperties;
}

/** A field that people or add-ins made in Outlook, by the id of its extended property ("singleValueLegacyExtendedProperty"). */
export interface NamedField {
  readonly id: string;
  readonly value: string | null;
}

/** One round of the calendar view's delta, read to its end. */
export type CalendarRound =
  | {
      readonly kind: 'round';
      /** Single events that are new or changed since the cursor, the last word on each; all of the window in a first round. */
      readonly events: readonly ExchangeEvent[];
      /** Series of which anything came: the master, an exception or a bare occurrence. To be read as a whole. */
      readonly series: readonly ExchangeId[];
      /** A hint only: an event that was changed outside the window looks the same. Ids of occurrences may be among them. */
      readonly tombstones: readonly ExchangeId[];
      /** Items that the service sent in a shape that cannot be read. */
      readonly malformed: readonly { readonly id: ExchangeId | null; readonly detail: string }[];
      readonly cursor: string;
    }
  | { readonly kind: 'cursorDead' };

/** The default calendar of one mailbox; its calls share the mailbox's gate of four requests at a time. */
export interface ExchangeCalendar {
  /** Where the calendar names the org that syncs it. */
  readonly orgMark: OrgMark;
  /** `cursor` null reads everything in the window, which is then frozen in the cursor. */
  readRound(window: CalendarWindow, cursor: string | null): Promise<CalendarRound>;
  /**
   * Single events and masters as they are now, with their markers; null for those that do not exist. One that Exchange cannot
   * give in a readable form is left out: it exists, so it is not gone.
   */
  readEvents(
    ids: readonly ExchangeId[],
  ): Promise<
    ReadonlyMap<ExchangeId, { readonly event: ExchangeEvent; readonly marker: string | null } | null>
  >;
  /**
   * Series with their exceptions and cancelled dates, in one request each; null for those that do not exist or are none now.
   * One that cannot be read in whole is left out.
   */
  readSeries(ids: readonly ExchangeId[]): Promise<ReadonlyMap<ExchangeId, ExchangeSeries | null>>;
  /**
   * The fields with these property ids of single events, masters and exceptions; null for those that do not exist. What
   * Exchange cannot give is left out.
   */
  readNamedFields(
    ids: readonly ExchangeId[],
    properties: readonly string[],
  ): Promise<ReadonlyMap<ExchangeId, readonly NamedField[] | null>>;
  /** The same of all single events and masters, in pages of up to 999. */
  listNamedFields(properties: readonly string[]): Promise<ReadonlyMap<ExchangeId, readonly NamedField[]>>;
  /** Markers of all single events and masters that carry one, in pages of up to 999. */
  readMarkers(): Promise<ReadonlyMap<ExchangeId, string>>;
  /** Events that carry this marker; how a create whose answer was lost is found again. */
  findByMarker(marker: string): Promise<readonly ExchangeEvent[]>;
  /** The Graph ids of a series' occurrences in the window that are no exceptions, by original date. */
  occurrenceIds(series: ExchangeId, window: CalendarWindow): Promise<ReadonlyMap<CivilDate, ExchangeId>>;
  /** IANA name of the mailbox's own zone; `UTC` when it names none that is known, or the app may not read its settings. */
  zone(): Promise<string>;
  /** Whether the app may change events of the mailbox; asking changes nothing and mails nobody. */
  mayWrite(): Promise<boolean>;
  /**
   * Outcomes in the order of the events. One whose answer was lost is `unknown`; asked again with its `transactionId`, of which
   * Exchange makes only one event, it answers with that event as it stands by then.
   */
  createEvents(events: readonly NewExchangeEvent[]): Promise<readonly Outcome<ExchangeEvent>[]>;
  /** One without an etag is never repeated: when its answer was lost it is `unknown`. */
  updateEvents(patches: readonly ExchangeEventPatch[]): Promise<readonly Outcome<ExchangeEvent>[]>;
  /** Deleting what is gone already is done, not refused. */
  deleteEvents(
    ids: readonly { readonly id: ExchangeId; readonly etag: string | null }[],
  ): Promise<readonly Outcome<null>[]>;
}
