import { beforeEach, describe, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
});

const NINE = '2026-05-04T09:00:00.000+0000';
const TEN = '2026-05-04T10:00:00.000+0000';
const MAY4 = '2026-05-04T00:00:00.000+0000';
const MAY5 = '2026-05-05T00:00:00.000+0000';
const times =
  'StartDateTime, EndDateTime, DurationInMinutes, ActivityDateTime, ActivityDate, EndDate, IsAllDayEvent';

function read(id: string): Record<string, unknown> {
  const [{ attributes: _attributes, ...row } = {}] = fixture.ask(
    `SELECT ${times} FROM Event WHERE Id = '${id}'`,
  );
  return row;
}
function refusal(outcome: ReturnType<FixtureOrg['insert']>): string {
  return outcome.ok ? '' : `${outcome.refusal.code} ${String(outcome.refusal.fields)}`;
}

describe('a new event', () => {
  const timed = {
    StartDateTime: NINE,
    EndDateTime: TEN,
    DurationInMinutes: 60,
    ActivityDateTime: NINE,
    ActivityDate: '2026-05-04',
    EndDate: '2026-05-04',
    IsAllDayEvent: false,
  };
  const oneDay = {
    StartDateTime: MAY4,
    EndDateTime: MAY4,
    DurationInMinutes: 1440,
    ActivityDateTime: null,
    ActivityDate: '2026-05-04',
    EndDate: '2026-05-04',
    IsAllDayEvent: true,
  };
  const twoDays = { ...oneDay, EndDateTime: MAY5, EndDate: '2026-05-05', DurationInMinutes: 2880 };

  test.each([
    ['start and end', { StartDateTime: NINE, EndDateTime: TEN }, timed],
    ['start and length', { StartDateTime: NINE, DurationInMinutes: 60 }, timed],
    ['the due time and length', { ActivityDateTime: NINE, DurationInMinutes: 60 }, timed],
    [
      'all of them',
      { StartDateTime: NINE, ActivityDateTime: NINE, EndDateTime: TEN, DurationInMinutes: 60 },
      timed,
    ],
    ['an offset', { StartDateTime: '2026-05-04T11:00:00+02:00', DurationInMinutes: 60 }, timed],
    ['a day alone', { IsAllDayEvent: true, StartDateTime: MAY4 }, oneDay],
    ['the due day alone', { IsAllDayEvent: true, ActivityDate: '2026-05-04' }, oneDay],
    ['a day and its length', { IsAllDayEvent: true, StartDateTime: MAY4, DurationInMinutes: 2880 }, twoDays],
    ['the last day', { IsAllDayEvent: true, StartDateTime: MAY4, EndDateTime: MAY5 }, twoDays],
  ])('is understood by %s', (_name, fields, expected) => {
    expect(read(fixture.make('Event', fields))).toEqual(expected);
  });

  test.each([
    ['no time at all', {}, 'REQUIRED_FIELD_MISSING DurationInMinutes,ActivityDateTime'],
    ['a start alone', { StartDateTime: NINE }, 'REQUIRED_FIELD_MISSING DurationInMinutes'],
    ['an end alone', { EndDateTime: TEN }, 'REQUIRED_FIELD_MISSING ActivityDateTime'],
    [
      'an end before its start',
      { StartDateTime: TEN, EndDateTime: NINE },
      'FIELD_INTEGRITY_EXCEPTION EndDateTime',
    ],
    [
      'a length below zero',
      { StartDateTime: NINE, DurationInMinutes: -1 },
      'FIELD_INTEGRITY_EXCEPTION DurationInMinutes',
    ],
    [
      'more than 14 days',
      { StartDateTime: NINE, DurationInMinutes: 20161 },
      'FIELD_INTEGRITY_EXCEPTION DurationInMinutes',
    ],
    [
      'more than 14 whole days',
      { IsAllDayEvent: true, StartDateTime: MAY4, EndDateTime: '2026-05-18T00:00:00Z' },
      'FIELD_INTEGRITY_EXCEPTION EndDateTime',
    ],
    [
      'end and length that disagree',
      { StartDateTime: NINE, EndDateTime: TEN, DurationInMinutes: 30 },
      'FIELD_INTEGRITY_EXCEPTION DurationInMinutes',
    ],
    [
      'start and due time that disagree',
      { StartDateTime: NINE, ActivityDateTime: TEN, DurationInMinutes: 30 },
      'FIELD_INTEGRITY_EXCEPTION ActivityDateTime',
    ],
    [
      'start and due day that disagree',
      { IsAllDayEvent: true, StartDateTime: MAY4, ActivityDate: '2026-05-05' },
      'FIELD_INTEGRITY_EXCEPTION ActivityDate',
    ],
    [
      'a whole day that begins at nine',
      { IsAllDayEvent: true, StartDateTime: NINE },
      'FIELD_INTEGRITY_EXCEPTION StartDateTime',
    ],
    [
      'an unknown way to be shown',
      { StartDateTime: NINE, DurationInMinutes: 1, ShowAs: 'Tentative' },
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST ShowAs',
    ],
    [
      'a long subject',
      { StartDateTime: NINE, DurationInMinutes: 1, Subject: 'x'.repeat(256) },
      'STRING_TOO_LONG Subject',
    ],
    [
      'a long description',
      { StartDateTime: NINE, DurationInMinutes: 1, Description: 'x'.repeat(32001) },
      'STRING_TOO_LONG Description',
    ],
  ])('is refused with %s', (_name, fields, expected) => {
    expect(refusal(fixture.insert('Event', fields))).toBe(expected);
  });

  test('may last no time, and 14 days', () => {
    expect(refusal(fixture.insert('Event', { StartDateTime: NINE, DurationInMinutes: 0 }))).toBe('');
    expect(refusal(fixture.insert('Event', { StartDateTime: NINE, DurationInMinutes: 20160 }))).toBe('');
  });

  test('lasts a day at most where events of several days are switched off', () => {
    fixture.quirks.multiDayEvents = false;
    const outcome = fixture.insert('Event', { StartDateTime: NINE, DurationInMinutes: 1441 });
    expect(outcome).toMatchObject({
      refusal: {
        message: 'Duration must be between 0 and 1440 minutes: Duration',
        fields: ['DurationInMinutes'],
      },
    });
    expect(refusal(fixture.insert('Event', { IsAllDayEvent: true, StartDateTime: MAY4 }))).toBe('');
  });

  test('of a whole day ends at the next midnight where the org says so', () => {
    fixture.quirks.allDayEnd = 'exclusive';
    const id = fixture.make('Event', { IsAllDayEvent: true, StartDateTime: MAY4, EndDateTime: MAY5 });
    expect(read(id)).toEqual({ ...oneDay, EndDateTime: MAY5 });
  });

  test('of uneven whole days is rounded where the org does so', () => {
    fixture.quirks.unevenAllDay = 'round';
    const id = fixture.make('Event', { IsAllDayEvent: true, StartDateTime: NINE, DurationInMinutes: 1500 });
    expect(read(id)).toEqual(twoDays);
  });
});

describe('a changed event', () => {
  let id: string;
  beforeEach(() => {
    id = fixture.make('Event', { StartDateTime: NINE, EndDateTime: TEN });
  });
  const after = (fields: Record<string, unknown>) => {
    expect(refusal(fixture.update(id, fields))).toBe('');
    const { StartDateTime, EndDateTime, DurationInMinutes, IsAllDayEvent } = read(id);
    return [StartDateTime, EndDateTime, DurationInMinutes, IsAllDayEvent];
  };
  const ELEVEN = '2026-05-04T11:00:00.000+0000';

  test('keeps its length when only the start moves', () => {
    expect(after({ StartDateTime: TEN })).toEqual([TEN, ELEVEN, 60, false]);
  });
  test('keeps its end when only the start moves, where the org does so', () => {
    fixture.quirks.eventStartAlone = 'keepsEnd';
    expect(after({ StartDateTime: '2026-05-04T09:30:00Z' })).toEqual([
      '2026-05-04T09:30:00.000+0000',
      TEN,
      30,
      false,
    ]);
  });
  test('follows a new end, a new length, and a new due time', () => {
    expect(after({ EndDateTime: ELEVEN })).toEqual([NINE, ELEVEN, 120, false]);
    expect(after({ DurationInMinutes: 60 })).toEqual([NINE, TEN, 60, false]);
    expect(after({ ActivityDateTime: TEN })).toEqual([TEN, ELEVEN, 60, false]);
  });
  test('becomes a whole day and a timed event again', () => {
    expect(after({ IsAllDayEvent: true })).toEqual([MAY4, MAY4, 1440, true]);
    expect(after({ IsAllDayEvent: false, StartDateTime: NINE, EndDateTime: TEN })).toEqual([
      NINE,
      TEN,
      60,
      false,
    ]);
  });
  test('keeps its times when something else changes', () => {
    expect(after({ Subject: 'New' })).toEqual([NINE, TEN, 60, false]);
  });
  test('cannot end before it starts', () => {
    expect(refusal(fixture.update(id, { EndDateTime: MAY4 }))).toBe('FIELD_INTEGRITY_EXCEPTION EndDateTime');
  });
});
