import { expect } from 'vitest';
import { calendarsOf, day, hour, weekly } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const numbers = Array.from({ length: 12 }, (_none, index) => index);

/** Events in Outlook with their records: one that stays, and so many that are deleted at once. */
const made: Readonly<
  Record<string, (world: World, calendars: Calendars) => Promise<readonly { readonly id: string }[]>>
> = {
  'twelve events': async ({ ada }, calendars) => {
    const events = [];
    for (const number of numbers)
      events.push(await calendars.creates(ada, hour(`Event ${number}`, 4 + number)));
    return events;
  },
  'a series of twelve dates': async ({ ada }, calendars) => [
    await calendars.creates(ada, weekly('Weekly', 2, 12)),
  ],
};

/** The deletions that are held, which an admin is to approve. */
async function held(world: World) {
  const issues = await openIssuesOf(world, world.ada.user);
  expect(issues.map(({ code }) => code)).toEqual(['TDM-M-HELD-EVENTS']);
  return issues[0]?.id ?? '';
}

for (const [what, make] of Object.entries(made)) {
  scenario(
    `${what} deleted in Outlook at once: the deletions are held, an edit goes through, and an admin has them carried out`,
    async ({ world }) => {
      const { ada, admin } = world;
      const calendars = await calendarsOf(world);
      const stays = await calendars.creates(ada, hour('Stays', 3));
      const events = await make(world, calendars);
      await world.syncs();
      for (const { id } of events) await calendars.deletes(ada, id);
      await calendars.edits(ada, stays.id, { subject: 'Goes through' });
      await world.sync();
      const issue = await held(world);
      expect((await calendars.rows()).map(({ Subject }) => Subject)).toContain('Goes through');
      expect(await calendars.rows()).toHaveLength(13);

      // Forgotten cursors do not make deletions that were told once into items that are only missing.
      await world.exchange.purgeCursors();
      await world.sync();
      expect(await held(world)).toBe(issue);
      await admin.resolves(issue, 'Approve');
      await world.syncs();

      expect(await calendars.rows()).toMatchObject([{ Subject: 'Goes through' }]);
      expect(await openIssuesOf(world, ada.user)).toEqual([]);
      await calendars.verify();
    },
  );

  scenario(
    `${what} deleted in Outlook at once, and one edited in Salesforce while the deletions are held: that one stays`,
    async ({ world }) => {
      const { ada, admin } = world;
      const calendars = await calendarsOf(world);
      const events = await make(world, calendars);
      await world.syncs();
      const last = (await calendars.rows()).at(-1);
      for (const { id } of events) await calendars.deletes(ada, id);
      await world.sync();
      const issue = await held(world);
      await calendars.changes(ada, String(last?.Id), { Location: 'Room 9' });
      await world.sync();
      await admin.resolves(issue, 'Approve');
      await world.syncs();

      expect(await calendars.rows()).toMatchObject([{ Id: last?.Id, Location: 'Room 9' }]);
      expect(await calendars.events(ada)).toMatchObject([
        { subject: last?.Subject, type: 'singleInstance', location: { displayName: 'Room 9' } },
      ]);
      await calendars.verify();
    },
  );
}

scenario(
  'held deletions of events that are restored in Outlook first: nothing is deleted, approved or not',
  async ({ world }) => {
    const { ada, admin, exchange } = world;
    const calendars = await calendarsOf(world);
    const ids: string[] = [];
    for (const number of numbers)
      ids.push((await calendars.creates(ada, hour(`Event ${number}`, 4 + number))).id);
    await world.syncs();
    const before = await calendars.rows();
    for (const id of ids) await calendars.deletes(ada, id);
    await world.sync();
    const issue = await held(world);
    for (const id of ids) await exchange.calendars.restoreEvent(ada.email, id);
    await admin.resolves(issue, 'Approve');
    await world.syncs();

    expect(await calendars.rows()).toEqual(before);
    expect(await calendars.events(ada)).toHaveLength(12);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'twelve events deleted in Salesforce at once, dates of a series among them: held, and carried out once an admin approves',
  async ({ world }) => {
    const { ada, admin } = world;
    const calendars = await calendarsOf(world);
    for (const number of numbers) await calendars.creates(ada, hour(`Event ${number}`, 4 + number));
    await calendars.creates(ada, weekly('Weekly', 2, 3));
    await world.syncs();
    const rows = await calendars.rows();
    for (const { Id } of rows.slice(0, 12)) await calendars.removes(ada, Id);
    await world.sync();
    const issue = await held(world);
    expect(await calendars.events(ada)).toHaveLength(13);
    await admin.resolves(issue, 'Approve');
    await world.syncs();

    const left = await calendars.events(ada);
    expect(left.map(({ subject }) => subject).toSorted()).toEqual(['Event 10', 'Event 11', 'Weekly']);
    expect(left.find(({ subject }) => subject === 'Weekly')?.cancelled).toEqual([day(2), day(9)]);
    expect(await calendars.rows()).toHaveLength(3);
    await calendars.verify();
  },
);
