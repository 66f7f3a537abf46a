import { expect } from 'vitest';
import { linkedContact, linkedContacts } from '../world/linked-contact.ts';
import { SYNC_FOLDER } from '../world/exchange.ts';
import { scenario } from '../scenario.ts';
import { CODE, openIssuesOf } from '../world/open-issues.ts';

scenario(
  'bad input: a mailbox that does not exist is one coded issue; the others sync, and it joins once it exists',
  async ({ world }) => {
    const { ada, admin, exchange, salesforce } = world;
    const carol = await salesforce.addUser('Carol', 'carol@example.test');
    await admin.connects(carol);
    await ada.outlook.creates({ givenName: 'Good', surname: 'Contact' });

    const { exitCode, mailboxes, output } = await world.sync();

    expect(exitCode, output).toBe(1);
    expect(mailboxes.find(({ user }) => user === ada.user)).toMatchObject({ state: 'InSync', problem: null });
    expect(mailboxes.find(({ user }) => user === carol)).toMatchObject({
      state: 'Failing',
      problem: expect.stringMatching(CODE) as string,
    });
    const issues = await openIssuesOf(world, carol);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ kind: 'Mailbox' });
    expect(`${issues[0]?.item} ${issues[0]?.reason}`).toContain('carol@example.test');
    expect(await ada.salesforce.contacts()).toHaveLength(1);
    await world.verify();

    await exchange.addMailbox('carol@example.test');
    await world.syncs();
    expect(await openIssuesOf(world, carol)).toEqual([]);
    await world.verify();
  },
);

scenario(
  'bad input: a deleted folder pauses the mailbox with an issue and deletes nothing in Salesforce; others go on',
  async ({ world }) => {
    const { ada, bob, admin, salesforce } = world;
    await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete' });
    await linkedContacts(world, ada, 12);
    const bobs = await linkedContact(world, bob);

    await ada.outlook.deletesSyncFolder();
    await bob.outlook.edits(bobs.inOutlook, { jobTitle: 'Not held up' });
    const { mailboxes } = await world.sync();

    expect(mailboxes.find(({ user }) => user === ada.user)).toMatchObject({
      state: 'Paused',
      problem: expect.stringMatching(CODE) as string,
    });
    expect(await salesforce.contacts()).toHaveLength(13);
    const issues = await openIssuesOf(world, ada.user);
    expect(issues).toMatchObject([{ kind: 'Mailbox' }]);
    expect(issues[0]?.reason).toMatch(/folder/i);
    expect(await bob.salesforce.sees(bobs.inSalesforce)).toMatchObject({ Title: 'Not held up' });
    expect(await ada.outlook.contacts()).toEqual([]);
    await world.verify({ paused: [ada.user] });
  },
);

scenario(
  'bad input: two folders of the name are listed, nothing is lost, and one name later all is in sync',
  async ({ world }) => {
    const { ada, bob, exchange } = world;
    const inFirst = await ada.outlook.creates({
      givenName: 'First',
      surname: 'Folder',
      emailAddresses: [{ address: 'first@example.test' }],
    });
    const second = await exchange.addFolder(ada.email, SYNC_FOLDER);
    const inSecond = await exchange.addContact(ada.email, second, { givenName: 'Second', surname: 'Folder' });
    const bobs = await bob.outlook.creates({ givenName: 'Not', surname: 'Heldup' });

    await world.sync();

    const issues = await openIssuesOf(world, ada.user);
    expect(issues).toMatchObject([{ kind: 'Mailbox' }]);
    expect(issues[0]?.reason).toMatch(/folder/i);
    const there = (await exchange.contacts(ada.email)).map(({ id }) => id);
    expect(there).toEqual(expect.arrayContaining([inFirst, inSecond]));
    expect(there).toHaveLength(2);
    expect(
      (await world.links()).filter(({ exchangeId, state }) => exchangeId === bobs && state === 'Live'),
    ).toHaveLength(1);

    await exchange.renameFolder(ada.email, second, 'Old contacts');
    await world.syncs();

    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    expect(
      (await world.links()).filter(({ exchangeId, state }) => exchangeId === inFirst && state === 'Live'),
    ).toHaveLength(1);
    await world.verify();
  },
);
