import { expect } from 'vitest';
import { linkedContact } from '../world/linked-contact.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const mailboxRow = async ({ salesforce }: World, user: string) =>
  (await salesforce.rows('Tandem_Mailbox__c')).find(({ User__c }) => User__c === user);

scenario(
  'bad input: a second user with the address of a synced one is listed and gets none of the contacts; the first goes on',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    const { inOutlook } = await linkedContact(world, ada);
    const twin = await salesforce.addUser('Twin', ada.email, 'twin@example.test');
    await admin.connects(twin);
    await ada.outlook.edits(inOutlook, { jobTitle: 'Buyer' });

    const { exitCode, mailboxes, output } = await world.sync();

    expect(exitCode, output).toBe(1);
    expect(mailboxes.find(({ user }) => user === twin)).toMatchObject({
      state: 'Failing',
      problem: 'TDM-M-TWO-USERS',
    });
    expect(mailboxes.find(({ user }) => user === ada.user)).toMatchObject({ state: 'InSync', problem: null });
    const issues = await openIssuesOf(world, twin);
    expect(issues).toMatchObject([{ code: 'TDM-M-TWO-USERS', kind: 'Mailbox', item: ada.email }]);
    expect((await world.links()).map(({ user }) => user)).toEqual([ada.user]);
    expect((await ada.salesforce.contacts()).map(({ fields }) => fields.Title)).toEqual(['Buyer']);

    await admin.disconnects(twin);
    await world.syncs();
    await world.verify();
  },
);

scenario(
  'bad input: two new users with one address are both listed and nothing syncs; with one of them taken out the other syncs',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    const twin = await salesforce.addUser('Twin', ada.email, 'twin@example.test');
    await admin.connects(twin);
    await ada.outlook.creates({ givenName: 'Good', surname: 'Contact' });

    await world.sync();

    for (const user of [ada.user, twin])
      expect(await openIssuesOf(world, user)).toMatchObject([{ code: 'TDM-M-TWO-USERS' }]);
    expect(await salesforce.contacts()).toEqual([]);

    await admin.disconnects(twin);
    await world.syncs();
    expect(await salesforce.contacts()).toHaveLength(1);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await world.verify();
  },
);

scenario(
  "bad input: a user whose address two people of the directory have is listed, and nobody's mailbox is opened; corrected, it syncs",
  async ({ world }) => {
    const { exchange, admin, salesforce } = world;
    await exchange.addMailbox('carol@example.test');
    const guest = await exchange.addMailbox('carol_guest@example.test', 'carol@example.test');
    const carol = await salesforce.addUser('Carol', 'carol@example.test');
    await admin.connects(carol);
    await salesforce.insert('Contact', [{ LastName: 'Hers' }], carol);

    const { mailboxes } = await world.sync();

    expect(mailboxes.find(({ user }) => user === carol)).toMatchObject({
      state: 'Failing',
      problem: 'TDM-M-TWO-MAILBOXES',
    });
    expect(await openIssuesOf(world, carol)).toMatchObject([{ code: 'TDM-M-TWO-MAILBOXES' }]);
    for (const email of ['carol@example.test', 'carol_guest@example.test'])
      expect(await exchange.contacts(email)).toEqual([]);

    await exchange.changeMail(guest, 'guest@elsewhere.test');
    await world.syncs();
    expect(await exchange.contacts('carol@example.test')).toHaveLength(1);
    expect(await exchange.contacts('carol_guest@example.test')).toEqual([]);
    expect(await openIssuesOf(world, carol)).toEqual([]);
    await world.verify({ paused: [carol] });
  },
);

scenario(
  'bad input: a user whom one configuration names in person and another by profile has the first one; taken out there, the second, and no copies come of it',
  async ({ world }) => {
    const { admin, salesforce } = world;
    const names = async () =>
      (await salesforce.contacts()).map(({ fields }) => String(fields.LastName)).toSorted();
    const carol = await world.hires('Carol');
    const byProfile = await admin.assignsProfile('Standard User', {
      Contact_Direction__c: 'SalesforceToExchange',
    });
    await carol.outlook.creates({ givenName: 'From', surname: 'Outlook' });
    await world.syncs();
    const inPerson = (await mailboxRow(world, carol.user))?.Configuration__c;
    expect(inPerson).not.toBe(byProfile);
    expect(await names()).toEqual(['Outlook']);

    await admin.disconnects(carol.user);
    await carol.outlook.creates({ givenName: 'Only', surname: 'There' });
    await world.syncs();

    expect((await mailboxRow(world, carol.user))?.Configuration__c).toBe(byProfile);
    expect(await names()).toEqual(['Outlook']);

    await admin.connects(carol.user);
    await world.syncs();

    expect((await mailboxRow(world, carol.user))?.Configuration__c).toBe(inPerson);
    expect(await names()).toEqual(['Outlook', 'There']);
    await world.verify();
  },
);

scenario(
  'bad input: a user or profile that is named in a second configuration is refused when it is saved',
  async ({ world }) => {
    const { ada, admin } = world;
    await admin.assignsProfile('Standard User', {});

    await expect(admin.connects(ada.user)).rejects.toThrow(/DUPLICATE_VALUE/);
    await expect(admin.assignsProfile('Standard User', {})).rejects.toThrow(/DUPLICATE_VALUE/);
    await expect(admin.assignsProfile('Standard User', {}, 15)).rejects.toThrow(/18-character/);
    await world.syncs();
    await world.verify();
  },
);
