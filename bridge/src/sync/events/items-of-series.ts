import type { EventTime, ExchangeSeries } from '../../domain/event.ts';
import type { CivilDate } from '../../domain/recurrence.ts';
import { dateOf, dayOf, isoText } from '../recurrence/day.ts';
import { expand, firstDate } from '../recurrence/expand.ts';
import { civilOf, instantOf } from '../../domain/zone.ts';
import type { EventItem } from './event-item.ts';
import { seriesItemId } from './event-item.ts';
import type { TimeWindow } from './window.ts';
import { touching } from './window.ts';

/** What became of an original date: it belongs to the series, in the window or not; a person cancelled it; or the rule has it no more. */
export type DateFate = 'stands' | 'cancelled' | 'struck';

/** What a series comes to within a window. */
export interface SeriesItems {
  readonly items: readonly EventItem[];
  readonly fateOf: (date: CivilDate) => DateFate;
  /** The day of the first date that begins when the window is over, an exception by the day that it was moved to; null for none. */
  readonly next: CivilDate | null;
}

const dayMs = 86_400_000;

/**
 * The dates of a series that touch the window: those of its rule by the clock of its zone, without the cancelled ones, and its
 * exceptions wherever they were moved.
 */
export function itemsOfSeries(series: ExchangeSeries, window: TimeWindow): SeriesItems {
  const { master, exceptions, cancelled } = series;
  const exceptional = new Map(
    exceptions.flatMap((event) =>
      event.originalDate === null ? [] : [[event.originalDate, event] as const],
    ),
  );
  const gone = new Set(cancelled);
  const timeOn = occurrenceTimes(series);
  const days = Math.ceil(lengthOf(master.time) / dayMs) + 1;
  const first = dateOf(dayOf(window.from.slice(0, 10)) - days);
  const last = dateOf(dayOf(window.until.slice(0, 10)) + 1);
  const regular = expand(series.recurrence, first, last)
    .filter((date) => !gone.has(date) && !exceptional.has(date))
    .map((date): EventItem => item(series, date, timeOn(date)));
  const moved = [...exceptional].map(([date, event]): EventItem => ({
    id: seriesItemId({ masterId: master.id, date }),
    event,
    time: event.time,
    series: { masterId: master.id, date },
  }));
  const isInWindow = touching(window);
  const items = [...regular, ...moved].filter(({ time }) => isInWindow(time));
  const until = Date.parse(window.until);
  const isLater = ({ time }: EventItem) => Date.parse(time.start) >= until;
  // They are in order, and few of them are later.
  const firstLater = regular[regular.findLastIndex((each) => !isLater(each)) + 1];
  const coming = [
    firstLater?.series?.date ?? firstDate(series.recurrence, last),
    ...moved.filter(isLater).map(({ time }) => time.start.slice(0, 10)),
  ];
  return {
    items,
    fateOf: (date) => {
      if (exceptional.has(date)) return 'stands';
      if (gone.has(date)) return 'cancelled';
      return expand(series.recurrence, date, date).length === 1 ? 'stands' : 'struck';
    },
    next: coming.filter((day) => day !== null).toSorted()[0] ?? null,
  };
}

function item(series: ExchangeSeries, date: CivilDate, time: EventTime): EventItem {
  const masterId = series.master.id;
  return {
    id: seriesItemId({ masterId, date }),
    event: series.master,
    time,
    series: { masterId, date },
  };
}

/** When the occurrence of a date happens: at the same time by the zone's clock, as long as the first one. */
function occurrenceTimes({ master, zone }: ExchangeSeries): (date: CivilDate) => EventTime {
  const { time } = master;
  if (time.isAllDay) {
    const length = dayOf(time.end) - dayOf(time.start);
    return (date) => ({ isAllDay: true, start: date, end: dateOf(dayOf(date) + length) });
  }
  const starts = civilOf(Date.parse(time.start), zone);
  const length = civilOf(Date.parse(time.end), zone) - starts;
  const timeOfDay = ((starts % dayMs) + dayMs) % dayMs;
  return (date) => {
    const start = dayOf(date) * dayMs + timeOfDay;
    return {
      isAllDay: false,
      start: isoText(instantOf(start, zone)),
      end: isoText(instantOf(start + length, zone)),
    };
  };
}

function lengthOf({ start, end }: EventTime): number {
  return Math.max(0, Date.parse(end) - Date.parse(start));
}
