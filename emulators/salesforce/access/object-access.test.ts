import { beforeEach, expect, test } from 'vitest';
import { enableFeatures } from '../control/features.ts';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { actOf } from '../store/org.ts';
import { securedName } from './object-access.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
  const seeding = actOf(fixture.org, fixture.adminId, { seeding: true });
  enableFeatures(fixture.org, seeding, { personAccounts: true });
});

test.each([
  ['PersonEmail', 'Contact.Email'],
  ['PersonMailingCity', 'Contact.MailingAddress'],
  ['Tandem_Key__pc', 'Contact.Tandem_Key__c'],
  ['Phone', 'Account.Phone'],
  ['LastName', undefined],
])('field-level security knows %s of a person account as %s', (name, expected) => {
  const { schema } = fixture.org;
  const account = schema.object('Account')!;
  expect(securedName(account, schema.field(account, name)!)).toBe(expected);
});
