import { describe, expect, it } from 'vitest';
import { itemWrite } from './item-write.ts';
import { recordWrite } from './record-write.ts';

const item = { zone: 'Asia/Tokyo', properties: {}, text: '' };
const at = { isAllDay: false, start: '2026-03-17T10:00:00.000Z', end: '2026-03-17T11:30:00.000Z' } as const;

describe('itemWrite', () => {
  it('writes times by the clock of the zone that the event was made in', () => {
    expect(itemWrite({ StartDateTime: '2026-03-17T10:00:00.000Z/2026-03-17T11:30:00.000Z' }, item)).toEqual({
      isAllDay: false,
      start: { dateTime: '2026-03-17T19:00:00', timeZone: 'Asia/Tokyo' },
      end: { dateTime: '2026-03-17T20:30:00', timeZone: 'Asia/Tokyo' },
    });
  });

  it('tells the second pass through an hour that the clocks repeat by its offset', () => {
    const night = { StartDateTime: '2026-10-25T01:30:00.000Z/2026-10-25T02:00:00.000Z' };
    expect(itemWrite(night, { ...item, zone: 'Europe/Berlin' })).toEqual({
      isAllDay: false,
      start: { dateTime: '2026-10-25T02:30:00+01:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2026-10-25T03:00:00', timeZone: 'Europe/Berlin' },
    });
  });

  it('writes all-day events from midnight to midnight, whatever the zone', () => {
    expect(
      itemWrite({ StartDateTime: '2026-03-29/2026-03-30' }, { ...item, zone: 'America/New_York' }),
    ).toEqual({
      isAllDay: true,
      start: { dateTime: '2026-03-29T00:00:00', timeZone: 'America/New_York' },
      end: { dateTime: '2026-03-30T00:00:00', timeZone: 'America/New_York' },
    });
  });

  it('writes nothing but what changed', () => {
    expect(itemWrite({ Subject: 'New' }, item)).toEqual({ subject: 'New' });
    expect(itemWrite({ Location: null, ShowAs: 'OutOfOffice', IsPrivate: 'true' }, item)).toEqual({
      location: { displayName: '' },
      showAs: 'oof',
      sensitivity: 'private',
    });
    expect(itemWrite({ ReminderDateTime: null }, item)).toEqual({ isReminderOn: false });
  });
});

describe('recordWrite', () => {
  it('writes a time as start and length, and the reminder with it', () => {
    const changes = { StartDateTime: '2026-03-17T10:00:00.000Z/2026-03-17T11:30:00.000Z' };
    expect(recordWrite(changes, { ReminderDateTime: '15' }, at)).toEqual({
      IsAllDayEvent: false,
      StartDateTime: '2026-03-17T10:00:00.000Z',
      DurationInMinutes: 90,
      IsReminderSet: true,
      ReminderDateTime: '2026-03-17T09:45:00.000Z',
    });
  });

  it('writes all-day events as dates at midnight UTC, 1,440 minutes a day', () => {
    const time = { isAllDay: true, start: '2026-03-28', end: '2026-03-30' } as const;
    expect(recordWrite({ StartDateTime: '2026-03-28/2026-03-30' }, {}, time)).toMatchObject({
      IsAllDayEvent: true,
      StartDateTime: '2026-03-28T00:00:00.000Z',
      DurationInMinutes: 2880,
      IsReminderSet: false,
    });
  });

  it('leaves time and reminder alone when neither changed', () => {
    expect(recordWrite({ Subject: 'New', IsPrivate: 'false' }, { ReminderDateTime: '15' }, at)).toEqual({
      Subject: 'New',
      IsPrivate: false,
    });
  });
});
