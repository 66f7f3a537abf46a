import { beforeEach, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { convertLead, type Converted } from './convert-lead.ts';

let fixture: FixtureOrg;
let lead: string;
beforeEach(() => {
  fixture = fixtureOrg();
  lead = fixture.make('Lead', {
    ...{ FirstName: 'Ida', LastName: 'Lead', Company: 'Acme' },
    ...{ Email: 'ida@a.example', City: 'Bern' },
  });
});

const converted = (result: Converted) => {
  if (!result.ok) throw new Error(result.refusal.message);
  return result;
};

test('a lead becomes a contact of a new account', () => {
  const { accountId, contactId } = converted(convertLead(fixture.org, lead, {}, fixture.act()));
  expect(fixture.org.row(contactId)).toMatchObject({
    ...{ Name: 'Ida Lead', Email: 'ida@a.example', MailingCity: 'Bern', AccountId: accountId },
  });
  expect(fixture.org.row(accountId)).toMatchObject({ Name: 'Acme', BillingCity: 'Bern' });
  expect(fixture.org.row(lead)).toMatchObject({
    IsConverted: true,
    ConvertedContactId: contactId,
    ConvertedAccountId: accountId,
    ConvertedDate: '2026-05-01',
  });
});

test('it joins an account and contact that are named', () => {
  const accountId = fixture.make('Account', { Name: 'Acme' });
  const contactId = fixture.make('Contact', { LastName: 'Known', AccountId: accountId });
  expect(convertLead(fixture.org, lead, { accountId, contactId }, fixture.act())).toEqual({
    ok: true,
    accountId,
    contactId,
  });
});

test('a converted lead can neither be changed nor converted again', () => {
  convertLead(fixture.org, lead, {}, fixture.act());
  const refused = { ok: false, refusal: { code: 'CANNOT_UPDATE_CONVERTED_LEAD' } };
  expect(fixture.update(lead, { Title: 'x' })).toMatchObject(refused);
  expect(convertLead(fixture.org, lead, {}, fixture.act())).toMatchObject(refused);
});

test('a contact that cannot be made leaves no account behind', () => {
  const result = convertLead(fixture.org, lead, { contactId: '003000000000000AAA' }, fixture.act());
  expect(result).toMatchObject({ ok: false });
  expect(fixture.ask('SELECT Id FROM Account')).toEqual([]);
});
