import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { eventTimes } from './event-times.ts';

const timed = (start: string, end: string) => ({ isAllDay: false, start, end }) as const;

describe('the times of an event for a write', () => {
  it('are the clock of the zone, which is an hour ahead in winter and two in summer', () => {
    expect(
      eventTimes(timed('2031-03-28T08:00:00.000Z', '2031-04-01T07:30:00.000Z'), 'Europe/Berlin'),
    ).toEqual({
      isAllDay: false,
      start: { dateTime: '2031-03-28T09:00:00', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2031-04-01T09:30:00', timeZone: 'Europe/Berlin' },
    });
  });

  it('tell the second pass through a repeated hour by its offset, and the first not', () => {
    const { start, end } = eventTimes(
      timed('2031-10-26T00:30:00.000Z', '2031-10-26T01:30:00.000Z'),
      'Europe/Berlin',
    );
    expect(start.dateTime).toBe('2031-10-26T02:30:00');
    expect(end.dateTime).toBe('2031-10-26T02:30:00+01:00');
  });

  it.each([
    ['Australia/Lord_Howe', '2031-04-05T15:15:00.000Z', '2031-04-06T01:45:00+10:30'],
    ['America/St_Johns', '2031-11-02T05:00:00.000Z', '2031-11-02T01:30:00-03:30'],
    ['Asia/Kolkata', '2031-03-03T20:00:00.000Z', '2031-03-04T01:30:00'],
    ['UTC', '2031-03-03T20:00:00.000Z', '2031-03-03T20:00:00'],
  ])('in %s are %s as %s', (zone, instant, dateTime) => {
    expect(eventTimes(timed(instant, instant), zone).start).toEqual({ dateTime, timeZone: zone });
  });

  it('of an all-day event are midnights whatever the zone', () => {
    expect(
      eventTimes({ isAllDay: true, start: '2031-03-30', end: '2031-04-01' }, 'America/New_York'),
    ).toEqual({
      isAllDay: true,
      start: { dateTime: '2031-03-30T00:00:00', timeZone: 'America/New_York' },
      end: { dateTime: '2031-04-01T00:00:00', timeZone: 'America/New_York' },
    });
  });

  it('name the same instant to an independent library, at any instant in any zone', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Tehran',
      'Africa/Casablanca',
    ];
    const hours = fc.integer({ min: 0, max: 40 * 366 * 48 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), hours, (zone, halfHours) => {
        const instant = new Date(Date.UTC(2000, 0, 1) + halfHours * 1_800_000).toISOString();
        const { dateTime } = eventTimes(timed(instant, instant), zone).start;
        const read = /[+-]\d\d:\d\d$/.test(dateTime)
          ? Temporal.Instant.from(dateTime)
          : Temporal.PlainDateTime.from(dateTime)
              .toZonedDateTime(zone, { disambiguation: 'earlier' })
              .toInstant();
        expect(read.epochMilliseconds).toBe(Date.parse(instant));
      }),
      { numRuns: 2_000 },
    );
  });
});
