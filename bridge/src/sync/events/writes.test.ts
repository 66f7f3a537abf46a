import { describe, expect, it } from 'vitest';
import type { Values } from '../../domain/item.ts';
import type { WrittenItem } from './item-write.ts';
import { itemWrite } from './item-write.ts';
import { recordWrite } from './record-write.ts';
import { eventFields, mapping } from './testing/samples.ts';
import { eventMapping } from './event-fields.ts';

const item = { zone: 'Asia/Tokyo', properties: {}, text: '', categories: ['salesforce', 'Old'] };
const write = (changes: Values, at: WrittenItem = item) => itemWrite(changes, mapping, at);
const at = { isAllDay: false, start: '2026-03-17T10:00:00.000Z', end: '2026-03-17T11:30:00.000Z' } as const;

describe('itemWrite', () => {
  it('writes times by the clock of the zone that the event was made in', () => {
    expect(write({ StartDateTime: '2026-03-17T10:00:00.000Z/2026-03-17T11:30:00.000Z' })).toEqual({
      isAllDay: false,
      start: { dateTime: '2026-03-17T19:00:00', timeZone: 'Asia/Tokyo' },
      end: { dateTime: '2026-03-17T20:30:00', timeZone: 'Asia/Tokyo' },
    });
  });

  it('tells the second pass through an hour that the clocks repeat by its offset', () => {
    const night = { StartDateTime: '2026-10-25T01:30:00.000Z/2026-10-25T02:00:00.000Z' };
    expect(write(night, { ...item, zone: 'Europe/Berlin' })).toEqual({
      isAllDay: false,
      start: { dateTime: '2026-10-25T02:30:00+01:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2026-10-25T03:00:00', timeZone: 'Europe/Berlin' },
    });
  });

  it('writes all-day events from midnight to midnight, whatever the zone', () => {
    expect(write({ StartDateTime: '2026-03-29/2026-03-30' }, { ...item, zone: 'America/New_York' })).toEqual({
      isAllDay: true,
      start: { dateTime: '2026-03-29T00:00:00', timeZone: 'America/New_York' },
      end: { dateTime: '2026-03-30T00:00:00', timeZone: 'America/New_York' },
    });
  });

  it('writes nothing but what changed', () => {
    expect(write({ Subject: 'New' })).toEqual({ subject: 'New' });
    expect(write({ Location: null, ShowAs: 'OutOfOffice', IsPrivate: 'true' })).toEqual({
      location: { displayName: '' },
      showAs: 'oof',
      sensitivity: 'private',
    });
    expect(write({ ReminderDateTime: null })).toEqual({ isReminderOn: false });
  });
});

describe('a custom field of an event', () => {
  const mapped = (property: string) =>
    eventMapping([{ field: 'Topic__c', property, direction: 'Both' }], eventFields).mapping;

  it('goes out as categories, beside the one that marks the event', () => {
    expect(itemWrite({ Topic__c: 'Travel; Customer' }, mapped('categories'), item)).toEqual({
      categories: ['salesforce', 'Travel', 'Customer'],
    });
    expect(itemWrite({ Topic__c: null }, mapped('categories'), item)).toEqual({ categories: ['salesforce'] });
  });

  it('goes out as a field that people made in Outlook, and empties it', () => {
    const id = 'String {00020329-0000-0000-c000-000000000046} Name Budget Code';
    for (const [given, value] of [
      ['B 7', 'B 7'],
      [null, ''],
    ] as const)
      expect(itemWrite({ Topic__c: given }, mapped('named:Budget Code'), item)).toEqual({
        singleValueExtendedProperties: [{ id, value }],
      });
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
