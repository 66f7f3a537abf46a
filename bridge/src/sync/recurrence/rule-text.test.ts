import fc from 'fast-check';
import rrule from 'rrule';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Recurrence } from '../../domain/recurrence.ts';
import { weekdays } from '../../domain/recurrence.ts';
import { expand } from './expand.ts';
import { recurrenceOf, ruleText } from './rule-text.ts';
import { anyRecurrence, someZones } from './testing/arbitrary.ts';
import { instantOf } from '../../domain/zone.ts';

const minuteMs = 60_000;
const starts = { timeMs: 9 * 60 * minuteMs, zone: 'Europe/Berlin' };
const read = (text: string, startDate = '2026-01-31') => recurrenceOf(text, startDate, starts);

/** Rules of every type and range, at times around the clock changes of eleven zones. */
function manyRules(): { recurrence: Recurrence; timeMs: number; zone: string }[] {
  const recurrences = fc.sample(anyRecurrence, { numRuns: 440, seed: 5 });
  return recurrences.map((recurrence, index) => ({
    recurrence,
    timeMs: ((index * 37) % 240) * minuteMs,
    zone: someZones[index % someZones.length] ?? 'UTC',
  }));
}

describe('a recurrence written as a rule of RFC 5545', () => {
  it('happens at the same instants by two other libraries, in every zone, also where the clock is changed', () => {
    for (const { recurrence, timeMs, zone } of manyRules()) {
      const { startDate } = recurrence.range;
      const to = `${Number(startDate.slice(0, 4)) + 3}-01-01`;
      const own = expand(recurrence, startDate, to).map((date) =>
        instantOf(Date.parse(`${date}T00:00Z`) + timeMs, zone),
      );
      const time = new Date(timeMs).toISOString().slice(11, 19);
      // The library works on times without a zone, so UNTIL is given to it by the clock as well.
      const text = ruleText(recurrence, { timeMs, zone: 'UTC' });
      const theirs = rrule
        .rrulestr(`DTSTART:${startDate.replaceAll('-', '')}T${time.replaceAll(':', '')}Z\nRRULE:${text}`)
        .between(new Date(`${startDate}T00:00Z`), new Date(`${to}T23:59Z`), true)
        .map((date) => Temporal.PlainDateTime.from(date.toISOString().slice(0, 19)))
        .map((date) => date.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
      expect(own, `${text} from ${startDate} ${time} in ${zone}`).toEqual(theirs);
    }
  });

  it('is read back as the same recurrence', () => {
    for (const { recurrence, timeMs, zone } of manyRules()) {
      const text = ruleText(recurrence, { timeMs, zone });
      expect(recurrenceOf(text, recurrence.range.startDate, { timeMs, zone }), text).toEqual(recurrence);
    }
  });

  it('ends with the last day that has an occurrence before UNTIL', () => {
    const until = (value: string) => read(`FREQ=DAILY;UNTIL=${value}`)?.range;
    const ending = (endDate: string) => ({ type: 'endDate', startDate: '2026-01-31', endDate });
    expect(until('20260702T070000Z')).toEqual(ending('2026-07-02'));
    expect(until('20260702T065959Z')).toEqual(ending('2026-07-01'));
    expect(until('20260702')).toEqual(ending('2026-07-02'));
    expect(until('20260702T085959')).toEqual(ending('2026-07-01'));
  });

  it('takes from its first date what the rule does not say', () => {
    expect(read('FREQ=WEEKLY')?.pattern).toEqual({
      type: 'weekly',
      interval: 1,
      daysOfWeek: ['saturday'],
      firstDayOfWeek: 'monday',
    });
    expect(read('RRULE:FREQ=YEARLY', '2026-11-28')?.pattern).toEqual({
      type: 'absoluteYearly',
      interval: 1,
      month: 11,
      dayOfMonth: 28,
    });
    expect(read('FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR')?.pattern).toMatchObject({
      type: 'weekly',
      daysOfWeek: weekdays.slice(1, 6),
    });
    expect(read('FREQ=MONTHLY;BYMONTHDAY=-1')?.pattern).toMatchObject({ dayOfMonth: 31 });
  });

  it.each([
    ['skips short months', 'FREQ=MONTHLY;BYMONTHDAY=31'],
    ['skips years', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'],
    ['names two days of the month', 'FREQ=MONTHLY;BYMONTHDAY=1,15'],
    ['names a fifth week', 'FREQ=MONTHLY;BYDAY=5FR'],
    ['counts from behind', 'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-2'],
    ['names two ordinals', 'FREQ=MONTHLY;BYDAY=1MO,3MO'],
    ['names every Monday of a month', 'FREQ=MONTHLY;BYDAY=MO'],
    ['is daily but for some days', 'FREQ=DAILY;INTERVAL=2;BYDAY=MO'],
    ['is hourly', 'FREQ=HOURLY'],
    ['counts weeks of the year', 'FREQ=YEARLY;BYWEEKNO=20'],
    ['is no rule', 'every other Tuesday'],
    ['never repeats', 'FREQ=DAILY;COUNT=0'],
    ['ends at no date', 'FREQ=DAILY;UNTIL=soon'],
  ])('is not guessed when the rule %s', (_, text) => {
    expect(read(text)).toBeNull();
  });
});
