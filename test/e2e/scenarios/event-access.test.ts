import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

/** An event that Ada made in Outlook and whose record Bob owns now; what she may do with it goes by its account. */
async function ownedByBob(world: World, calendars: Calendars) {
  const { ada, bob, salesforce, admin } = world;
  await salesforce.opensActivities();
  await salesforce.opens({ Account: 'ReadWrite' });
  const { id } = await calendars.creates(ada, hour('Review', 3));
  await world.syncs();
  const [row] = await calendars.rows();
  const record = String(row?.Id);
  const account = await admin.createsAccount('Acme');
  await calendars.changes(ada, record, { WhatId: account, OwnerId: bob.user });
  await world.syncs();
  return { record, id };
}

const linksOfAda = async (world: World) =>
  (await world.links())
    .filter(({ user }) => user === world.ada.user)
    .map(({ state, reason }) => [state, reason]);
const codesOfAda = async (world: World) =>
  (await openIssuesOf(world, world.ada.user)).map(({ code }) => code);
/** A sync with what is due once in 24 hours. */
const overnight = (world: World) => world.sync(['--nightly']);

scenario(
  'an event that its user may only read takes nothing from Outlook, where the change waits until sharing allows it',
  async ({ world }) => {
    const { ada, bob, salesforce } = world;
    const calendars = await calendarsOf(world);
    const { record, id } = await ownedByBob(world, calendars);
    await salesforce.opens({ Account: 'Read' });
    await calendars.changes(bob, record, { Location: 'Room 1' });
    await world.syncs();
    await calendars.edits(ada, id, { subject: 'Review of prices' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Review', Location: 'Room 1' }]);
    expect(await openIssuesOf(world, ada.user)).toMatchObject([
      { code: 'TDM-E-NOT-EDITABLE', field: 'Subject' },
    ]);

    await salesforce.opens({ Account: 'ReadWrite' });
    await overnight(world);
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Review of prices', Location: 'Room 1' }]);
    expect(await codesOfAda(world)).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'access to an event that is lost over night ends the link and keeps what is in Outlook; regained, it lives again',
  async ({ world }) => {
    const { ada, bob, salesforce } = world;
    const calendars = await calendarsOf(world);
    const { record } = await ownedByBob(world, calendars);
    await salesforce.opens({ Account: 'Private' });
    await world.syncs();
    expect(await linksOfAda(world)).toEqual([['Live', null]]);

    await overnight(world);
    await calendars.changes(bob, record, { Location: 'Secret' });
    await world.syncs();
    expect(await linksOfAda(world)).toEqual([['Suppressed', 'AccessLost']]);
    expect(await openIssuesOf(world, ada.user)).toMatchObject([
      { code: 'TDM-E-ACCESS-LOST', recordId: null },
    ]);
    expect(JSON.stringify(await calendars.events(ada))).not.toContain('Secret');

    await salesforce.opens({ Account: 'ReadWrite' });
    await overnight(world);
    expect(await linksOfAda(world)).toEqual([['Live', null]]);
    expect(await calendars.events(ada)).toMatchObject([{ location: { displayName: 'Secret' } }]);
    expect(await codesOfAda(world)).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'an event that is deleted in Outlook stays in Salesforce where somebody else owns it, and its user is told',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const { id } = await ownedByBob(world, calendars);
    await calendars.deletes(ada, id);
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Review' }]);
    expect(await codesOfAda(world)).toEqual(['TDM-E-NOT-OWNER']);
    expect(await linksOfAda(world)).toEqual([['Suppressed', 'DeletedByPolicy']]);
    expect(await calendars.events(ada)).toEqual([]);
    await calendars.verify();
  },
);
