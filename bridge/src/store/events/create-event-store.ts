import type { Kysely } from 'kysely';
import type { EventStore } from '../event-store.ts';
import type { Database } from '../schema.ts';
import { attendanceOf } from './attendance.ts';
import { chooseAttendee, chosenAttendees, unmatchedItems } from './attendee-choices.ts';
import { allEventIds } from './all-ids.ts';
import { getCalendar } from './calendar.ts';
import { eventsByMatchKeys, eventsByTandemKeys, eventsOwnedIn, getEvents } from './find.ts';
import { markEventsGone } from './mark-gone.ts';
import { mailingWrites, noteMailing } from './mailing.ts';
import { meetingLinks } from './meetings.ts';
import {
  havingCopies,
  judgedOtherwise,
  privateCopies,
  privateElsewhere,
  rememberPrivate,
} from './private-copies.ts';
import { rememberEvents } from './remember.ts';
import { dueSeries, rememberSeries } from './series.ts';
import { updateCalendar } from './update-calendar.ts';

/** What a migrated database keeps of events. */
export function createEventStore(db: Kysely<Database>): EventStore {
  return {
    calendar: (userId) => getCalendar(db, userId),
    updateCalendar: (claim, fields) => updateCalendar(db, claim, fields),
    remember: (events, report) => rememberEvents(db, events, report),
    markGone: (ids) => markEventsGone(db, ids),
    get: (ids) => getEvents(db, ids),
    allIds: () => allEventIds(db),
    ownedIn: (userId, from, until) => eventsOwnedIn(db, userId, from, until),
    byMatchKeys: (userId, keys) => eventsByMatchKeys(db, userId, keys),
    byTandemKeys: (keys) => eventsByTandemKeys(db, keys),
    dueSeries: (userId, until) => dueSeries(db, userId, until),
    rememberSeries: (claim, series) => rememberSeries(db, claim, series),
    mailingWrites: (userId, since) => mailingWrites(db, userId, since),
    noteMailing: (claim, count) => noteMailing(db, claim, count),
    attendance: (ids) => attendanceOf(db, ids),
    chosenAttendees: (userId, keys) => chosenAttendees(db, userId, keys),
    chooseAttendee: (userId, key, relatedId) => chooseAttendee(db, userId, key, relatedId),
    unmatchedItems: (userId, key) => unmatchedItems(db, userId, key),
    meetings: (keys) => meetingLinks(db, keys),
    privateCopies: (userId) => privateCopies(db, userId),
    privateElsewhere: (userId, meetings) => privateElsewhere(db, userId, meetings),
    judgedOtherwise: (userId) => judgedOtherwise(db, userId),
    havingCopies: (meetings) => havingCopies(db, meetings),
    rememberPrivate: (claim, copies, others) => rememberPrivate(db, claim, copies, others),
  };
}
