import { describe, expect, it } from 'vitest';
import type { ExchangeSeries } from '../../domain/event.ts';
import { event, series } from './testing/samples.ts';
import { itemsOfSeries } from './items-of-series.ts';

const march = { from: '2026-03-01T00:00:00.000Z', until: '2026-04-20T00:00:00.000Z' };
const starts = (of: ExchangeSeries, window = march) =>
  itemsOfSeries(of, window).items.map(({ time }) => time.start);

const weekly = series({
  zone: 'Europe/Berlin',
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['tuesday'], firstDayOfWeek: 'monday' },
    range: { type: 'noEnd', startDate: '2026-03-17' },
  },
  time: { isAllDay: false, start: '2026-03-17T08:00:00.000Z', end: '2026-03-17T09:00:00.000Z' },
});

describe('itemsOfSeries', () => {
  it('keeps the time by the clock of its zone when clocks change', () => {
    expect(starts(weekly)).toEqual([
      '2026-03-17T08:00:00.000Z',
      '2026-03-24T08:00:00.000Z',
      '2026-03-31T07:00:00.000Z',
      '2026-04-07T07:00:00.000Z',
      '2026-04-14T07:00:00.000Z',
    ]);
  });

  it('keeps it in a zone that gave up summer time too', () => {
    const yearly = series({
      zone: 'America/Mexico_City',
      recurrence: {
        pattern: { type: 'absoluteYearly', interval: 1, dayOfMonth: 5, month: 7 },
        range: { type: 'noEnd', startDate: '2021-07-05' },
      },
      time: { isAllDay: false, start: '2021-07-05T14:00:00.000Z', end: '2021-07-05T15:00:00.000Z' },
    });
    expect(starts(yearly, { from: '2022-01-01T00:00:00.000Z', until: '2024-01-01T00:00:00.000Z' })).toEqual([
      '2022-07-05T14:00:00.000Z',
      '2023-07-05T15:00:00.000Z',
    ]);
  });

  it('leaves out cancelled dates', () => {
    const some = { ...weekly, cancelled: ['2026-03-24'] };
    expect(starts(some)).not.toContain('2026-03-24T08:00:00.000Z');
    const { fateOf } = itemsOfSeries(some, march);
    expect(fateOf('2026-03-24')).toBe('cancelled');
    expect(fateOf('2026-03-25')).toBe('struck');
    expect(fateOf('2026-03-31')).toBe('stands');
    expect(fateOf('2027-03-30')).toBe('stands');
  });

  it('shows an exception where it was moved, under its original date', () => {
    const moved = event({
      type: 'exception',
      originalDate: '2026-03-24',
      time: { isAllDay: false, start: '2026-03-26T15:00:00.000Z', end: '2026-03-26T16:00:00.000Z' },
    });
    const { items, fateOf } = itemsOfSeries({ ...weekly, exceptions: [moved] }, march);
    expect(items.filter(({ time }) => time.start.startsWith('2026-03-2'))).toEqual([
      expect.objectContaining({
        id: `${weekly.master.id}/2026-03-24`,
        event: moved,
        time: moved.time,
      }),
    ]);
    expect(fateOf('2026-03-24')).toBe('stands');
  });

  it('leaves out an exception that was moved out of the window, though its date stands', () => {
    const moved = event({
      type: 'exception',
      originalDate: '2026-03-24',
      time: { isAllDay: false, start: '2026-06-26T15:00:00.000Z', end: '2026-06-26T16:00:00.000Z' },
    });
    const { items, fateOf } = itemsOfSeries({ ...weekly, exceptions: [moved] }, march);
    expect(items.map(({ id }) => id)).not.toContain(`${weekly.master.id}/2026-03-24`);
    expect(fateOf('2026-03-24')).toBe('stands');
  });

  it('takes in what began before the window and still goes on', () => {
    const night = series({
      zone: 'UTC',
      recurrence: {
        pattern: { type: 'daily', interval: 7 },
        range: { type: 'noEnd', startDate: '2026-02-28' },
      },
      time: { isAllDay: true, start: '2026-02-28', end: '2026-03-03' },
    });
    expect(itemsOfSeries(night, march).items[0]?.time).toEqual({
      isAllDay: true,
      start: '2026-02-28',
      end: '2026-03-03',
    });
  });

  it('knows the first date behind the window, so that the series is asked for again when it comes', () => {
    expect(itemsOfSeries(weekly, march).next).toBe('2026-04-21');
    const ended = {
      ...weekly,
      recurrence: {
        ...weekly.recurrence,
        range: { type: 'endDate' as const, startDate: '2026-03-17', endDate: '2026-04-07' },
      },
    };
    expect(itemsOfSeries(ended, march).next).toBe(null);
  });

  it.each([
    ['stands on the day behind the window', '2026-04-21', '2026-04-21', '2026-04-21', null],
    ['was moved far behind the window', '2026-04-07', '2026-06-26', '2026-04-21', '2026-06-26'],
  ])('knows of an exception that %s', (_, originalDate, day, first, second) => {
    const time = { isAllDay: false, start: `${day}T15:00:00.000Z`, end: `${day}T16:00:00.000Z` };
    const range = { type: 'endDate' as const, startDate: '2026-03-17', endDate: '2026-04-21' };
    const ended = {
      ...weekly,
      recurrence: { ...weekly.recurrence, range },
      exceptions: [event({ type: 'exception', originalDate, time })],
    };
    expect(itemsOfSeries(ended, { ...march, until: '2026-04-21T00:00:00.000Z' }).next).toBe(first);
    expect(itemsOfSeries(ended, { ...march, until: '2026-04-22T00:00:00.000Z' }).next).toBe(second);
  });
});
