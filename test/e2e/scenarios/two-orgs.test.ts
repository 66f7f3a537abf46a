import { expect } from 'vitest';
import { calendarsOf, day, hour } from '../world/calendar.ts';
import { linkedContacts } from '../world/linked-contact.ts';
import { mayWriteEvents } from '../world/permissions.ts';
import { startSecondOrg } from '../world/second-org.ts';
import { scenario } from '../scenario.ts';

const none = { created: 0, updated: 0, deleted: 0 };

/** An hour in Salesforce, some days from now. */
const slot = { StartDateTime: `${day(5)}T09:00:00.000Z`, EndDateTime: `${day(5)}T10:00:00.000Z` };

scenario(
  'a second org on one mailbox keeps off and is told, until an admin decides; then the first one keeps off, and nothing is copied',
  async ({ world }) => {
    const { ada, admin, exchange, salesforce } = world;
    const contacts = await linkedContacts(world, ada, 3);
    const sandbox = await startSecondOrg(world);
    await sandbox.salesforce.insert(
      'Contact',
      contacts.map(({ surname, email }) => ({
        FirstName: 'Ana',
        LastName: surname,
        Email: email,
        Title: 'Of the sandbox',
        OwnerId: sandbox.ada,
      })),
      sandbox.ada,
    );
    await Promise.all([exchange.clearCounters(), sandbox.salesforce.clearCounters()]);

    const paused = { state: 'Paused', problem: 'TDM-M-OTHER-ORG' };
    expect((await sandbox.sync()).mailboxes).toMatchObject([paused]);
    await sandbox.admin.requests('ResetContacts', sandbox.ada, sandbox.ada);
    expect((await sandbox.sync()).mailboxes).toMatchObject([paused]);

    expect((await exchange.counters()).writes).toEqual(none);
    expect((await sandbox.salesforce.counters()).writes).toEqual(none);
    expect(await sandbox.salesforce.issues()).toMatchObject([{ code: 'TDM-M-OTHER-ORG', status: 'Open' }]);
    expect(await sandbox.salesforce.rows('Tandem_Request__c')).toMatchObject([
      { Status__c: 'Refused', Error_Code__c: 'TDM-R-ADMIN-ONLY' },
    ]);
    await ada.outlook.edits(contacts[0]?.inOutlook ?? '', { jobTitle: 'Of production' });
    await world.syncs();
    await world.verify();

    await admin.disconnects(ada.user);
    await world.sync();
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
    await sandbox.admin.requests('ResetContacts', sandbox.ada);
    await sandbox.sync();

    expect((await sandbox.sync()).mailboxes).toMatchObject([{ state: 'InSync', problem: null }]);
    expect(await sandbox.salesforce.contacts()).toHaveLength(3);
    expect((await exchange.counters()).writes).toEqual({ ...none, updated: 3 });
    expect(await sandbox.salesforce.issues()).not.toContainEqual(expect.objectContaining({ status: 'Open' }));

    await admin.connects(ada.user);
    expect((await world.sync()).mailboxes.find(({ user }) => user === ada.user)).toMatchObject(paused);
    expect((await salesforce.counters()).writes).toEqual(none);
    expect(await ada.outlook.contacts()).toHaveLength(3);
  },
);

scenario(
  'a second org on one calendar keeps off and is told, until an admin decides; then the first one keeps off, and nothing is copied',
  async ({ world }) => {
    const { ada, admin, exchange, salesforce } = world;
    const calendars = await calendarsOf(world, { Contact_Direction__c: 'Off' });
    await calendars.creates(ada, hour('Of production', 3));
    await calendars.records(ada, { Subject: 'Also of production', ...slot });
    await world.syncs();
    const sandbox = await startSecondOrg(world);
    await mayWriteEvents(sandbox);
    await sandbox.salesforce.insert(
      'Event',
      [{ Subject: 'Of the sandbox', OwnerId: sandbox.ada, ...slot }],
      sandbox.ada,
    );
    await sandbox.admin.sets({ Contact_Direction__c: 'Off', Event_Direction__c: 'Both' });
    await Promise.all([exchange.clearCounters(), sandbox.salesforce.clearCounters()]);

    await sandbox.sync();
    await sandbox.admin.requests('ResetEvents', sandbox.ada, sandbox.ada);
    await sandbox.sync();

    expect((await exchange.counters()).writes).toEqual(none);
    expect((await sandbox.salesforce.counters()).writes).toEqual(none);
    expect(await sandbox.salesforce.issues()).toMatchObject([
      { code: 'TDM-M-OTHER-ORG-EVENTS', status: 'Open' },
    ]);
    expect(await sandbox.salesforce.rows('Tandem_Mailbox__c')).toMatchObject([{ Events_State__c: 'Paused' }]);
    expect(await sandbox.salesforce.rows('Tandem_Request__c')).toMatchObject([
      { Status__c: 'Refused', Error_Code__c: 'TDM-R-ADMIN-ONLY' },
    ]);
    await world.syncs();
    await calendars.verify();

    await admin.disconnects(ada.user);
    await world.sync();
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
    await sandbox.admin.requests('ResetEvents', sandbox.ada);
    await sandbox.sync();
    await sandbox.sync();

    expect(await sandbox.salesforce.rows('Tandem_Mailbox__c')).toMatchObject([{ Events_State__c: 'InSync' }]);
    expect(await sandbox.salesforce.issues()).not.toContainEqual(expect.objectContaining({ status: 'Open' }));
    expect((await calendars.events(ada)).map(({ subject }) => subject).toSorted()).toEqual([
      'Also of production',
      'Of production',
      'Of the sandbox',
    ]);

    await admin.connects(ada.user);
    await world.sync();
    expect(await salesforce.issues()).toContainEqual(
      expect.objectContaining({ code: 'TDM-M-OTHER-ORG-EVENTS', status: 'Open' }),
    );
    expect((await salesforce.counters()).writes).toEqual(none);
    expect(await calendars.events(ada)).toHaveLength(3);
  },
);
