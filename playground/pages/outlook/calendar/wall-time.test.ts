import { describe, expect, it } from 'vitest';
import { dayAfter, minutesAfter, offsetOf, rangeText, wallTime } from './wall-time.ts';

const winter = new Date('2026-01-15T23:30:00Z');

describe('the clock of a mailbox', () => {
  it('shows the time of its zone, and its offset from UTC', () => {
    expect(wallTime(winter, 'Europe/Berlin')).toBe('2026-01-16T00:30');
    expect(wallTime(winter, 'Asia/Kolkata')).toBe('2026-01-16T05:00');
    expect(offsetOf(winter, 'Asia/Kolkata')).toBe('+05:30');
    expect(offsetOf(winter, 'America/New_York')).toBe('-05:00');
    expect(offsetOf(new Date('2026-07-15T12:00:00Z'), 'America/New_York')).toBe('-04:00');
  });

  it('counts days and minutes over the ends of months', () => {
    expect(dayAfter('2026-02-28')).toBe('2026-03-01');
    expect(minutesAfter('2026-12-31T23:45', 30)).toBe('2027-01-01T00:15');
  });

  it('tells from when until when', () => {
    expect(rangeText({ start: '2026-08-03T09:00', end: '2026-08-03T10:00' }, false)).toBe(
      'Mon, Aug 3, 09:00 – 10:00',
    );
    expect(rangeText({ start: '2026-08-03T00:00', end: '2026-08-04T00:00' }, true)).toBe(
      'Mon, Aug 3, all day',
    );
    expect(rangeText({ start: '2026-08-03T00:00', end: '2026-08-05T00:00' }, true)).toBe(
      'Mon, Aug 3 – Tue, Aug 4, all day',
    );
  });
});
