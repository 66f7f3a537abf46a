import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import { linkedContacts } from '../world/linked-contact.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';

scenario(
  'a lost database leads to pairing again: 0 creates, 0 updates, 0 deletes, and the sync goes on',
  async ({ world }) => {
    const { ada, bob, exchange, salesforce } = world;
    await ada.outlook.createsAll([
      { givenName: 'Only', surname: 'Outlook', emailAddresses: [{ address: 'only@example.test' }] },
      { displayName: 'Nameless' },
      { displayName: 'Long street', surname: 'Street', businessAddress: { street: 'x'.repeat(300) } },
      { givenName: 'Unknown', surname: 'Company', companyName: 'Nobody knows Ltd' },
    ]);
    await bob.salesforce.creates({ FirstName: 'Only', LastName: 'Salesforce', Email: 'onlysf@example.test' });
    const [first, second, movedOut] = await linkedContacts(world, ada, 6);
    if (!first || !second || !movedOut) throw new Error('nothing was linked');
    await ada.outlook.movesOut(movedOut.inOutlook);
    await world.syncs();
    const linksBefore = await world.links();
    const ended = linksBefore.filter(({ exchangeId }) => exchangeId === movedOut.inOutlook);
    expect(ended).toMatchObject([{ state: 'Suppressed', reason: 'MovedOut' }]);
    await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);

    await world.database.lose();
    const { mailboxes } = await world.syncs();

    const none = { created: 0, updated: 0, deleted: 0 };
    expect((await exchange.counters()).writes).toEqual(none);
    expect((await salesforce.counters()).writes).toEqual(none);
    for (const mailbox of mailboxes) {
      expect(mailbox).toMatchObject({
        created: { exchange: 0, salesforce: 0 },
        updated: { exchange: 0, salesforce: 0 },
        deleted: { exchange: 0, salesforce: 0 },
      });
    }
    const shape = ({ key, recordId, state, reason }: (typeof linksBefore)[number]) => ({
      key,
      recordId,
      state,
      reason,
    });
    const sorted = (links: typeof linksBefore) =>
      links.map(shape).toSorted((a, b) => a.key.localeCompare(b.key));
    expect(sorted(await world.links())).toEqual(sorted(linksBefore));

    await ada.outlook.edits(first.inOutlook, { jobTitle: 'Pilot' });
    await ada.salesforce.edits(second.inSalesforce, { Title: 'Navigator' });
    await world.syncs();

    expect(await ada.salesforce.sees(first.inSalesforce)).toMatchObject({ Title: 'Pilot' });
    expect(await ada.outlook.sees(second.inOutlook)).toMatchObject({ jobTitle: 'Navigator' });
    await world.verify();
  },
);

scenario(
  'with a lost database the issues of events are known again: what is settled closes, and what turns private is named no more',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const calendars = await calendarsOf(world, { Private_Events__c: 'TimeOnly' });
    const clinic = await calendars.creates(ada, hour('Clinic', 3));
    const long = await calendars.creates(ada, hour('x'.repeat(300), 5));
    await world.syncs();
    const row = (await calendars.rows()).find(({ Subject }) => Subject === 'Clinic');
    await calendars.edits(ada, clinic.id, { subject: 'Clinic at ten' });
    await calendars.changes(ada, String(row?.Id), { Subject: 'Clinic at eleven' });
    await world.syncs();
    const codes = (await world.issues()).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(['TDM-E-CLIPPED', 'TDM-E-CONFLICT']);

    await world.database.lose();
    await calendars.edits(ada, clinic.id, { sensitivity: 'private' });
    await calendars.edits(ada, long.id, { subject: 'Short' });
    await world.syncs();

    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    expect(JSON.stringify(await salesforce.rows('Tandem_Issue__c'))).not.toContain('Clinic');
    await calendars.verify();
  },
);
