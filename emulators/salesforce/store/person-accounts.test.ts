import { beforeEach, expect, test } from 'vitest';
import { enableFeatures } from '../control/features.ts';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { remove } from './delete.ts';
import { actOf } from './org.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
  const seeding = actOf(fixture.org, fixture.adminId, { seeding: true });
  enableFeatures(fixture.org, seeding, { personAccounts: true });
});

const fields = 'Name, IsPersonAccount, PersonContactId, PersonEmail, Tandem_Key__pc, RecordType.IsPersonType';
const account = (id: string) => fixture.ask(`SELECT ${fields} FROM Account WHERE Id = '${id}'`)[0]!;

test('an account with a last name is a person with a contact of its own', () => {
  const id = fixture.make('Account', { FirstName: 'Pia', LastName: 'Person', PersonEmail: 'p@a.example' });
  const row = account(id);
  expect(row).toMatchObject({
    ...{ Name: 'Pia Person', IsPersonAccount: true },
    RecordType: { IsPersonType: true },
  });
  expect(fixture.org.row(row['PersonContactId'] as string)).toMatchObject({
    ...{ Name: 'Pia Person', Email: 'p@a.example', AccountId: id, IsPersonAccount: true },
  });
});

test('what changes on the account changes on its contact, with the same stamp', () => {
  const id = fixture.make('Account', { LastName: 'Person' });
  const contactId = account(id)['PersonContactId'] as string;
  fixture.setNow('2026-05-01T10:00:00Z');
  fixture.update(id, { PersonEmail: 'new@a.example', Tandem_Key__pc: 'k' });
  expect(fixture.org.row(contactId)).toMatchObject({
    ...{ Email: 'new@a.example', Tandem_Key__c: 'k', SystemModstamp: '2026-05-01T10:00:00.000+0000' },
  });
});

test('the contact is written through its account only, unless the switch says otherwise', () => {
  const id = fixture.make('Account', { LastName: 'Person' });
  const contactId = account(id)['PersonContactId'] as string;
  expect(fixture.update(contactId, { Email: 'x@a.example' })).toMatchObject({
    refusal: { code: 'INSUFFICIENT_ACCESS_OR_READONLY', status: 403 },
  });
  fixture.quirks.personContactEdits = 'throughAccount';
  fixture.update(contactId, { Email: 'x@a.example' });
  expect(account(id)).toMatchObject({ PersonEmail: 'x@a.example' });
});

test('its contact goes with the account and not by itself', () => {
  const id = fixture.make('Account', { LastName: 'Person' });
  const contactId = account(id)['PersonContactId'] as string;
  const type = (name: string) => fixture.org.schema.object(name)!;
  expect(remove(fixture.org, type('Contact'), contactId, fixture.act())).toMatchObject({ ok: false });
  remove(fixture.org, type('Account'), id, fixture.act());
  expect(fixture.org.row(contactId)).toMatchObject({ IsDeleted: true });
});

test('a business account stays as it was', () => {
  expect(account(fixture.make('Account', { Name: 'Acme' }))).toMatchObject({
    ...{ Name: 'Acme', IsPersonAccount: false, PersonContactId: null },
  });
});

test('a person has no name to be written, and no second contact', () => {
  expect(fixture.insert('Account', { LastName: 'P', Name: 'P' })).toMatchObject({
    refusal: { code: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Name'] },
  });
  const AccountId = fixture.make('Account', { LastName: 'Person' });
  expect(fixture.insert('Contact', { LastName: 'Other', AccountId })).toMatchObject({ ok: false });
});
