import { DAYS } from '../../../emulators/exchange/recurrence/pattern.ts';
import type { EventAct } from './acts.ts';
import type { EventWorld } from './world.ts';
import type { Shown } from './shown.ts';

type Fields = Record<string, unknown>;

const dayMs = 86_400_000;
const zones = ['UTC', 'W. Europe Standard Time', 'Eastern Standard Time', 'Tokyo Standard Time'] as const;

/** Midnight UTC of a day of the coming weeks, or of the last days. */
export function day(world: EventWorld, { target, value }: EventAct): number {
  return Math.floor(world.now() / dayMs) * dayMs + ((target + value) % 24) * dayMs - 5 * dayMs;
}

/** At a minute of its own, so that nothing of the same subject starts then but a copy. */
export function hours(world: EventWorld, act: EventAct): Fields {
  const timeZone = zones[act.value % zones.length];
  const start =
    day(world, act) + (7 + (act.target % 12)) * 3_600_000 + (world.ledger.entries.length % 60) * 60_000;
  const text = (moment: number) => ({ dateTime: new Date(moment).toISOString().slice(0, 19), timeZone });
  const length =
    act.value % 17 === 5 ? 0 : act.value % 19 === 7 ? 30 * 3_600_000 : (1 + (act.value % 4)) * 900_000;
  return { start: text(start), end: text(start + length) };
}

export function wholeDays(world: EventWorld, act: EventAct): Fields {
  const timeZone = zones[act.value % zones.length];
  const start = day(world, act);
  const text = (moment: number) => ({ dateTime: new Date(moment).toISOString().slice(0, 19), timeZone });
  return { isAllDay: true, start: text(start), end: text(start + (1 + (act.target % 3)) * dayMs) };
}

export function recurrenceOf(world: EventWorld, act: EventAct): Fields {
  return ruleFrom(act, day(world, act));
}

/** A rule that has the day on which it starts. */
export function ruleFrom({ field, value }: EventAct, start: number): Fields {
  const first = new Date(start);
  const weekday = DAYS[first.getUTCDay()]!;
  const patterns: Fields[] = [
    { type: 'daily', interval: 1 + (value % 3) },
    { type: 'weekly', interval: 1 + (value % 2), daysOfWeek: [weekday] },
    { type: 'weekly', interval: 1, daysOfWeek: [...new Set([weekday, DAYS[(first.getUTCDay() + 2) % 7]!])] },
    { type: 'absoluteMonthly', interval: 1, dayOfMonth: first.getUTCDate() },
    {
      type: 'relativeMonthly',
      interval: 1,
      daysOfWeek: [weekday],
      index: ['first', 'second', 'third', 'fourth', 'last'][Math.floor((first.getUTCDate() - 1) / 7)],
    },
  ];
  const startDate = first.toISOString().slice(0, 10);
  const ranges: Fields[] = [
    { type: 'numbered', startDate, numberOfOccurrences: 2 + (value % 4) },
    {
      type: 'endDate',
      startDate,
      endDate: new Date(start + (3 + (value % 9)) * dayMs).toISOString().slice(0, 10),
    },
    { type: 'noEnd', startDate },
  ];
  const pattern = patterns[field % patterns.length]!;
  // A daily series without an end has too many dates for a small run.
  const range = pattern.type === 'daily' ? ranges[value % 2]! : ranges[value % ranges.length]!;
  return { pattern, range };
}

export function movedBy(values: Shown['values'], by: number): Fields {
  const text = (time: Shown['values']['start']) => ({
    dateTime: new Date(time.civil + by).toISOString().slice(0, 19),
    timeZone: time.zone.windows ?? time.zone.iana,
  });
  return { start: text(values.start), end: text(values.end), isAllDay: values.isAllDay };
}

export function rowHours(world: EventWorld, act: EventAct): Fields {
  const start =
    day(world, act) + (7 + (act.target % 12)) * 3_600_000 + (world.ledger.entries.length % 60) * 60_000;
  return { StartDateTime: new Date(start).toISOString(), DurationInMinutes: (act.value % 5) * 15 };
}
