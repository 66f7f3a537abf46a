import { mintId } from '../ids.ts';
import type { JournalEntry } from '../mailbox.ts';
import type { Recurrence } from '../recurrence/pattern.ts';
import type { EventValues } from './event-values.ts';

/** One occurrence that was changed by itself; it follows the series in everything else. */
export interface ExceptionRecord {
  /** The day it was on by the rule, in the series' zone. */
  date: string;
  /** When it changed last, on the mailbox's count. */
  seq: number;
  /** Only what is its own. */
  values: Partial<EventValues>;
  extended: Map<string, string>;
}

/** A single event or a series as the mailbox keeps it. A series is one item with its exceptions inside. */
export interface EventRecord {
  immutableId: string;
  mutableId: string;
  changeKey: string;
  createdAt: Date;
  modifiedAt: Date;
  /** The same in every copy of the meeting. */
  uid: string;
  transactionId: string | undefined;
  isOrganizer: boolean;
  organizer: { name: string; address: string };
  /** The organizer cancelled it; the copy waits for its owner to remove it. */
  isCancelled: boolean;
  values: EventValues;
  recurrence: Recurrence | undefined;
  /** By original date. */
  exceptions: Map<string, ExceptionRecord>;
  /** Original dates without an occurrence. */
  cancelled: Set<string>;
  /** Single-value extended properties by their normal id. */
  extended: Map<string, string>;
}

export interface DeletedEvent extends EventRecord {
  deletedAt: Date;
  purged: boolean;
}

/** The default calendar of a mailbox. */
export interface CalendarRecord {
  id: string;
  /** Single-value extended properties by their normal id. */
  extended: Map<string, string>;
  /** By immutable id. */
  events: Map<string, EventRecord>;
  byMutableId: Map<string, EventRecord>;
  byUid: Map<string, EventRecord>;
  byTransaction: Map<string, EventRecord>;
  deleted: Map<string, DeletedEvent>;
  /** By immutable id of an event or of an exception that is gone, in the order of change. */
  journal: Map<string, JournalEntry>;
  /** Fresh events whose change key will move once more by itself. */
  drifting: Set<EventRecord>;
}

export function createCalendar(mailboxId: string): CalendarRecord {
  return {
    id: mintId('folder', mailboxId, 'calendar'),
    extended: new Map(),
    events: new Map(),
    byMutableId: new Map(),
    byUid: new Map(),
    byTransaction: new Map(),
    deleted: new Map(),
    journal: new Map(),
    drifting: new Set(),
  };
}
