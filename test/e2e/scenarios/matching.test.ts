import { expect } from 'vitest';
import { scenario } from '../scenario.ts';

const HOUR_MS = 60 * 60 * 1000;

for (const { rule, words, chosen } of [
  { rule: 'Oldest', words: 'the oldest', chosen: 'First' },
  { rule: 'LastModified', words: 'the one that was modified last', chosen: 'Second' },
  { rule: 'MostRecentActivity', words: 'the one with the most recent activity', chosen: 'Third' },
])
  scenario(
    `of several contacts with one address the configured one is paired, ${words}, and the others are left alone`,
    async ({ world }) => {
      const { ada, admin, salesforce } = world;
      await admin.sets({ Contact_Match__c: rule, Contact_Direction__c: 'ExchangeToSalesforce' });
      const Email = 'one@example.test';
      const ago = (hours: number) => new Date(Date.now() - hours * HOUR_MS).toISOString();
      const contact = (
        FirstName: string,
        created: number,
        modified: number,
        LastActivityDate: string | null,
      ) => ({
        ...{ FirstName, LastName: 'Case', Email, OwnerId: ada.user, LastActivityDate },
        ...{ CreatedDate: ago(created), LastModifiedDate: ago(modified) },
      });
      await salesforce.setsUp({
        contacts: [
          contact('First', 9, 4, '2026-01-01'),
          contact('Second', 8, 2, null),
          contact('Third', 7, 3, '2026-02-01'),
        ],
      });
      const item = await ada.outlook.creates({ surname: 'Case', emailAddresses: [{ address: Email }] });

      await world.syncs();

      const contacts = await salesforce.contacts();
      expect(contacts).toHaveLength(3);
      const paired = contacts.find(({ fields }) => fields.FirstName === chosen);
      expect(await world.links()).toMatchObject([{ exchangeId: item, recordId: paired?.id, state: 'Live' }]);
    },
  );
