import type { JournalEntry, MailboxRecord } from '../mailbox.ts';
import type { Quirks } from '../settings.ts';
import type { EventRecord } from './calendar.ts';
import { eventId, occurrenceId } from './event-ids.ts';
import { eventView, occurrenceEtag, shownTime } from './event-view.ts';
import type { Showing } from './event-view.ts';
import { instancesIn, touches } from './series.ts';
import type { Instance, Window } from './series.ts';

const TYPE = '#microsoft.graph.event';

type Item = Record<string, unknown>;

/** One line of the calendar's journal, to be told through a window. */
export interface DeltaLine {
  mailbox: MailboxRecord;
  id: string;
  entry: JournalEntry;
  window: Window;
  showing: Showing;
  quirks: Quirks;
  /** Changes up to here were told. */
  since: number;
  /** Where the calendar stood when the first round began: what was not in the window then is not told at all. */
  began: number;
}

/**
 * What delta tells of one line: nothing of a cancelled occurrence but the series it is missing from; a tombstone for
 * what is deleted and for whatever changed outside the window, which looks the same.
 */
export function deltaItems(line: DeltaLine): Item[] {
  const { mailbox, id, entry, window, showing, quirks } = line;
  const first = isFirst(line);
  const record = mailbox.calendar.events.get(id);
  if (entry.gone || !record) {
    return first ? [] : [tombstone(showing.ids === 'immutable' ? id : entry.mutableId)];
  }
  if (record.recurrence) return seriesItems(line, record, instancesIn(record, window, quirks));
  if (touches(window, record.values.start, record.values.end)) return [full(record, showing)];
  return first ? [] : [tombstone(eventId(record, showing.ids))];
}

/** A series comes whole: itself, its occurrences in the window bare, its exceptions full. */
function seriesItems(line: DeltaLine, record: EventRecord, instances: readonly Instance[]): Item[] {
  const { showing, quirks, began, since } = line;
  const first = isFirst(line);
  const outside = first ? [] : movedOut(line, record, instances);
  if (instances.length === 0) {
    return first ? [] : [tombstone(eventId(record, showing.ids)), ...outside];
  }
  const later = since >= began && !first;
  const told = later && !quirks.viewDeltaWholeSeries ? newest(line, record, instances) : instances;
  return [
    ...(later && quirks.viewDeltaMastersMissing ? [] : [full(record, showing)]),
    ...told.map((instance) =>
      instance.exception ? full(record, showing, instance) : bare(record, showing, instance),
    ),
    ...outside,
  ];
}

/** Exceptions that changed and do not touch the window look deleted. */
function movedOut(
  { showing, since }: DeltaLine,
  record: EventRecord,
  instances: readonly Instance[],
): Item[] {
  const inside = new Set(instances.map(({ date }) => date));
  return [...record.exceptions.values()]
    .filter(({ date, seq }) => seq > since && !inside.has(date))
    .map(({ date }) => tombstone(occurrenceId(record, date, showing.ids)));
}

/** Only the exception that changed last; all when it was the series itself. */
function newest(
  { entry }: DeltaLine,
  record: EventRecord,
  instances: readonly Instance[],
): readonly Instance[] {
  const exceptions = [...record.exceptions.values()];
  if (!exceptions.some(({ seq }) => seq === entry.seq)) return instances;
  return instances.filter(({ exception }) => exception?.seq === entry.seq);
}

function isFirst({ entry, began }: DeltaLine): boolean {
  return entry.seq <= began;
}

function full(record: EventRecord, showing: Showing, instance?: Instance): Item {
  return { '@odata.type': TYPE, ...eventView(record, showing, instance) };
}

/** An occurrence has nothing but its times; their zone is named as Windows does, whatever `Prefer` asked for. */
function bare(record: EventRecord, showing: Showing, { date, start, end }: Instance): Item {
  const zone = { ...showing.zone, name: showing.zone.windows };
  return {
    '@odata.type': TYPE,
    '@odata.etag': occurrenceEtag(record),
    seriesMasterId: eventId(record, showing.ids),
    type: 'occurrence',
    id: occurrenceId(record, date, showing.ids),
    start: shownTime(start, record.values, zone),
    end: shownTime(end, record.values, zone),
  };
}

function tombstone(id: string): Item {
  return { '@odata.type': TYPE, id, '@removed': { reason: 'deleted' } };
}
