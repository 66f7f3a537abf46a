import { describe, expect, it } from 'vitest';
import { startAsking } from './testing/asking.ts';

describe('why a contact does not sync', () => {
  it('is told by what the admin chose to send: whose contacts, which of them, whether at all', async () => {
    const { asks, ada, bob, admin, rows, sync, salesforce } = await startAsking();
    const Configuration__c = (await rows('Tandem_Configuration__c'))[0]?.Id ?? '';
    const set = (fields: Record<string, string>) =>
      salesforce.people.update({ id: Configuration__c, fields });
    const filter = await salesforce.people.create({
      object: 'Tandem_Filter__c',
      fields: {
        Configuration__c,
        Object__c: 'Contact',
        Field__c: 'Department',
        Operator__c: 'Equals',
        Value__c: 'Sales',
      },
    });
    const contact = (as: string, Department: string) =>
      salesforce.people.create({ object: 'Contact', fields: { LastName: 'Unsynced', Department }, as });
    const hers = await contact(ada, 'Law');
    const his = await contact(bob, 'Sales');
    const why = async (Record_Id__c: string) =>
      (await asks(admin, 'ExplainRecord', { Record_Id__c, User__c: ada })).result['code'];
    await sync();
    expect(await why(hers)).toBe('TDM-R-FILTER');
    expect(await why(his)).toBe('TDM-R-NOT-OWN');
    await set({ Contact_Scope__c: 'Visible' });
    expect(await why(his)).toBe('TDM-R-HIDDEN');
    await salesforce.people.update({ id: filter, fields: { Field__c: 'No_Such_Field__c' } });
    expect(await why(hers)).toBe('TDM-M-FILTER');
    await set({ Contact_Direction__c: 'ExchangeToSalesforce' });
    expect(await why(hers)).toBe('TDM-R-DIRECTION');
  });

  it('is told by the conditions that it does not meet: to an admin which ones, to a user that there are', async () => {
    const { asks, ada, admin, rows, sync, salesforce } = await startAsking();
    const Configuration__c = (await rows('Tandem_Configuration__c'))[0]?.Id ?? '';
    for (const [Field__c, Value__c] of [
      ['Department', 'Sales'],
      ['Title', 'Buyer'],
      ['LastName', 'Unsynced'],
    ] as const)
      await salesforce.people.create({
        object: 'Tandem_Filter__c',
        fields: { Configuration__c, Object__c: 'Contact', Field__c, Operator__c: 'Equals', Value__c },
      });
    const Record_Id__c = await salesforce.people.create({
      object: 'Contact',
      fields: { LastName: 'Unsynced', Department: 'Law' },
      as: ada,
    });
    await sync();
    const told = async (by: string) =>
      (await asks(by, 'ExplainRecord', { Record_Id__c, User__c: ada })).result;
    expect(await told(admin)).toMatchObject({
      code: 'TDM-R-FILTER',
      message: expect.stringContaining(
        'Not met: Contact.Department equals "Sales"; Contact.Title equals "Buyer".',
      ) as string,
    });
    const user = await told(ada);
    expect(user).toMatchObject({ code: 'TDM-R-FILTER' });
    expect(JSON.stringify(user)).not.toContain('Sales');
  });

  it('is told by why its link was ended, with the remedy for that', async () => {
    const ben = { givenName: 'Ben', surname: 'Egli' };
    const { asks, ada, rows, sync, types, exchange, issue, salesforce, configuration } = await startAsking();
    await salesforce.people.update({
      id: configuration,
      fields: { Contact_Deletes_To_Salesforce__c: 'Keep' },
    });
    await sync();
    const [kept = '', deleted = ''] = await types(
      { givenName: 'Ana', surname: 'Diaz', companyName: 'Nowhere GmbH' },
      ben,
    );
    await sync();
    await asks(ada, 'Ignore', { Issue__c: await issue('TDM-C-COMPANY') });
    await exchange.people.deleteContact('ada@example.com', deleted, true);
    await sync();
    const links = await rows('Tandem_Link__c');
    const why = async (item: string) => {
      const link = links.find(({ Exchange_Id__c }) => Exchange_Id__c === item);
      return (await asks(ada, 'ExplainRecord', { Record_Id__c: String(link?.Record_Id__c) })).result;
    };
    expect(await why(kept)).toMatchObject({
      code: 'TDM-R-IGNORED',
      remedy: expect.not.stringContaining('Move') as string,
    });
    expect(await why(deleted)).toMatchObject({
      code: 'TDM-R-DELETED-COPY',
      remedy: expect.stringContaining('make a contact with the same') as string,
    });
    await types(ben);
    await sync();
    expect(await why(deleted)).toMatchObject({ code: 'TDM-R-SYNCS' });
  });

  it('is told by the filter as it is now where a link was ended because of it', async () => {
    const { asks, ada, rows, sync, salesforce } = await startAsking();
    const Record_Id__c = await salesforce.people.create({
      object: 'Contact',
      fields: { LastName: 'Leaving', Department: 'Sales' },
      as: ada,
    });
    await sync();
    expect(await rows('Tandem_Link__c')).toMatchObject([{ State__c: 'Live' }]);
    await salesforce.people.create({
      object: 'Tandem_Filter__c',
      fields: {
        Configuration__c: (await rows('Tandem_Configuration__c'))[0]?.Id ?? '',
        Object__c: 'Contact',
        Field__c: 'Department',
        Operator__c: 'Equals',
        Value__c: 'Law',
      },
    });
    await sync();
    expect(await rows('Tandem_Link__c')).toMatchObject([{ Reason__c: 'OutOfFilter' }]);
    const { result } = await asks(ada, 'ExplainRecord', { Record_Id__c });
    expect(result).toMatchObject({ code: 'TDM-R-FILTER' });
  });
});
