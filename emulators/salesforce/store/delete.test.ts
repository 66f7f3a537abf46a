import { beforeEach, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { remove, undelete } from './delete.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
});
const drop = (id: string) => remove(fixture.org, fixture.org.schema.ofId(id)!, id, fixture.act());

test('a lookup to a deleted record is cleared', () => {
  const contact = fixture.make('Contact', { LastName: 'A' });
  const box = fixture.make('Box__c', { Key__c: 'a', Contact__c: contact });
  fixture.setNow('2026-05-01T09:00:05Z');
  expect(drop(contact).ok).toBe(true);
  expect(fixture.ask(`SELECT Contact__c, SystemModstamp FROM Box__c WHERE Id = '${box}'`)).toMatchObject([
    { Contact__c: null, SystemModstamp: '2026-05-01T09:00:05.000+0000' },
  ]);
});

test('a restricting lookup refuses the deletion and leaves everything as it was', () => {
  const account = fixture.make('Account', { Name: 'A' });
  const contact = fixture.make('Contact', { LastName: 'A', AccountId: account });
  fixture.make('Box__c', { Key__c: 'a', Held__c: account });
  expect(drop(account)).toMatchObject({ ok: false, refusal: { code: 'DELETE_FAILED' } });
  expect(fixture.ask(`SELECT Id FROM Contact WHERE Id = '${contact}'`)).toHaveLength(1);
  expect(fixture.org.deletions).toEqual([]);
});

test('undelete brings back what went along, but not what was deleted before', () => {
  const account = fixture.make('Account', { Name: 'A' });
  const [early, along] = ['E', 'L'].map((LastName) =>
    fixture.make('Contact', { LastName, AccountId: account }),
  );
  drop(early!);
  drop(account);
  expect(undelete(fixture.org, account, fixture.act()).ok).toBe(true);
  expect(fixture.ask('SELECT Id FROM Contact').map(({ Id }) => Id)).toEqual([along]);
  expect(fixture.org.deletions.map(({ id }) => id)).toEqual([early]);
});

test('undelete is refused when another row took the unique value', () => {
  const first = fixture.make('Box__c', { Key__c: 'a' });
  drop(first);
  fixture.make('Box__c', { Key__c: 'a' });
  expect(undelete(fixture.org, first, fixture.act())).toMatchObject({ refusal: { code: 'DUPLICATE_VALUE' } });
  expect(fixture.ask('SELECT Id FROM Box__c')).toHaveLength(1);
});

test('a user cannot be deleted', () => {
  expect(drop(fixture.adminId)).toMatchObject({ ok: false, refusal: { code: 'INVALID_TYPE_FOR_OPERATION' } });
});

test('an account whose contacts must not go along is refused by switch', () => {
  fixture.quirks.deleteAccount = 'refuse';
  const account = fixture.make('Account', { Name: 'A' });
  fixture.make('Contact', { LastName: 'A', AccountId: account });
  expect(drop(account)).toMatchObject({ ok: false, refusal: { code: 'DELETE_FAILED' } });
});

test('undelete is refused while another transaction holds the record', () => {
  const contact = fixture.make('Contact', { LastName: 'A' });
  drop(contact);
  fixture.org.locks.lock(contact, undefined);
  expect(undelete(fixture.org, contact, fixture.act())).toMatchObject({
    refusal: { code: 'UNABLE_TO_LOCK_ROW' },
  });
});
