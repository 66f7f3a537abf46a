import { beforeEach, expect, test } from 'vitest';
import { enableFeatures } from '../control/features.ts';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { actOf } from './org.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
  const seeding = actOf(fixture.org, fixture.adminId, { seeding: true });
  enableFeatures(fixture.org, seeding, { stateCountryPicklists: true });
});

const insert = (fields: object) => fixture.insert('Contact', { LastName: 'A', ...fields });

test.each([
  [{ MailingCountry: 'United States', MailingState: 'California' }],
  [{ MailingCountryCode: 'US', MailingStateCode: 'CA' }],
  [{ MailingCountry: 'united states', MailingStateCode: 'CA' }],
])('%j is stored with names and codes', (address) => {
  const id = fixture.make('Contact', { LastName: 'A', ...address });
  expect(fixture.org.row(id)).toMatchObject({
    ...{ MailingCountry: 'United States', MailingCountryCode: 'US' },
    ...{ MailingState: 'California', MailingStateCode: 'CA' },
  });
});

test.each([
  [{ MailingCountry: 'Freedonia' }, 'MailingCountry', /problem with this country.*: Mailing Country$/],
  [{ MailingCountry: 'Germany', MailingState: 'Bayern' }, 'MailingState', /problem with this state/],
  [{ MailingState: 'California' }, 'MailingState', /A country\/territory must be specified before/],
])('%j is refused', (address, field, message) => {
  expect(insert(address)).toMatchObject({
    ok: false,
    refusal: {
      code: 'FIELD_INTEGRITY_EXCEPTION',
      fields: [field],
      message: expect.stringMatching(message) as string,
    },
  });
});

test('an update of the state is held against the stored country', () => {
  const id = fixture.make('Contact', { LastName: 'A', MailingCountryCode: 'CA' });
  expect(fixture.update(id, { MailingState: 'Quebec' })).toMatchObject({ ok: true });
  expect(fixture.update(id, { MailingState: 'Texas' })).toMatchObject({ ok: false });
  expect(fixture.update(id, { Title: 'T' })).toMatchObject({ ok: true });
});
