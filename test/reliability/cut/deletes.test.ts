import { linkedContacts } from '../../e2e/world/linked-contact.ts';
import { cutEverywhere } from './cut-everywhere.ts';

cutEverywhere('deletes and moves on both sides of 12 linked contacts', async (world) => {
  const { ada, admin } = world;
  await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete', Contact_Deletes_To_Exchange__c: 'Delete' });
  const contacts = await linkedContacts(world, ada, 12);
  for (const { inOutlook } of contacts.slice(0, 3)) await ada.outlook.deletes(inOutlook);
  for (const { inSalesforce } of contacts.slice(3, 6)) await ada.salesforce.deletes(inSalesforce);
  for (const { inOutlook } of contacts.slice(6, 8)) await ada.outlook.movesOut(inOutlook);
});
