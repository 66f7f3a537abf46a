import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, emulated, openTarget, queryPath } from './target.ts';
import type { Target } from './target.ts';

/** What people do to records that a sync has to follow. */
describe.runIf(emulated)('records', () => {
  let target: Target;
  beforeAll(async () => {
    target = await openTarget();
  });
  afterAll(() => target.close());
  const all = async (soql: string) => {
    const { body } = await target.send('GET', queryPath(soql, 'queryAll'));
    return (body as { records: Record<string, unknown>[] }).records;
  };

  test('that lose a merge are deleted with the id of their master', async () => {
    const { people } = target.control;
    const make = (LastName: string) => people.create({ object: 'Contact', fields: { LastName } });
    const [master, loser] = [await make('Master'), await make('Loser')];
    await people.merge({ masterId: master, loserIds: [loser], fields: { Title: 'Both' } });
    expect(
      await all(
        `SELECT Id, IsDeleted, MasterRecordId, Title FROM Contact WHERE Id IN ('${master}', '${loser}')`,
      ),
    ).toMatchObject([
      { Id: master, IsDeleted: false, MasterRecordId: null, Title: 'Both' },
      { Id: loser, IsDeleted: true, MasterRecordId: master },
    ]);
    expect(await target.send('GET', `${ROOT}/sobjects/Contact/${loser}`)).toMatchObject({
      status: 404,
      body: [{ errorCode: 'ENTITY_IS_DELETED' }],
    });
  });

  test('of a converted lead name the contact and account', async () => {
    const { ids } = await target.control.seed({
      leads: [{ ref: 'lead', LastName: 'Lead', Company: 'Newco' }],
    });
    const { accountId, contactId } = await target.control.people.convertLead({ id: '@lead' });
    expect(
      await all(
        `SELECT IsConverted, ConvertedContactId, ConvertedAccountId FROM Lead WHERE Id = '${ids['lead']}'`,
      ),
    ).toMatchObject([{ IsConverted: true, ConvertedContactId: contactId, ConvertedAccountId: accountId }]);
    expect(await all(`SELECT Name, Account.Name FROM Contact WHERE Id = '${contactId}'`)).toMatchObject([
      { Name: 'Lead', Account: { Name: 'Newco' } },
    ]);
  });
});

describe.runIf(emulated)('an org with person accounts', () => {
  let target: Target;
  beforeAll(async () => {
    target = await openTarget();
  });
  afterAll(() => target.close());
  const rows = async (soql: string) => {
    const { body } = await target.send('GET', queryPath(soql));
    return (body as { records: Record<string, unknown>[] }).records;
  };

  test('shows persons as accounts and contacts; without the feature the fields are not there', async () => {
    const before = await target.send('GET', queryPath('SELECT IsPersonAccount FROM Contact'));
    expect(before).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
    const { ids } = await target.control.seed({
      organization: { personAccounts: true },
      accounts: [{ ref: 'pia', FirstName: 'Pia', LastName: 'Person', PersonEmail: 'pia@a.example' }],
    });
    const [contact] = await rows(
      `SELECT Id, Name, Email, IsPersonAccount, Account.IsPersonAccount FROM Contact WHERE AccountId = '${ids['pia']}'`,
    );
    expect(contact).toMatchObject({
      ...{ Name: 'Pia Person', Email: 'pia@a.example', IsPersonAccount: true },
      Account: { IsPersonAccount: true },
    });
    expect(
      await rows(`SELECT PersonContactId, RecordType.IsPersonType FROM Account WHERE Id = '${ids['pia']}'`),
    ).toMatchObject([{ PersonContactId: contact!['Id'], RecordType: { IsPersonType: true } }]);
  });

  test('lets nobody write a person’s contact', async () => {
    const [contact] = await rows('SELECT Id FROM Contact WHERE IsPersonAccount = true');
    expect(
      await target.send('PATCH', `${ROOT}/sobjects/Contact/${contact!['Id'] as string}`, { Title: 'T' }),
    ).toMatchObject({ status: 403, body: [{ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] });
  });
});

describe.runIf(emulated)('an org with state and country picklists', () => {
  let target: Target;
  beforeAll(async () => {
    target = await openTarget();
    await target.control.seed({ organization: { stateCountryPicklists: true } });
  });
  afterAll(() => target.close());
  const contacts = `${ROOT}/sobjects/Contact`;

  test('refuses free text, and knows names and codes', async () => {
    const fields = { LastName: 'A', MailingCountry: 'United States', MailingState: 'Cali' };
    expect(await target.send('POST', contacts, fields)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'FIELD_INTEGRITY_EXCEPTION', fields: ['MailingState'] }],
    });
    const made = await target.send('POST', contacts, { ...fields, MailingState: 'California' });
    const { id } = made.body as { id: string };
    expect(
      (await target.send('GET', `${contacts}/${id}?fields=MailingStateCode,MailingCountryCode`)).body,
    ).toMatchObject({ MailingStateCode: 'CA', MailingCountryCode: 'US' });
  });

  test('describes its codes as picklists', async () => {
    const connection = await target.connect();
    const { fields } = await connection.describe('Contact');
    const code = fields.find(({ name }) => name === 'MailingCountryCode');
    expect(code).toMatchObject({ type: 'picklist' });
    expect(code?.picklistValues?.map(({ value }) => value as unknown)).toContain('DE');
  });
});
