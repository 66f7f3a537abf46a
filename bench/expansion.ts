import { as } from '../bridge/src/domain/ids.ts';
import type { ExchangeSeries } from '../bridge/src/domain/event.ts';
import type { RecurrencePattern } from '../bridge/src/domain/recurrence.ts';
import { itemsOfSeries } from '../bridge/src/sync/events/items-of-series.ts';
import type { PlainFigure } from './plain-figures.ts';

const seriesCount = 10_000;
const zones = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo', 'Australia/Lord_Howe', 'UTC'];
const startDate = '2026-01-05';
const year = { from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' };

const patterns: readonly RecurrencePattern[] = [
  { type: 'daily', interval: 1 },
  { type: 'weekly', interval: 1, daysOfWeek: ['monday', 'thursday'], firstDayOfWeek: 'monday' },
  { type: 'weekly', interval: 2, daysOfWeek: ['friday'], firstDayOfWeek: 'sunday' },
  { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
  { type: 'relativeMonthly', interval: 1, daysOfWeek: ['friday'], index: 'last' },
  { type: 'absoluteYearly', interval: 1, month: 2, dayOfMonth: 29 },
  { type: 'relativeYearly', interval: 1, month: 11, daysOfWeek: ['thursday'], index: 'fourth' },
];

/** Works out 10,000 series for one year, as a pass does. */
export function benchExpansion(): readonly PlainFigure[] {
  const all = Array.from({ length: seriesCount }, (_, number) => seriesOf(number));
  const started = performance.now();
  const dates = all.reduce((sum, series) => sum + itemsOfSeries(series, year).items.length, 0);
  const seconds = (performance.now() - started) / 1000;
  return [
    {
      figure: 'expansion_s',
      what: `seconds for 10,000 series, which have ${dates.toLocaleString('en')} dates in the year`,
      measured: Math.round(seconds * 100) / 100,
      bound: 'at most',
      value: 2,
    },
  ];
}

function seriesOf(number: number): ExchangeSeries {
  const id = `series ${number}`;
  return {
    master: {
      id: as(id),
      etag: '1',
      type: 'seriesMaster',
      iCalUId: id,
      originalDate: null,
      time: { start: `${startDate}T08:00:00.000Z`, end: `${startDate}T09:00:00.000Z`, isAllDay: false },
    } as ExchangeSeries['master'],
    recurrence: {
      pattern: patterns[number % patterns.length] as RecurrencePattern,
      range: { type: 'noEnd', startDate },
    },
    zone: zones[number % zones.length] as string,
    exceptions: [],
    cancelled: [],
  };
}
