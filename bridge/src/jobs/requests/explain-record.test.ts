import { describe, expect, it } from 'vitest';
import { startAsking } from './testing/asking.ts';

describe('why a contact does not sync', { timeout: 90_000 }, () => {
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
