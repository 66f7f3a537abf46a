import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { mayEditEvents } from '../world/permissions.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

/** Two events of Ada's that are in step, so that one of them can go without looking like a mass deletion. */
async function twoEvents(world: World, calendars: Calendars) {
  const { id } = await calendars.creates(world.ada, hour('Review', 3));
  await calendars.creates(world.ada, hour('Other', 4));
  await world.syncs();
  const [row] = await calendars.rows();
  return { id, record: String(row?.Id) };
}

const codesOfAda = async (world: World) =>
  (await openIssuesOf(world, world.ada.user)).map(({ code }) => code);
const subjects = async (calendars: Calendars, { ada }: World) => [
  (await calendars.events(ada)).map(({ subject }) => subject),
  (await calendars.rows()).map(({ Subject }) => Subject),
];

scenario(
  'an event that somebody else deleted in Salesforce after it was edited in Outlook is not made anew, and syncs again once it is restored',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const calendars = await calendarsOf(world);
    const { id, record } = await twoEvents(world, calendars);
    const root = (await salesforce.rows('User')).find(({ LastName }) => LastName === 'Root');
    await calendars.edits(ada, id, { subject: 'Review of prices' });
    await salesforce.remove('Event', record, String(root?.Id));
    await world.syncs();
    expect(await subjects(calendars, world)).toEqual([['Review of prices', 'Other'], ['Other']]);
    expect(await codesOfAda(world)).toEqual(['TDM-E-DELETED-BY-OTHER']);
    await calendars.verify();

    await salesforce.restore(record, ada.user);
    await world.syncs();
    expect(await subjects(calendars, world)).toEqual([
      ['Review', 'Other'],
      ['Review', 'Other'],
    ]);
    expect(await codesOfAda(world)).toEqual([]);
    // Nobody remembers who changed what of a link that had ended: the record wins, and the other value is kept.
    const kept = (await world.issues()).filter(({ code }) => code === 'TDM-E-CONFLICT');
    expect(kept).toMatchObject([
      { status: 'Closed', details: expect.stringContaining('Review of prices') as string },
    ]);
    await calendars.verify();
  },
);

scenario(
  'an event that left the recycle bin of Salesforce before anybody saw it deleted stays in Outlook, and is listed',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const calendars = await calendarsOf(world);
    const { record } = await twoEvents(world, calendars);
    await calendars.removes(ada, record);
    await salesforce.emptyRecycleBin();
    // The feed of deletions knows whole minutes only.
    await salesforce.advance(120);
    await world.syncs();
    expect(await subjects(calendars, world)).toEqual([['Review', 'Other'], ['Other']]);
    expect(await codesOfAda(world)).toEqual(['TDM-E-PURGED']);
    await calendars.verify();

    await world.database.lose();
    await world.syncs();
    expect(await subjects(calendars, world)).toEqual([['Review', 'Other'], ['Other']]);
    await calendars.verify();
  },
);

scenario(
  'a user who may not edit events in Salesforce changes nothing there through Outlook, and is told what is missing',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const { id } = await twoEvents(world, calendars);
    await mayEditEvents(world, false);
    await world.syncs();
    await calendars.deletes(ada, id);
    await calendars.creates(ada, hour('New', 5));
    await world.syncs();
    expect(await subjects(calendars, world)).toEqual([
      ['Other', 'New'],
      ['Review', 'Other'],
    ]);
    expect(await openIssuesOf(world, ada.user)).toMatchObject([
      { code: 'TDM-M-PERMISSION', reason: expect.stringContaining('Edit Events') as string },
    ]);

    await mayEditEvents(world, true);
    await world.syncs();
    expect(await subjects(calendars, world)).toEqual([
      ['Other', 'New'],
      ['Review', 'Other', 'New'],
    ]);
    expect(await codesOfAda(world)).toEqual([]);
    await calendars.verify();
  },
);
