import { beforeEach, describe, expect, test } from 'vitest';
import { eventTable } from '../events/relations.ts';
import { setSharedActivities } from '../events/shared-activities.ts';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { fixtureUsers } from '../fixture/fixture-users.ts';
import { remove, undelete } from '../store/delete.ts';
import { actOf } from '../store/org.ts';
import { deleteOnwards } from './delete-onwards.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
});

// Mondays of spring 2026 in Berlin; its clocks change on 29 March. The org's clock says 1 May.
const weekly = {
  Subject: 'Visit',
  StartDateTime: '2026-03-23T08:00:00Z',
  DurationInMinutes: 30,
  Recurrence2PatternText: 'FREQ=WEEKLY;BYDAY=MO;COUNT=8',
};
const series = (fields: object = {}) => fixture.make('Event', { ...weekly, ...fields });
const rows = (fields = 'Id') =>
  fixture.ask(
    `SELECT Id, ${fields} FROM Event WHERE GroupEventType != '3' AND IsChild = false ORDER BY StartDateTime`,
  );
const pattern = (fields = 'Subject') =>
  fixture.ask(`SELECT Id, ${fields} FROM Event WHERE GroupEventType = '3'`);
const starts = () => rows('StartDateTime').map((row) => (row['StartDateTime'] as string).slice(0, 16));
const at = (index: number) => rows()[index]!['Id'] as string;
const drop = (id: string) => remove(fixture.org, fixture.org.schema.ofId(id)!, id, fixture.act());

describe('a new series', () => {
  test('has a pattern record and one row for each date, at the same hour on the wall', () => {
    const id = series();
    expect(starts()).toEqual([
      ...['2026-03-23T08:00', '2026-03-30T07:00', '2026-04-06T07:00', '2026-04-13T07:00'],
      ...['2026-04-20T07:00', '2026-04-27T07:00', '2026-05-04T07:00', '2026-05-11T07:00'],
    ]);
    expect(id).toBe(at(0));
    expect(
      pattern('IsRecurrence2, Recurrence2PatternText, Recurrence2PatternTimeZone, StartDateTime'),
    ).toMatchObject([
      {
        IsRecurrence2: true,
        Recurrence2PatternText: 'RRULE:FREQ=WEEKLY;BYDAY=MO;WKST=SU;INTERVAL=1;COUNT=8',
        Recurrence2PatternTimeZone: 'Europe/Berlin',
        StartDateTime: '2026-03-23T08:00:00.000+0000',
      },
    ]);
    expect(rows('IsRecurrence2, GroupEventType, IsRecurrence2Exception')[3]).toMatchObject({
      IsRecurrence2: true,
      GroupEventType: '0',
      IsRecurrence2Exception: false,
    });
  });

  test('gives the id of the pattern record, where the org does so', () => {
    fixture.quirks.seriesCreateGives = 'pattern';
    const id = series();
    expect(pattern()).toMatchObject([{ Id: id }]);
    expect(rows()).toHaveLength(8);
  });

  test('of whole days stays on its dates', () => {
    series({ StartDateTime: '2026-03-23T00:00:00Z', IsAllDayEvent: true, DurationInMinutes: 1440 });
    expect(starts().slice(0, 2)).toEqual(['2026-03-23T00:00', '2026-03-30T00:00']);
  });

  test('without an end has as many rows as the org makes', () => {
    fixture.limits.endlessSeriesRows = 20;
    series({ Recurrence2PatternText: 'FREQ=DAILY' });
    expect(rows()).toHaveLength(20);
  });

  test('ends with its last moment', () => {
    series({ Recurrence2PatternText: 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406T070000Z' });
    expect(starts().at(-1)).toBe('2026-04-06T07:00');
  });

  test('is in the zone of its owner, or of whoever makes it', () => {
    const owner = fixtureUsers(fixture).hire('Owner');
    fixture.update(owner, { TimeZoneSidKey: 'America/New_York' });
    const zone = () => pattern('Recurrence2PatternTimeZone').at(-1)!['Recurrence2PatternTimeZone'];
    series({ OwnerId: owner });
    expect(zone()).toBe('America/New_York');
    fixture.quirks.seriesTimeZone = 'creator';
    series({ OwnerId: owner });
    expect(zone()).toBe('Europe/Berlin');
  });

  test('relates the contact and invites the user on every date', () => {
    setSharedActivities(fixture.org, true, actOf(fixture.org, fixture.adminId, { seeding: true }));
    const WhoId = fixture.make('Contact', { LastName: 'Lee' });
    const ann = fixtureUsers(fixture).hire('Ann');
    series({ WhoId, UndecidedEventInviteeIds: [ann] });
    expect(rows('WhoCount, EventWhoIds')[7]).toMatchObject({ WhoCount: 1, EventWhoIds: [WhoId] });
    expect(fixture.ask('SELECT Id FROM Event WHERE IsChild = true')).toHaveLength(8);
  });

  test.each([
    'IsRecurrence2',
    'Recurrence2PatternStartDate',
    'Recurrence2PatternTimeZone',
    'IsRecurrence2Exclusion',
  ])('refuses the read-only %s', (name) => {
    expect(fixture.insert('Event', { ...weekly, [name]: null })).toMatchObject({
      refusal: { code: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: [name] },
    });
  });

  test('refuses a pattern of more than 512 characters, and one without any date', () => {
    const long = fixture.insert('Event', {
      ...weekly,
      Recurrence2PatternText: `FREQ=DAILY;${'X'.repeat(512)}`,
    });
    expect(long).toMatchObject({ refusal: { code: 'STRING_TOO_LONG' } });
    const none = { ...weekly, Recurrence2PatternText: 'FREQ=DAILY;UNTIL=20200101T000000Z' };
    expect(fixture.insert('Event', none)).toMatchObject({ refusal: { code: 'FIELD_INTEGRITY_EXCEPTION' } });
    expect(fixture.ask('SELECT Id FROM Event')).toEqual([]);
  });
});

describe('an edit of a series', () => {
  const subjects = () => rows('Subject').map((row) => row['Subject']);
  const six = (text: string) => Array.from({ length: 6 }, () => text);

  test('on a future date changes all dates and the pattern record', () => {
    series();
    expect(fixture.update(at(7), { Subject: 'Call' }).ok).toBe(true);
    expect(new Set(subjects())).toEqual(new Set(['Call']));
    expect(pattern()).toMatchObject([{ Subject: 'Call' }]);
  });

  test('on a past date makes that date an exception, which later edits leave alone', () => {
    series();
    fixture.update(at(0), { Subject: 'First' });
    expect(subjects()).toEqual(['First', ...six('Visit'), 'Visit']);
    expect(rows('IsRecurrence2Exception')[0]).toMatchObject({ IsRecurrence2Exception: true });
    fixture.update(at(7), { Subject: 'Call' });
    expect(subjects()).toEqual(['First', ...six('Call'), 'Call']);
  });

  test('on a future date is an exception, where the org does so', () => {
    fixture.quirks.futureOccurrenceEdit = 'occurrence';
    series();
    fixture.update(at(7), { Subject: 'Last' });
    expect(subjects()).toEqual([...six('Visit'), 'Visit', 'Last']);
  });

  test('of the time makes all rows anew: other ids, all dates moved', () => {
    series();
    const before = new Set(fixture.ask('SELECT Id FROM Event').map((row) => row['Id']));
    fixture.update(at(7), { StartDateTime: '2026-05-12T08:00:00Z', DurationInMinutes: 45 });
    const after = fixture.ask('SELECT Id FROM Event').map((row) => row['Id']);
    expect(after).toHaveLength(9);
    expect(after.filter((id) => before.has(id))).toEqual([]);
    expect([starts()[0], starts()[7]]).toEqual(['2026-03-24T09:00', '2026-05-12T08:00']);
    expect(pattern('Recurrence2PatternText, DurationInMinutes')).toMatchObject([
      { Recurrence2PatternText: expect.stringContaining('BYDAY=TU') as string, DurationInMinutes: 45 },
    ]);
  });

  test('of the time keeps the ids, where the org does so', () => {
    fixture.quirks.seriesTimeChange = 'keepIds';
    series();
    const before = rows();
    fixture.update(at(7), { StartDateTime: '2026-05-11T08:00:00Z' });
    expect(rows().map((row) => row['Id'])).toEqual(before.map((row) => row['Id']));
    expect([starts()[0], starts()[7]]).toEqual(['2026-03-23T09:00', '2026-05-11T08:00']);
  });

  test('cannot change or end the recurrence', () => {
    series();
    expect(fixture.update(at(7), { Recurrence2PatternText: 'FREQ=DAILY' })).toMatchObject({
      refusal: { code: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Recurrence2PatternText'] },
    });
  });
});

describe('deleting from a series', () => {
  const onwards = (id: string) => deleteOnwards(fixture.org, fixture.org.row(id)!, fixture.act());

  test('one date takes that date alone', () => {
    series();
    expect(drop(at(7)).ok).toBe(true);
    expect([rows().length, pattern().length]).toEqual([7, 1]);
  });

  test('from a date on takes the later ones, from the first on the whole series', () => {
    series();
    expect(onwards(at(5))).toBeUndefined();
    expect([rows().length, pattern().length]).toEqual([5, 1]);
    expect(onwards(at(0))).toBeUndefined();
    expect(fixture.ask('SELECT Id FROM Event')).toEqual([]);
  });

  test('the pattern record takes all, and brings all back', () => {
    series();
    const [{ Id: id } = {}] = pattern();
    drop(id as string);
    expect(rows()).toEqual([]);
    undelete(fixture.org, id as string, fixture.act());
    expect(rows()).toHaveLength(8);
  });

  test('onwards is not from a date that is excluded, or that was moved before the start', () => {
    series();
    const moved = at(7);
    fixture.update(moved, { StartDateTime: '2026-03-20T08:00:00Z' });
    expect(onwards(moved)).toMatchObject({
      code: 'INVALID_OPERATION',
      message: 'the event is before the start of its series',
    });
    const excluded = fixture.org.row(at(4))!;
    // As an org may have them; no write makes one.
    const { journal } = actOf(fixture.org, fixture.adminId, { seeding: true });
    journal.put(eventTable(fixture.org), { ...excluded, IsRecurrence2Exclusion: true });
    expect(onwards(excluded.Id)).toMatchObject({
      code: 'INVALID_OPERATION',
      message: 'the event is excluded from its series',
    });
    expect([rows().length, pattern().length]).toEqual([8, 1]);
  });

  test('onwards is for rows of series only, and not for child events', () => {
    const plain = fixture.make('Event', { StartDateTime: '2026-05-04T08:00:00Z', DurationInMinutes: 5 });
    expect(onwards(plain)).toMatchObject({ code: 'INVALID_OPERATION' });
    series({ UndecidedEventInviteeIds: [fixtureUsers(fixture).hire('Ann')] });
    const [child] = fixture.ask('SELECT Id FROM Event WHERE IsChild = true');
    expect(onwards(child!['Id'] as string)).toMatchObject({ code: 'INVALID_OPERATION' });
  });
});
