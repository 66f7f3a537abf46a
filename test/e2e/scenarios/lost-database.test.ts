import { expect } from 'vitest';
import { linkedContacts } from '../world/linked-contact.ts';
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
