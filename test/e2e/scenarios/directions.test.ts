import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';

const paths = [
  ['SalesforceToExchange', 'out of Salesforce only'],
  ['ExchangeToSalesforce', 'into Salesforce only'],
  ['Off', 'off'],
] as const;

for (const [direction, words] of paths)
  scenario(
    `with the direction narrowed to ${words}, what may not flow waits; widened again all of it arrives, and nothing is copied`,
    async ({ world }) => {
      const { ada, admin } = world;
      const { inOutlook, inSalesforce } = await linkedContact(world, ada);
      await admin.sets({ Contact_Direction__c: direction });
      await world.sync();

      await ada.outlook.edits(inOutlook, { jobTitle: 'Typed in Outlook' });
      await ada.salesforce.edits(inSalesforce, { Department: 'Typed in Salesforce' });
      await ada.outlook.creates({ givenName: 'New', surname: 'In Outlook' });
      await ada.salesforce.creates({ LastName: 'In Salesforce' });
      await world.sync();

      const out = direction === 'SalesforceToExchange';
      const into = direction === 'ExchangeToSalesforce';
      expect((await ada.salesforce.sees(inSalesforce)).Title ?? null).toBe(into ? 'Typed in Outlook' : null);
      expect((await ada.outlook.sees(inOutlook)).department ?? null).toBe(out ? 'Typed in Salesforce' : null);
      expect(await ada.salesforce.contacts()).toHaveLength(into ? 3 : 2);
      expect(await ada.outlook.contacts()).toHaveLength(out ? 3 : 2);

      await admin.sets({ Contact_Direction__c: 'Both' });
      await world.syncs();

      expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Typed in Outlook' });
      expect(await ada.outlook.sees(inOutlook)).toMatchObject({ department: 'Typed in Salesforce' });
      expect(await ada.salesforce.contacts()).toHaveLength(3);
      expect(await ada.outlook.contacts()).toHaveLength(3);
      await world.verify();
    },
  );

scenario(
  'what was typed against the direction is kept when the other side is changed before it is widened again',
  async ({ world }) => {
    const { ada, admin } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada);
    await admin.sets({ Contact_Direction__c: 'SalesforceToExchange' });
    await ada.outlook.edits(inOutlook, { jobTitle: 'Typed in Outlook' });
    await world.syncs();

    await ada.salesforce.edits(inSalesforce, { Title: 'Typed in Salesforce' });
    await world.syncs();
    expect(await ada.outlook.sees(inOutlook)).toMatchObject({ jobTitle: 'Typed in Salesforce' });
    expect(await world.issues()).toMatchObject([
      {
        code: 'TDM-C-CONFLICT',
        status: 'Closed',
        details: expect.stringContaining('Typed in Outlook') as string,
      },
    ]);

    await admin.sets({ Contact_Direction__c: 'Both' });
    await world.syncs();
    expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'Typed in Salesforce' });
    await world.verify();
  },
);
