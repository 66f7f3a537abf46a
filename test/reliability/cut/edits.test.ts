import { linkedContacts } from '../../e2e/world/linked-contact.ts';
import { cutEverywhere } from './cut-everywhere.ts';

cutEverywhere('edits on both sides of 12 linked contacts', async (world) => {
  const { ada } = world;
  const contacts = await linkedContacts(world, ada, 12);
  for (const [index, { inOutlook, inSalesforce }] of contacts.entries()) {
    // A third each: edited in Outlook, in Salesforce, and in both; of the last, every other in the same field.
    if (index % 3 !== 1) await ada.outlook.edits(inOutlook, { jobTitle: `Outlook ${index}` });
    if (index % 3 === 0) continue;
    const field = index % 2 === 0 ? 'Title' : 'Department';
    await ada.salesforce.edits(inSalesforce, { [field]: `Salesforce ${index}` });
  }
});
