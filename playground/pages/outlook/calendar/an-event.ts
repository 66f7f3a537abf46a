import type { EventState } from './event.ts';

/** An event of a test, from nine to ten in UTC, with what it has else. */
export function anEvent(more: Partial<EventState> = {}): EventState {
  return {
    id: 'one',
    type: 'singleInstance',
    seriesMasterId: null,
    changeKey: 'key',
    subject: 'Review',
    body: { content: '' },
    start: { dateTime: '2026-08-03T09:00:00.0000000' },
    end: { dateTime: '2026-08-03T10:00:00.0000000' },
    isAllDay: false,
    isCancelled: false,
    isOrganizer: true,
    isOnlineMeeting: false,
    onlineMeeting: null,
    location: {},
    attendees: [],
    organizer: { emailAddress: { address: 'ann@contoso.test' } },
    responseStatus: { response: 'organizer' },
    categories: [],
    sensitivity: 'normal',
    showAs: 'busy',
    recurrence: null,
    ...more,
  };
}
