import type { DeltaCalls } from '../delta-pages.ts';
import { mayWrite } from '../may-write.ts';
import { orgMark } from '../org-mark.ts';
import { readRound } from './delta.ts';
import { createEvents, deleteEvents, updateEvents } from './events.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';
import { mailboxZone } from './mailbox-zone.ts';
import { findByMarker, readMarkers } from './markers.ts';
import { listNamedFields, readNamedFields } from './named-fields.ts';
import { occurrenceIds } from './occurrence-ids.ts';
import { readEvents } from './read-events.ts';
import { readSeries } from './read-series.ts';

/** The calls of a mailbox's default calendar. */
export function createCalendar(calls: DeltaCalls): ExchangeCalendar {
  return {
    orgMark: orgMark(calls, calls.paths.calendar),
    readRound: (window, cursor) => readRound(calls, window, cursor),
    readEvents: (ids) => readEvents(calls, ids),
    readSeries: (ids) => readSeries(calls, ids),
    readNamedFields: (ids, properties) => readNamedFields(calls, ids, properties),
    listNamedFields: (properties) => listNamedFields(calls, properties),
    readMarkers: () => readMarkers(calls),
    findByMarker: (marker) => findByMarker(calls, marker),
    occurrenceIds: (series, window) => occurrenceIds(calls, series, window),
    zone: () => mailboxZone(calls),
    mayWrite: () => mayWrite(calls, calls.paths.event),
    createEvents: (events) => createEvents(calls, events),
    updateEvents: (patches) => updateEvents(calls, patches),
    deleteEvents: (ids) => deleteEvents(calls, ids),
  };
}
