import { beforeEach, describe, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { remove } from '../store/delete.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
});

const base = {
  Subject: 'Visit',
  IsRecurrence: true,
  DurationInMinutes: 60,
  RecurrenceStartDateTime: '2026-04-20T07:00:00Z',
  RecurrenceEndDateOnly: '2026-05-18',
  RecurrenceTimeZoneSidKey: 'Europe/Berlin',
};
const weekly = { ...base, RecurrenceType: 'RecursWeekly', RecurrenceInterval: 1, RecurrenceDayOfWeekMask: 2 };
const rows = (fields = 'Subject') =>
  fixture.ask(
    `SELECT Id, ${fields} FROM Event WHERE RecurrenceActivityId != null AND IsRecurrence = false ORDER BY StartDateTime`,
  );
const starts = () => rows('StartDateTime').map((row) => (row['StartDateTime'] as string).slice(0, 10));

describe('a recurring event of Salesforce Classic', () => {
  test('is its pattern record, and its dates are rows that name it', () => {
    const id = fixture.make('Event', weekly);
    expect(
      fixture.ask('SELECT Id, RecurrenceActivityId, GroupEventType FROM Event WHERE IsRecurrence = true'),
    ).toMatchObject([{ Id: id, RecurrenceActivityId: id, GroupEventType: '0' }]);
    expect(starts()).toEqual(['2026-04-20', '2026-04-27', '2026-05-04', '2026-05-11', '2026-05-18']);
    expect(rows('RecurrenceActivityId, RecurrenceType')[0]).toMatchObject({
      RecurrenceActivityId: id,
      RecurrenceType: null,
    });
  });

  test.each([
    ['RecursDaily', { RecurrenceInterval: 9 }, ['2026-04-20', '2026-04-29', '2026-05-08', '2026-05-17']],
    [
      'RecursEveryWeekday',
      { RecurrenceDayOfWeekMask: 62, RecurrenceEndDateOnly: '2026-04-27' },
      ['2026-04-20', '2026-04-21', '2026-04-22', '2026-04-23', '2026-04-24', '2026-04-27'],
    ],
    [
      'RecursWeekly',
      { RecurrenceInterval: 2, RecurrenceDayOfWeekMask: 65 },
      ['2026-04-25', '2026-05-03', '2026-05-09', '2026-05-17'],
    ],
    [
      'RecursMonthly',
      { RecurrenceInterval: 1, RecurrenceDayOfMonth: 31, RecurrenceEndDateOnly: '2026-06-30' },
      ['2026-04-30', '2026-05-31', '2026-06-30'],
    ],
    [
      'RecursMonthlyNth',
      {
        RecurrenceInterval: 1,
        RecurrenceInstance: 'Last',
        RecurrenceDayOfWeekMask: 32,
        RecurrenceEndDateOnly: '2026-06-30',
      },
      ['2026-04-24', '2026-05-29', '2026-06-26'],
    ],
    [
      'RecursYearly',
      { RecurrenceDayOfMonth: 1, RecurrenceMonthOfYear: 'May', RecurrenceEndDateOnly: '2027-12-31' },
      ['2026-05-01', '2027-05-01'],
    ],
    [
      'RecursYearlyNth',
      {
        RecurrenceInstance: 'First',
        RecurrenceDayOfWeekMask: 2,
        RecurrenceMonthOfYear: 'May',
        RecurrenceEndDateOnly: '2027-12-31',
      },
      ['2026-05-04', '2027-05-03'],
    ],
  ])('%s %j', (RecurrenceType, fields, expected) => {
    fixture.make('Event', { ...base, RecurrenceType, ...fields });
    expect(starts()).toEqual(expected);
  });

  test.each([
    [
      'without its end',
      { ...weekly, RecurrenceEndDateOnly: null },
      'REQUIRED_FIELD_MISSING RecurrenceEndDateOnly',
    ],
    [
      'without what its type needs',
      { ...weekly, RecurrenceInterval: null },
      'REQUIRED_FIELD_MISSING RecurrenceInterval',
    ],
    [
      'with what its type does not use',
      { ...weekly, RecurrenceDayOfMonth: 1 },
      'FIELD_INTEGRITY_EXCEPTION RecurrenceDayOfMonth',
    ],
    [
      'in an unknown zone',
      { ...weekly, RecurrenceTimeZoneSidKey: 'Mars/Base' },
      'FIELD_INTEGRITY_EXCEPTION RecurrenceTimeZoneSidKey',
    ],
    [
      'that lasts more than a day',
      { ...weekly, DurationInMinutes: 1441 },
      'FIELD_INTEGRITY_EXCEPTION DurationInMinutes',
    ],
    ['that does not recur', { ...weekly, IsRecurrence: false }, 'FIELD_INTEGRITY_EXCEPTION'],
  ])('is refused %s', (_name, fields, expected) => {
    const outcome = fixture.insert('Event', fields);
    expect(outcome.ok ? '' : `${outcome.refusal.code} ${String(outcome.refusal.fields)}`).toContain(expected);
    expect(fixture.ask('SELECT Id FROM Event')).toEqual([]);
  });

  test.each([
    ['100 days', { RecurrenceType: 'RecursDaily', RecurrenceInterval: 1 }, '2026-07-28', '2026-07-29'],
    [
      '100 weekdays',
      { RecurrenceType: 'RecursEveryWeekday', RecurrenceDayOfWeekMask: 62 },
      '2026-09-04',
      '2026-09-07',
    ],
    ['53 weeks', weekly, '2027-04-19', '2027-04-26'],
    [
      '59 months',
      { RecurrenceType: 'RecursMonthly', RecurrenceInterval: 1, RecurrenceDayOfMonth: 20 },
      '2031-02-20',
      '2031-03-20',
    ],
    [
      '9 years',
      { RecurrenceType: 'RecursYearly', RecurrenceDayOfMonth: 20, RecurrenceMonthOfYear: 'April' },
      '2034-04-20',
      '2035-04-20',
    ],
  ])('has %s at the most', (most, type, last, oneMore) => {
    const until = (RecurrenceEndDateOnly: string) =>
      fixture.insert('Event', { ...base, ...type, RecurrenceEndDateOnly });
    expect(until(oneMore)).toMatchObject({
      refusal: { code: 'FIELD_INTEGRITY_EXCEPTION', fields: ['RecurrenceEndDateOnly'] },
    });
    expect(fixture.ask('SELECT Id FROM Event')).toEqual([]);
    expect(until(last).ok).toBe(true);
    expect(starts()).toHaveLength(parseInt(most));
  });

  test('changes its future dates with its pattern record, one date alone by itself', () => {
    const id = fixture.make('Event', weekly);
    fixture.update(rows()[4]!['Id'] as string, { Location: 'Here' });
    fixture.update(id, { Subject: 'Call' });
    expect(rows().map((row) => row['Subject'])).toEqual(['Visit', 'Visit', 'Call', 'Call', 'Call']);
    expect(rows('Location').map((row) => row['Location'])).toEqual([null, null, null, null, 'Here']);
  });

  test('has its future dates anew when its pattern changes', () => {
    const id = fixture.make('Event', weekly);
    const before = rows().map((row) => row['Id']);
    expect(fixture.update(id, { RecurrenceDayOfWeekMask: 4 }).ok).toBe(true);
    expect(starts()).toEqual(['2026-04-20', '2026-04-27', '2026-05-05', '2026-05-12']);
    expect(
      rows()
        .map((row) => row['Id'])
        .slice(0, 2),
    ).toEqual(before.slice(0, 2));
  });

  test('cannot begin or stop to recur later', () => {
    const plain = fixture.make('Event', { StartDateTime: '2026-05-04T08:00:00Z', DurationInMinutes: 5 });
    expect(fixture.update(plain, { IsRecurrence: true })).toMatchObject({
      refusal: { code: 'INVALID_FIELD_FOR_INSERT_UPDATE' },
    });
  });

  test('goes with its pattern record, past dates too', () => {
    const id = fixture.make('Event', weekly);
    remove(fixture.org, fixture.org.schema.ofId(id)!, id, fixture.act());
    expect(fixture.ask('SELECT Id FROM Event')).toEqual([]);
  });
});
