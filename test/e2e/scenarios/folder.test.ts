import { expect } from 'vitest';
import { linkedContact, linkedContacts } from '../world/linked-contact.ts';
import { SYNC_FOLDER } from '../world/exchange.ts';
import { scenario } from '../scenario.ts';

scenario(
  'a contact moved out stops to sync and stays on both sides; moved back in, it syncs again',
  async ({ world }) => {
    const { ada, admin } = world;
    await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
    const [contact] = await linkedContacts(world, ada, 6);
    if (!contact) throw new Error('nothing was linked');

    await ada.outlook.movesOut(contact.inOutlook);
    await world.syncs();
    await ada.salesforce.edits(contact.inSalesforce, { Title: 'While it was out' });
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(6);
    expect(await ada.outlook.contacts()).toHaveLength(5);
    expect((await ada.outlook.sees(contact.inOutlook)).jobTitle ?? '').toBe('');

    await ada.outlook.movesBackIn(contact.inOutlook);
    await world.syncs();

    expect(await ada.outlook.contacts()).toHaveLength(6);
    expect(await ada.outlook.sees(contact.inOutlook)).toMatchObject({ jobTitle: 'While it was out' });
    await world.verify();
  },
);

scenario('a renamed folder goes on syncing', async ({ world }) => {
  const { ada, exchange } = world;
  const { inOutlook, inSalesforce } = await linkedContact(world, ada);

  await exchange.renameFolder(ada.email, SYNC_FOLDER, 'Customers');
  await ada.outlook.edits(inOutlook, { jobTitle: 'In the renamed folder' });
  await world.syncs();

  expect(await ada.salesforce.sees(inSalesforce)).toMatchObject({ Title: 'In the renamed folder' });
  await exchange.renameFolder(ada.email, 'Customers', SYNC_FOLDER);
  await world.verify();
});

scenario(
  'a copy that a person made in Outlook is a new contact, and the original keeps its link',
  async ({ world }) => {
    const { ada } = world;
    await ada.salesforce.creates({ FirstName: 'Born', LastName: 'Here', Email: 'born@example.test' });
    await world.syncs();
    const [original] = await ada.outlook.contacts();
    if (!original) throw new Error('nothing arrived in Outlook');

    const copy = await ada.outlook.copies(original.id);
    await ada.outlook.edits(copy, { jobTitle: 'The copy' });
    await world.syncs();

    const live = (await world.links()).filter(({ state }) => state === 'Live');
    expect(live.map(({ exchangeId }) => exchangeId)).toContain(original.id);
    expect(await ada.outlook.contacts()).toHaveLength(2);
    expect((await ada.outlook.sees(original.id)).jobTitle ?? '').toBe('');
    await world.verify();
  },
);

scenario(
  'values cleared on one side are cleared on the other, and the second phone of a kind stays',
  async ({ world }) => {
    const { ada } = world;
    const { inOutlook, inSalesforce } = await linkedContact(world, ada, {
      outlook: { jobTitle: 'Buyer', department: 'North', businessPhones: ['1', '2'], homePhones: ['3'] },
      salesforce: { Title: 'Buyer', Department: 'North', Phone: '1', HomePhone: '3' },
    });

    await ada.outlook.edits(inOutlook, { jobTitle: '' });
    await ada.salesforce.edits(inSalesforce, { Department: null, Phone: '11', HomePhone: null });
    await world.syncs();

    expect((await ada.salesforce.sees(inSalesforce)).Title ?? '').toBe('');
    const contact = await ada.outlook.sees(inOutlook);
    expect(contact.department ?? '').toBe('');
    expect(contact.businessPhones).toEqual(['11', '2']);
    expect(contact.homePhones).toEqual([]);
    await world.verify();
  },
);
