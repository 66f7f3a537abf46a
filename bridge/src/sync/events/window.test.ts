import { describe, expect, it } from 'vitest';
import { policy } from './testing/samples.ts';
import { covers, cursorWindow, eventWindows, touches } from './window.ts';

const now = new Date('2026-03-10T15:30:00Z');
const windows = eventWindows(
  { ...policy, windowDaysBack: 30, windowDaysAhead: 60, seriesDaysAhead: 90 },
  now,
);

describe('the windows of events', () => {
  it('are whole days, and dates of series reach no further than events', () => {
    expect(windows).toEqual({
      events: { from: '2026-02-08T00:00:00.000Z', until: '2026-05-10T00:00:00.000Z' },
      series: { from: '2026-02-08T00:00:00.000Z', until: '2026-05-10T00:00:00.000Z' },
    });
  });

  it('are held by a cursor for so many days more, and then by a new one', () => {
    const cursor = cursorWindow(windows);
    const after = (days: number) =>
      eventWindows(
        { ...policy, windowDaysBack: 30, windowDaysAhead: 60 },
        new Date(now.getTime() + days * 86_400_000),
      );
    expect(covers(cursor, after(35))).toBe(true);
    expect(covers(cursor, after(36))).toBe(false);
  });

  it('are touched by what begins before and still goes on, and by an event without length at their start', () => {
    const window = { from: '2026-03-01T00:00:00.000Z', until: '2026-03-02T00:00:00.000Z' };
    const timed = (start: string, end: string) => touches({ isAllDay: false, start, end }, window);
    expect(timed('2026-02-28T23:00:00Z', '2026-03-01T01:00:00Z')).toBe(true);
    expect(timed('2026-02-28T23:00:00Z', '2026-03-01T00:00:00Z')).toBe(false);
    expect(timed('2026-03-01T00:00:00Z', '2026-03-01T00:00:00Z')).toBe(true);
    expect(timed('2026-03-02T00:00:00Z', '2026-03-02T01:00:00Z')).toBe(false);
    expect(touches({ isAllDay: true, start: '2026-03-01', end: '2026-03-02' }, window)).toBe(true);
  });
});
