import { describe, expect, it } from 'vitest';
import { people, startAsking } from './testing/asking.ts';

const acme = { givenName: 'Eve', surname: 'Stone', companyName: 'Acme Gmbh' };

describe('the requests that resolve an issue', () => {
  it('ChooseAccount: writes the account, keeps the company in Outlook and closes the issue', async () => {
    const { asks, admin, ada, rows, sync, types, issue, exchange, salesforce } = await startAsking();
    const account = await salesforce.people.create({ object: 'Account', fields: { Name: 'Acme Holding' } });
    await sync();
    const [item = ''] = await types(acme);
    await sync();
    const open = await issue('TDM-C-COMPANY');
    const wrong = await asks(admin, 'ChooseAccount', { Issue__c: open, Parameters__c: '{"accountId":"x"}' });
    expect(wrong).toMatchObject({ Status__c: 'Refused', Error_Code__c: 'TDM-R-MALFORMED' });
    const Parameters__c = JSON.stringify({ accountId: account });
    expect(await asks(ada, 'ChooseAccount', { Issue__c: open, Parameters__c })).toMatchObject({
      Status__c: 'Done',
    });
    await sync();
    await exchange.purgeCursors();
    await sync();
    expect(await rows('Contact')).toMatchObject([{ AccountId: account }]);
    expect(await exchange.people.contact('ada@example.com', item)).toMatchObject({
      companyName: 'Acme Gmbh',
    });
    expect((await rows('Tandem_Issue__c')).map(({ Status__c }) => Status__c)).toEqual(['Closed']);
  });

  it('ChooseAccount: takes any account that the user sees, and none that is hidden from them', async () => {
    const { asks, ada, rows, sync, types, issue, salesforce } = await startAsking();
    await salesforce.settings.change({
      quirks: { sharing: { Account: 'Private', Contact: 'ReadWrite', Lead: 'ReadWrite' } },
    });
    const account = (as?: string) =>
      salesforce.people.create({ object: 'Account', fields: { Name: 'Far from it' }, ...(as && { as }) });
    const hidden = await account();
    const own = await account(ada);
    await sync();
    await types(acme);
    await sync();
    const choose = async (accountId: string) =>
      asks(ada, 'ChooseAccount', {
        Issue__c: await issue('TDM-C-COMPANY'),
        Parameters__c: JSON.stringify({ accountId }),
      });
    expect(await choose(hidden)).toMatchObject({ Status__c: 'Refused', Error_Code__c: 'TDM-R-NO-RECORD' });
    expect(await choose(own)).toMatchObject({ Status__c: 'Done' });
    expect(await rows('Contact')).toMatchObject([{ AccountId: own }]);
  });

  it('Retry: an item that was refused is tried again although it did not change', async () => {
    const { asks, ada, rows, sync, types, issue, salesforce } = await startAsking();
    await salesforce.seed({
      customFields: [
        { object: 'Contact', fullName: 'Must__c', type: 'Text', label: 'Must', length: 40, required: true },
      ],
    });
    await sync();
    await types(...people(1));
    await sync();
    const open = await issue('TDM-C-REQUIRED');
    expect(await asks(ada, 'Retry', { Issue__c: open })).toMatchObject({ Status__c: 'Done' });
    await sync();
    expect(await rows('Contact')).toHaveLength(0);
    expect(await issue('TDM-C-REQUIRED')).toBe(open);
  });

  it('Ignore: a contact without a link is never tried again, even with a lost database', async () => {
    const { asks, ada, rows, sync, types, issue, exchange, losesDatabase } = await startAsking();
    await sync();
    const [item = ''] = await types({ emailAddresses: [] });
    await sync();
    await asks(ada, 'Ignore', { Issue__c: await issue('TDM-C-NAMELESS') });
    await losesDatabase();
    await sync();
    await exchange.people.editContact('ada@example.com', item, { surname: 'Named' });
    await sync();
    expect(await rows('Contact')).toHaveLength(0);
    expect(await rows('Tandem_Link__c')).toMatchObject([{ State__c: 'Suppressed', Reason__c: 'Ignored' }]);
    await expect(issue('TDM-C-NAMELESS')).rejects.toThrow('0 open');
  });

  it('ChooseContact: pairs the item with the record that the person names', async () => {
    const { asks, ada, rows, sync, types, issue, salesforce, exchange } = await startAsking();
    await salesforce.people.update({
      id: (await rows('Tandem_Configuration__c'))[0]?.Id ?? '',
      fields: { Contact_Direction__c: 'ExchangeToSalesforce' },
    });
    await sync();
    const record = await salesforce.people.create({
      object: 'Contact',
      fields: { LastName: 'Named in Salesforce' },
      as: ada,
    });
    const [item = ''] = await types({ jobTitle: 'Head' });
    await sync();
    const open = await issue('TDM-C-NAMELESS');
    const Parameters__c = JSON.stringify({ recordId: record });
    expect(await asks(ada, 'ChooseContact', { Issue__c: open, Parameters__c })).toMatchObject({
      Status__c: 'Done',
    });
    await sync();
    expect(await rows('Contact')).toMatchObject([{ Id: record, Title: 'Head' }]);
    expect(await rows('Tandem_Link__c')).toMatchObject([{ Exchange_Id__c: item, State__c: 'Live' }]);
    const why = await asks(ada, 'ExplainRecord', { Record_Id__c: record });
    expect(why.result).toMatchObject({ code: 'TDM-R-SYNCS' });
    await exchange.people.moveContact('ada@example.com', item, 'default');
    await sync();
    const ended = await asks(ada, 'ExplainRecord', { Record_Id__c: record });
    expect(ended.result).toMatchObject({ code: 'TDM-R-MOVED-OUT', reason: 'MovedOut' });
  });
});
