import { describe, expect, it } from 'vitest';
import { isOver, timeOf, timeValue } from './event-time.ts';

describe('the time of an event', () => {
  it('is one value, in whole minutes, and can be read back', () => {
    const time = {
      isAllDay: false,
      start: '2026-03-17T10:00:30.500Z',
      end: '2026-03-17T11:00:59.000Z',
    } as const;
    expect(timeValue(time)).toBe('2026-03-17T10:00:00.000Z/2026-03-17T11:00:00.000Z');
    expect(timeOf(timeValue(time))).toEqual({
      isAllDay: false,
      start: '2026-03-17T10:00:00.000Z',
      end: '2026-03-17T11:00:00.000Z',
    });
  });

  it('is dates of an all-day event', () => {
    const time = { isAllDay: true, start: '2026-03-17', end: '2026-03-19' } as const;
    expect(timeOf(timeValue(time))).toEqual(time);
  });

  it('is none where nothing is said', () => {
    expect(timeOf(null)).toBeNull();
    expect(timeOf('soon')).toBeNull();
  });

  it('lies in the past once it is over everywhere', () => {
    const hour = { isAllDay: false, start: '2026-03-17T10:00:00Z', end: '2026-03-17T11:00:00Z' } as const;
    expect(isOver(hour, Date.parse('2026-03-17T10:59:00Z'))).toBe(false);
    expect(isOver(hour, Date.parse('2026-03-17T11:00:00Z'))).toBe(true);
    const day = { isAllDay: true, start: '2026-03-17', end: '2026-03-18' } as const;
    expect(isOver(day, Date.parse('2026-03-18T11:00:00Z'))).toBe(false);
    expect(isOver(day, Date.parse('2026-03-18T12:00:00Z'))).toBe(true);
  });
});
