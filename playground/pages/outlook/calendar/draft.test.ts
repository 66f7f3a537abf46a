import { describe, expect, it } from 'vitest';
import { anEvent } from './an-event.ts';
import type { Recurrence } from './event.ts';
import { changeTo, draftOf, faultOf, newDraft } from './draft.ts';

const zone = 'Europe/Berlin';
const at = (dateTime: string) => ({ dateTime, timeZone: zone });

describe('the draft of an event', () => {
  it('has the times of the zone of the mailbox', () => {
    expect(draftOf(anEvent(), zone)).toMatchObject({ start: '2026-08-03T11:00', end: '2026-08-03T12:00' });
  });

  it('writes nothing that stayed, since Exchange would mail about it', () => {
    const event = anEvent({ sensitivity: 'personal', categories: ['Red'] });
    expect(changeTo(draftOf(event, zone), zone, event)).toEqual({});
    const renamed = { ...draftOf(event, zone), subject: 'Other' };
    expect(changeTo(renamed, zone, event)).toEqual({ subject: 'Other' });
  });

  it('keeps who was there as they were, and other categories', () => {
    const guest = { type: 'optional', emailAddress: { name: 'Bob', address: 'bob@x.test' } } as const;
    const event = anEvent({ attendees: [guest], categories: ['Red'] });
    const draft = { ...draftOf(event, zone), people: ['bob@x.test', 'eve@x.test'], isMarked: true };
    expect(changeTo(draft, zone, event)).toEqual({
      attendees: [guest, { type: 'required', emailAddress: { address: 'eve@x.test' } }],
      categories: ['Red', 'Salesforce'],
    });
  });

  it('counts the last whole day as part of the event', () => {
    const event = anEvent({
      isAllDay: true,
      start: { dateTime: '2026-08-03T00:00:00.0000000' },
      end: { dateTime: '2026-08-05T00:00:00.0000000' },
    });
    const draft = draftOf(event, zone);
    expect(draft.end).toBe('2026-08-04T00:00');
    expect(changeTo({ ...draft, end: '2026-08-06T00:00' }, zone, event)).toEqual({
      isAllDay: true,
      start: at('2026-08-03T00:00:00'),
      end: at('2026-08-07T00:00:00'),
    });
  });

  it('sends the rule along when a series begins on another day', () => {
    const recurrence: Recurrence = {
      pattern: {
        ...{ type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
        ...{ dayOfMonth: 0, month: 0, index: 'first' },
      },
      range: {
        type: 'noEnd',
        startDate: '2026-08-03',
        endDate: '0001-01-01',
        numberOfOccurrences: 0,
        recurrenceTimeZone: zone,
      },
    };
    const series = anEvent({ type: 'seriesMaster', recurrence });
    const draft = { ...draftOf(series, zone), start: '2026-08-10T11:00', end: '2026-08-10T12:00' };
    expect(changeTo(draft, zone, series)).toMatchObject({
      start: at('2026-08-10T11:00:00'),
      recurrence: { pattern: { type: 'weekly', daysOfWeek: ['monday'] }, range: { startDate: '2026-08-10' } },
    });
    expect(changeTo({ ...draftOf(series, zone), showAs: 'free' }, zone, series)).toEqual({ showAs: 'free' });
  });

  it('says why it cannot be saved', () => {
    const draft = newDraft('2026-08-03T09:00');
    expect(faultOf(draft)).toBeUndefined();
    expect(faultOf({ ...draft, end: '2026-08-03T08:00' })).toBe('It ends before it starts.');
    expect(faultOf({ ...draft, people: ['bob'] })).toBe('“bob” is no e-mail address.');
  });
});
