import { beforeEach, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { undelete } from './delete.ts';
import { merge } from './merge.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
});

const contact = (LastName: string, fields: object = {}) => fixture.make('Contact', { LastName, ...fields });

test('the losers go to the recycle bin with the master’s id, their children and values to the master', () => {
  const [master, loser] = [contact('Master'), contact('Loser', { Email: 'l@a.example' })];
  const report = contact('Report', { ReportsToId: loser });
  fixture.setNow('2026-05-01T10:00:00Z');
  const outcome = merge(fixture.org, master, [loser], { Email: 'l@a.example' }, fixture.act());
  expect(outcome).toMatchObject({ ok: true });
  expect(fixture.org.row(loser)).toMatchObject({ IsDeleted: true, MasterRecordId: master });
  expect(fixture.org.row(report)).toMatchObject({
    ReportsToId: master,
    SystemModstamp: '2026-05-01T10:00:00.000+0000',
  });
  expect(fixture.org.row(master)).toMatchObject({ Email: 'l@a.example' });
  expect(fixture.org.deletions.map(({ id }) => id)).toEqual([loser]);
});

test('merged accounts keep the contacts of both', () => {
  const [master, loser] = ['A', 'B'].map((Name) => fixture.make('Account', { Name })) as [string, string];
  const id = contact('C', { AccountId: loser });
  merge(fixture.org, master, [loser], {}, fixture.act());
  expect(fixture.org.row(id)).toMatchObject({ AccountId: master });
});

test('a refused change of the master takes the merge back', () => {
  const [master, loser] = [contact('Master'), contact('Loser')];
  const outcome = merge(fixture.org, master, [loser], { LastName: '' }, fixture.act());
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'REQUIRED_FIELD_MISSING' } });
  expect(fixture.org.row(loser)).toMatchObject({ IsDeleted: false });
});

test('a loser that comes back has no master any more', () => {
  const [master, loser] = [contact('Master'), contact('Loser')];
  merge(fixture.org, master, [loser], {}, fixture.act());
  undelete(fixture.org, loser, fixture.act());
  expect(fixture.ask(`SELECT MasterRecordId FROM Contact WHERE Id = '${loser}'`)).toMatchObject([
    { MasterRecordId: null },
  ]);
});

test.each([
  ['no loser', [] as string[]],
  ['the master itself', ['master']],
])('%s cannot be merged', (_words, names) => {
  const master = contact('Master');
  const losers = names.map(() => master);
  expect(merge(fixture.org, master, losers, {}, fixture.act())).toMatchObject({
    ok: false,
    refusal: { code: 'INVALID_NUMBER_OF_MERGE_RECORDS' },
  });
});
