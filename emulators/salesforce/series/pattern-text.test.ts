import { describe, expect, test } from 'vitest';
import { occurrencesOf } from './occurrences.ts';
import { movedText, readPattern } from './pattern-text.ts';

const START = Date.parse('2026-01-31T09:00:00Z');
const days = (text: string, count: number, start = START) => {
  const pattern = readPattern(text, start);
  if ('refusal' in pattern) throw new Error(pattern.refusal.message);
  return occurrencesOf(pattern.rule, start, undefined, count).map((at) =>
    new Date(at).toISOString().slice(0, 10),
  );
};

describe('a pattern', () => {
  test.each([
    ['FREQ=WEEKLY;BYDAY=MO;COUNT=13', 'RRULE:FREQ=WEEKLY;BYDAY=MO;WKST=SU;INTERVAL=1;COUNT=13'],
    ['rrule:interval=2;byday=tu,th;freq=weekly', 'RRULE:FREQ=WEEKLY;BYDAY=TU,TH;WKST=SU;INTERVAL=2'],
    ['FREQ=DAILY;UNTIL=20260210T090000Z', 'RRULE:FREQ=DAILY;WKST=SU;INTERVAL=1;UNTIL=20260210T090000Z'],
    ['FREQ=MONTHLY', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;WKST=SU;INTERVAL=1'],
    ['FREQ=YEARLY', 'RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31;WKST=SU;INTERVAL=1'],
    ['WKST=MO;FREQ=MONTHLY;BYDAY=-1FR', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR;WKST=MO;INTERVAL=1'],
  ])('%s is kept in the order of the service, with defaults', (text, kept) => {
    expect(readPattern(text, START)).toMatchObject({ text: kept });
  });

  test.each([
    ['not a rule', 'HELLO'],
    ['an unknown part', 'FREQ=DAILY;BYHOUR=9'],
    ['an unknown frequency', 'FREQ=HOURLY'],
    ['a week without days', 'FREQ=WEEKLY'],
    ['ordinals in a week', 'FREQ=WEEKLY;BYDAY=1MO'],
    ['different ordinals', 'FREQ=MONTHLY;BYDAY=1MO,2TU'],
    ['the fifth day', 'FREQ=MONTHLY;BYDAY=5MO'],
    ['ordinals beside a position', 'FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=1'],
    ['every second year', 'FREQ=YEARLY;INTERVAL=2'],
    ['a long interval', 'FREQ=WEEKLY;BYDAY=MO;INTERVAL=100'],
    ['a thousand occurrences', 'FREQ=DAILY;COUNT=1000'],
    ['none', 'FREQ=DAILY;COUNT=0'],
    ['two ends', 'FREQ=DAILY;COUNT=3;UNTIL=20260210T090000Z'],
    ['an end in another form', 'FREQ=DAILY;UNTIL=2026-02-10'],
  ])('with %s is refused', (_name, text) => {
    expect(readPattern(text, START)).toMatchObject({
      refusal: { code: 'FIELD_INTEGRITY_EXCEPTION', fields: ['Recurrence2PatternText'] },
    });
  });

  test.each([
    ['FREQ=DAILY;INTERVAL=10', ['2026-01-31', '2026-02-10', '2026-02-20']],
    ['FREQ=WEEKLY;BYDAY=MO,WE', ['2026-02-02', '2026-02-04', '2026-02-09']],
    ['FREQ=MONTHLY;BYMONTHDAY=31', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['FREQ=MONTHLY;BYDAY=-1FR', ['2026-02-27', '2026-03-27', '2026-04-24']],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1', ['2026-02-02', '2026-03-02', '2026-04-01']],
    ['FREQ=YEARLY;BYMONTH=2;BYDAY=2TU', ['2026-02-10', '2027-02-09', '2028-02-08']],
  ])('%s falls on %j', (text, expected) => {
    expect(days(text, 3)).toEqual(expected);
  });

  test('of a week moves with its days', () => {
    expect(movedText('RRULE:FREQ=WEEKLY;BYDAY=MO,SA;WKST=SU', 1)).toBe(
      'RRULE:FREQ=WEEKLY;BYDAY=SU,TU;WKST=SU',
    );
    expect(movedText('RRULE:FREQ=MONTHLY;BYDAY=1MO', 1)).toBe('RRULE:FREQ=MONTHLY;BYDAY=1MO');
  });
});
