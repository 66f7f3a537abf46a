import { describe, expect, it } from 'vitest';
import { readEvent } from './event.ts';
import { eventBody } from './testing/event-bodies.ts';

describe('an event on the wire', () => {
  it('is read as the documented answer to a create has it', () => {
    expect(readEvent(eventBody('a'))).toEqual({
      kind: 'event',
      event: {
        id: 'a',
        etag: 'W/"a-1"',
        modified: '2017-04-15T03:00:51.245372Z',
        type: 'singleInstance',
        masterId: null,
        originalDate: null,
        iCalUId:
          '040000008200E00074C5B7101A82E00800000000DA2B357D94B5D201000000000000000010000000EC4597557F0CB34EA4CC2887EA7B17C3',
        time: { isAllDay: false, start: '2031-03-03T09:00:00.000Z', end: '2031-03-03T10:00:00.000Z' },
        zone: 'America/Los_Angeles',
        isOrganizer: true,
        isCancelled: false,
        organizer: 'danas@contoso.onmicrosoft.com',
        attendees: [
          {
            email: 'samanthab@contoso.onmicrosoft.com',
            name: 'Samantha Booth',
            type: 'required',
            response: 'none',
            responded: null,
          },
        ],
        sensitivity: 'normal',
        categories: [],
        isOnlineMeeting: false,
        text: 'Does late morning work for you?',
        webLink:
          'https://outlook.office365.com/owa/?itemid=AAMkAGI1AAAt9AHjAAA%3D&exvsurl=1&path=/calendar/item',
        properties: {
          subject: "Let's go brunch",
          body: {
            contentType: 'html',
            content: '<html><head></head><body>Does late morning work for you?</body></html>',
          },
          location: {
            displayName: "Harry's Bar",
            locationType: 'default',
            uniqueId: "Harry's Bar",
            uniqueIdType: 'private',
          },
          showAs: 'busy',
          isReminderOn: true,
          reminderMinutesBeforeStart: 15,
          importance: 'normal',
        },
      },
    });
  });

  it('does not count its organiser among the attendees, as the copies of others list them', () => {
    const attendee = (address: string | null, response: string) => ({
      type: 'optional',
      status: { response },
      emailAddress: { name: null, address },
    });
    const attendees = [
      attendee('DanaS@contoso.onmicrosoft.com', 'none'),
      attendee('bob@contoso.example', 'tentativelyAccepted'),
      attendee(null, 'accepted'),
    ];
    expect(readEvent(eventBody('a', { isOrganizer: false, attendees }))).toMatchObject({
      event: {
        isOrganizer: false,
        attendees: [
          {
            email: 'bob@contoso.example',
            name: '',
            type: 'optional',
            response: 'tentativelyAccepted',
            responded: null,
          },
        ],
      },
    });
  });

  it('made in a zone that nobody knows was made in UTC', () => {
    const zone = { originalStartTimeZone: 'tzone://Microsoft/Custom' };
    expect(readEvent(eventBody('a', zone))).toMatchObject({ event: { zone: 'UTC' } });
  });

  it.each(['@odata.etag', 'attendees', 'body', 'start', 'sensitivity'])('came in part without %s', (name) => {
    expect(readEvent(eventBody('a', { [name]: undefined }))).toEqual({ kind: 'partial', id: 'a' });
  });

  it('that is a bare occurrence only names its series', () => {
    const bare = { id: 'o', '@odata.etag': 'W/"DwAA"', seriesMasterId: 'a', type: 'occurrence' };
    expect(readEvent(bare)).toEqual({ kind: 'occurrence', id: 'o', masterId: 'a' });
  });
});
