import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { PrivateCopy } from '../../store/event-store.ts';
import type { InboxEntry } from '../../store/store.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import type { SeriesItems } from '../../sync/events/items-of-series.ts';
import type { SplitSeries } from '../../sync/events/rekey-series.ts';
import type { EventWindows, TimeWindow } from '../../sync/events/window.ts';
import type { Asked } from '../asked.ts';

/** `MovedOut`: the event became a series; nobody deleted it. */
export type HowGone = 'Deleted' | 'DeletedUnseen' | 'MovedOut';

/** What the calendar and Salesforce reported since the last pass. */
export interface CalendarChanges {
  readonly windows: EventWindows;
  readonly links: readonly Link[];
  /** Series of which a date is linked. */
  readonly masters: ReadonlySet<ExchangeId>;
  /** What is there, within what is synced, of the events that were reported. */
  readonly items: Map<ExchangeId, EventItem>;
  /** Series that were read, as they are now. */
  readonly series: Map<
    ExchangeId,
    SeriesItems & SplitSeries & { readonly uid: string; readonly isPrivate: boolean }
  >;
  /** Linked items that were told to be deleted in an earlier pass, which could not carry it over or held it. */
  readonly pending: ReadonlySet<ExchangeId>;
  /** Linked items that are surely gone, and how that is known. */
  readonly gone: Map<ExchangeId, HowGone>;
  /** Those of them that a change of their series struck out, so that their links may go on with its other dates. */
  readonly struck: Set<ExchangeId>;
  /** Linked items that are there, outside of what is synced: they stay as they are. */
  readonly aside: Set<ExchangeId>;
  /** Single events that are there, outside of what is synced. */
  readonly beyond: Map<ExchangeId, EventItem>;
  /** The copies that are remembered as private. */
  readonly privateCopies: ReadonlyMap<ExchangeId, PrivateCopy>;
  /** What was asked for and did not come, although it may be there: it is asked for again in the next pass. */
  readonly unread: Set<ExchangeId>;
  readonly inbox: readonly InboxEntry[];
  readonly asked: Asked;
  readonly malformed: readonly { readonly id: ExchangeId | null; readonly detail: string }[];
  /** Records that were reported as changed. */
  readonly records: ReadonlySet<RecordId>;
  /** Everything was read, so what is missing is missing. */
  readonly full: boolean;
  /** Where the next round starts; kept only when everything of this one is done. */
  readonly cursor: string;
  readonly window: TimeWindow;
  /** The days that came into the window since the last pass that was done; null when none did. */
  readonly entered: TimeWindow | null;
  /** Single events beyond the window, and when each comes. */
  readonly later: Map<ExchangeId, string>;
  /** Series and single events of which it was remembered that they come into the window now. */
  readonly due: readonly ExchangeId[];
  /** Markers of all single events and masters that carry one; read once, when they are first asked for. */
  readonly markers: () => Promise<ReadonlyMap<ExchangeId, string>>;
  /** IANA name of the mailbox's own zone, asked for once. */
  readonly zone: () => Promise<string>;
}
