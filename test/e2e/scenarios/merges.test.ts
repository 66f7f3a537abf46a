import { expect } from 'vitest';
import { linkedContact, linkedContacts } from '../world/linked-contact.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const none = { created: 0, updated: 0, deleted: 0 };

async function carryDeletesOver({ admin }: World): Promise<void> {
  await admin.sets({ Contact_Deletes_To_Salesforce__c: 'Delete', Contact_Deletes_To_Exchange__c: 'Delete' });
}

/** Two linked contacts of one mailbox, and some more, so that nothing is held. */
async function twoOfMany(world: World) {
  const [kept, merged] = await linkedContacts(world, world.ada, 6);
  if (!kept || !merged) throw new Error('nothing was linked');
  return { kept, merged };
}

async function linkOf(world: World, exchangeId: string) {
  return (await world.links()).find((link) => link.exchangeId === exchangeId);
}

async function openIssues(world: World) {
  return (await world.issues()).filter(({ status }) => status === 'Open');
}

scenario(
  'two linked contacts are merged in Salesforce: the item of the master goes on, the other one stays and is listed, and what was typed in either arrives',
  async ({ world }) => {
    const { ada } = world;
    await carryDeletesOver(world);
    const { kept, merged } = await twoOfMany(world);

    await ada.salesforce.merges(kept.inSalesforce, merged.inSalesforce);
    await ada.outlook.edits(merged.inOutlook, { jobTitle: 'Typed in the second item' });
    await ada.outlook.edits(kept.inOutlook, { mobilePhone: '+1 555 1' });
    await world.syncs();

    expect(await ada.outlook.contacts()).toHaveLength(6);
    expect(await ada.salesforce.contacts()).toHaveLength(5);
    expect(await linkOf(world, kept.inOutlook)).toMatchObject({
      recordId: kept.inSalesforce,
      state: 'Live',
    });
    expect(await linkOf(world, merged.inOutlook)).toMatchObject({
      recordId: kept.inSalesforce,
      state: 'Suppressed',
      reason: 'Duplicate',
    });
    expect(await openIssues(world)).toMatchObject([
      { code: 'TDM-C-SECOND', exchangeId: merged.inOutlook, recordId: kept.inSalesforce },
    ]);
    expect(await ada.salesforce.sees(kept.inSalesforce)).toMatchObject({
      Title: 'Typed in the second item',
      MobilePhone: '+1 555 1',
    });
    expect(await ada.outlook.sees(kept.inOutlook)).toMatchObject({ jobTitle: 'Typed in the second item' });
    expect(await ada.outlook.sees(merged.inOutlook)).toMatchObject({ surname: merged.surname });
    await world.verify();

    await ada.outlook.deletes(merged.inOutlook);
    await world.syncs();

    expect(await openIssues(world)).toEqual([]);
    expect(await ada.salesforce.contacts()).toHaveLength(5);
    await world.verify();
  },
);

scenario(
  'both items of merged contacts were edited in the same field: one value wins, the other is kept in an issue',
  async ({ world }) => {
    const { ada } = world;
    const { kept, merged } = await twoOfMany(world);

    await ada.salesforce.merges(kept.inSalesforce, merged.inSalesforce);
    await ada.outlook.edits(merged.inOutlook, { jobTitle: 'From the second' });
    await ada.outlook.edits(kept.inOutlook, { jobTitle: 'From the first' });
    await world.syncs();

    const { Title } = await ada.salesforce.sees(kept.inSalesforce);
    expect(['From the second', 'From the first']).toContain(Title);
    const other = Title === 'From the first' ? 'From the second' : 'From the first';
    const details = (await world.issues()).map((issue) => issue.details).join(' ');
    expect(details).toContain(other);
    await world.verify();
  },
);

scenario(
  'the item of the master is deleted in Outlook while its record is merged: the other item goes on, and the record stays',
  async ({ world }) => {
    const { ada } = world;
    await carryDeletesOver(world);
    const { kept, merged } = await twoOfMany(world);

    await ada.salesforce.merges(kept.inSalesforce, merged.inSalesforce);
    await ada.outlook.deletes(kept.inOutlook);
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(5);
    expect(await linkOf(world, merged.inOutlook)).toMatchObject({
      recordId: kept.inSalesforce,
      state: 'Live',
    });
    expect(await ada.outlook.contacts()).toHaveLength(5);
    await world.verify();
  },
);

scenario(
  "a contact is merged into a colleague's: the item follows the colleague's record, and what the merge dropped is kept",
  async ({ world }) => {
    const { ada, bob, admin } = world;
    await carryDeletesOver(world);
    await admin.createsAccount('Acme');
    const mine = await linkedContact(world, ada, {
      outlook: { jobTitle: 'Buyer', companyName: 'Acme' },
      salesforce: { Title: 'Buyer', Account: 'Acme' },
    });
    const theirs = await linkedContact(world, bob, {
      outlook: { jobTitle: 'Head of buying', companyName: 'Acme' },
      salesforce: { Title: 'Head of buying', Account: 'Acme' },
    });

    await bob.salesforce.merges(theirs.inSalesforce, mine.inSalesforce);
    await world.syncs();

    expect(await ada.outlook.contacts()).toHaveLength(1);
    expect(await linkOf(world, mine.inOutlook)).toMatchObject({
      recordId: theirs.inSalesforce,
      state: 'Live',
    });
    expect(await ada.outlook.sees(mine.inOutlook)).toMatchObject({ jobTitle: 'Head of buying' });
    const closed = (await world.issues()).filter(({ status }) => status === 'Closed');
    expect(closed.map(({ details }) => details).join(' ')).toContain('Buyer');
    await world.verify();

    await ada.outlook.edits(mine.inOutlook, { jobTitle: 'Chief of buying' });
    await world.syncs();

    expect(await bob.outlook.sees(theirs.inOutlook)).toMatchObject({ jobTitle: 'Chief of buying' });
    await world.verify();
  },
);

scenario('a merge that is found only after the database was lost is followed too', async ({ world }) => {
  const { ada, exchange } = world;
  await carryDeletesOver(world);
  const { kept, merged } = await twoOfMany(world);
  await exchange.clearCounters();

  await ada.salesforce.merges(kept.inSalesforce, merged.inSalesforce);
  await world.database.lose();
  await world.syncs();

  expect((await exchange.counters()).writes).toEqual(none);
  expect(await ada.salesforce.contacts()).toHaveLength(5);
  expect(await linkOf(world, kept.inOutlook)).toMatchObject({ state: 'Live' });
  expect(await linkOf(world, merged.inOutlook)).toMatchObject({ state: 'Suppressed', reason: 'Duplicate' });
  await world.verify();
});

scenario(
  'a record that was merged and then left the recycle bin unseen is not taken for a deletion',
  async ({ world }) => {
    const { ada, salesforce } = world;
    await carryDeletesOver(world);
    const { kept, merged } = await twoOfMany(world);

    await ada.salesforce.merges(kept.inSalesforce, merged.inSalesforce);
    await salesforce.emptyRecycleBin();
    // The feed of deletions knows whole minutes only.
    await salesforce.advance(120);
    await world.syncs();

    expect(await ada.outlook.contacts()).toHaveLength(6);
    expect(await linkOf(world, merged.inOutlook)).toMatchObject({ state: 'Suppressed' });
    expect(await openIssues(world)).toMatchObject([{ code: 'TDM-C-PURGED', exchangeId: merged.inOutlook }]);
    await world.verify();

    await world.database.lose();
    await world.syncs();

    expect(await ada.outlook.contacts()).toHaveLength(6);
    expect(await ada.salesforce.contacts()).toHaveLength(5);
    await world.verify();
  },
);

scenario(
  'contacts that Tandem made and their records were merged twice over before a reset: pairing finds the last master, and makes no copy',
  async ({ world }) => {
    const { ada, admin } = world;
    await carryDeletesOver(world);
    const made = await ada.salesforce.createsAll(
      ['first', 'second', 'third', 'fourth'].map((name) => ({ LastName: name })),
    );
    await world.syncs();
    const [first = '', second = '', third = ''] = made;

    await ada.salesforce.merges(second, first);
    await ada.salesforce.merges(third, second);
    await admin.requests('ResetContacts', ada.user);
    await world.syncs();

    expect(await ada.salesforce.contacts()).toHaveLength(2);
    expect(await ada.outlook.contacts()).toHaveLength(4);
    const ofThird = (await world.links()).filter(({ recordId }) => recordId === third);
    expect(ofThird.map(({ state }) => state).toSorted()).toEqual(['Live', 'Suppressed', 'Suppressed']);
    await world.verify();
  },
);
