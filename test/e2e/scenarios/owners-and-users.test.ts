import { expect } from 'vitest';
import { linkedContact, linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const none = { created: 0, updated: 0, deleted: 0 };

async function mailboxRow(world: World, user: string) {
  return (await world.salesforce.rows('Tandem_Mailbox__c')).find(({ User__c }) => User__c === user);
}

scenario(
  "a contact that gets another owner: the new owner's mailbox gets it, the copy that Tandem made leaves the old one, and back again",
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await admin.createsAccount('Acme');
    const given = await ada.salesforce.creates({
      LastName: 'Given',
      Email: 'given@example.test',
      Account: 'Acme',
    });
    await world.syncs();
    expect(await ada.outlook.contacts()).toHaveLength(1);

    await ada.salesforce.gives(given, bob);
    await world.syncs();

    expect(await ada.outlook.contacts()).toEqual([]);
    expect(await bob.outlook.contacts()).toHaveLength(1);
    expect(await ada.salesforce.contacts()).toHaveLength(1);
    await world.verify();

    await bob.salesforce.gives(given, ada);
    await world.syncs();

    expect(await bob.outlook.contacts()).toEqual([]);
    expect(await ada.outlook.contacts()).toHaveLength(1);
    await world.verify();
  },
);

scenario(
  'a contact that gets another owner is paired with the one that the new owner has; what people made or changed in the old mailbox stays',
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await admin.createsAccount('Acme');
    const own = await linkedContact(world, ada, {
      outlook: { companyName: 'Acme' },
      salesforce: { Account: 'Acme' },
    });
    const changed = await ada.salesforce.creates({ LastName: 'Changed', Account: 'Acme' });
    await world.syncs();
    const copy = (await ada.outlook.contacts()).find(({ properties }) => properties.surname === 'Changed');
    await ada.outlook.edits(copy?.id ?? '', { personalNotes: 'Mine' });
    await world.syncs();

    const bobs = await bob.outlook.creates({
      givenName: 'Ana',
      surname: own.surname,
      companyName: 'Acme',
      emailAddresses: [{ address: own.email }],
    });
    await ada.salesforce.gives(own.inSalesforce, bob);
    await ada.salesforce.gives(changed, bob);
    await world.syncs();

    const live = (await world.links()).filter(({ state }) => state === 'Live');
    expect(live.find(({ recordId }) => recordId === own.inSalesforce)).toMatchObject({
      user: bob.user,
      exchangeId: bobs,
    });
    expect(await ada.salesforce.contacts()).toHaveLength(2);
    expect(await bob.outlook.contacts()).toHaveLength(2);
    expect((await ada.outlook.contacts()).map(({ id }) => id)).toEqual([own.inOutlook, copy?.id]);
    expect((await world.links()).filter(({ user }) => user === ada.user)).toMatchObject([
      { state: 'Suppressed', reason: 'OutOfFilter' },
      { state: 'Suppressed', reason: 'OutOfFilter' },
    ]);
    await world.verify();
  },
);

scenario(
  'a lead that is converted into the contact of an Outlook item, or while that item waits, is followed, not doubled',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const lead = async (name: string) => {
      const fields = { LastName: name, Email: `${name}@example.test`, Company: 'Acme', OwnerId: ada.user };
      return (await salesforce.insert('Lead', [fields], ada.user))[0] ?? '';
    };
    const known = await lead('known');
    const waiting = await lead('waiting');
    const item = (name: string) =>
      ada.outlook.creates({ surname: name, emailAddresses: [{ address: `${name}@example.test` }] });
    await item('known');
    await world.syncs();
    const [contact] = await ada.salesforce.contacts();

    await salesforce.convertLead(known, contact?.id, ada.user);
    await item('waiting');
    await salesforce.convertLead(waiting, undefined, ada.user);
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(2);
    expect(await ada.outlook.contacts()).toHaveLength(2);
    expect((await world.links()).filter(({ state }) => state === 'Live')).toHaveLength(2);
    await world.verify();
  },
);

scenario(
  'a deactivated user: the mailbox pauses, nothing is written or deleted, and once active again it catches up',
  async ({ world }) => {
    const { ada, bob, admin, exchange, salesforce } = world;
    await admin.sets({
      Contact_Deletes_To_Salesforce__c: 'Delete',
      Contact_Deletes_To_Exchange__c: 'Delete',
    });
    const [one, two, three] = await linkedContacts(world, ada, 6);
    if (!one || !two || !three) throw new Error('nothing was linked');

    await salesforce.deactivate(ada.user);
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
    await ada.outlook.edits(one.inOutlook, { jobTitle: 'Meanwhile' });
    await bob.salesforce.edits(two.inSalesforce, { Title: 'Meanwhile' });
    await ada.outlook.deletes(three.inOutlook);
    await world.sync();

    expect(await mailboxRow(world, ada.user)).toMatchObject({
      Contacts_State__c: 'Paused',
      Contacts_Problem__c: 'TDM-M-USER-INACTIVE',
    });
    expect((await exchange.counters()).writes).toEqual(none);
    expect((await salesforce.counters()).writes).toEqual(none);

    await salesforce.activate(ada.user);
    await world.syncs();

    expect(await ada.salesforce.sees(one.inSalesforce)).toMatchObject({ Title: 'Meanwhile' });
    expect(await ada.outlook.sees(two.inOutlook)).toMatchObject({ jobTitle: 'Meanwhile' });
    expect(await ada.salesforce.contacts()).toHaveLength(5);
    expect(await mailboxRow(world, ada.user)).toMatchObject({ Contacts_State__c: 'InSync' });
    await world.verify();
  },
);

scenario(
  "a user's address that comes to name another mailbox does not move the sync there, nor with the database lost",
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    const contact = await linkedContact(world, ada);
    await exchange.addMailbox('heir@example.test');
    const [root] = (await salesforce.rows('User')).filter(({ LastName }) => LastName === 'Root');

    await salesforce.update('User', ada.user, { Email: 'heir@example.test' }, String(root?.Id));
    await ada.salesforce.edits(contact.inSalesforce, { Title: 'To the old mailbox' });
    await world.syncs();
    await world.database.lose();
    await ada.salesforce.edits(contact.inSalesforce, { Department: 'To it again' });
    await world.syncs();

    expect(await ada.outlook.sees(contact.inOutlook)).toMatchObject({
      jobTitle: 'To the old mailbox',
      department: 'To it again',
    });
    expect(await exchange.contacts('heir@example.test')).toEqual([]);
    await world.verify();
  },
);
