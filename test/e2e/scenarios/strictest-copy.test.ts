import { expect } from 'vitest';
import { calendarsOf, day, hour, weekly } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const invites = ({ bob }: World, more = {}) => ({
  attendees: [{ emailAddress: { address: bob.email } }],
  location: { displayName: 'Library' },
  ...more,
});

/** The attendee's own copy of the only meeting there is. */
async function copyOf({ bob }: World, calendars: Calendars): Promise<string> {
  const [copy] = await calendars.events(bob);
  return String(copy?.id);
}

/** No mail but the invitations that people sent, and no issue that says anything of the meeting. */
async function keepsSilent(world: World): Promise<void> {
  expect(JSON.stringify(await world.issues())).not.toMatch(/Planning|Library/);
  expect((await world.exchange.mail.read()).filter(({ by }) => by === 'api')).toEqual([]);
}

const busy = { Subject: 'Busy', Location: null, IsPrivate: true };
const shown = { Subject: 'Planning', Location: 'Library', IsPrivate: false };

const shows = { Skip: busy, TimeOnly: busy, Full: { ...shown, IsPrivate: true } };

const orders = {
  'the organiser’s mailbox first': ({ ada, bob }: World) => [ada, bob],
  'the attendee’s mailbox first': ({ ada, bob }: World) => [bob, ada],
};

for (const [policy, reduced] of Object.entries(shows))
  for (const [order, mailboxes] of Object.entries(orders))
    scenario(
      `an attendee makes the own copy private, and the meeting is private in Salesforce, with private events ${policy}, ${order}`,
      async ({ world }) => {
        const { ada, bob } = world;
        const calendars = await calendarsOf(world, { Private_Events__c: policy });
        const syncsInTurn = async () => {
          // Twice, as a running bridge does: what one of them finds out wakes the other.
          for (const { email } of [...mailboxes(world), ...mailboxes(world)])
            await world.sync(['--mailbox', email]);
        };
        await calendars.creates(ada, hour('Planning', 3, invites(world)));
        await world.syncs();
        expect(await calendars.rows()).toMatchObject([shown]);

        await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'private' });
        await syncsInTurn();
        expect(await calendars.rows()).toMatchObject([{ ...reduced, OwnerId: ada.user }]);
        await calendars.verify();

        await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'normal' });
        await syncsInTurn();
        expect(await calendars.rows()).toMatchObject([shown]);
        expect(await calendars.events(ada)).toMatchObject([{ subject: 'Planning', sensitivity: 'normal' }]);
        await calendars.verify();
        await keepsSilent(world);
      },
    );

for (const [policy, reduced] of Object.entries(shows))
  scenario(
    `a copy that is private before anybody syncs, with private events ${policy}: one sync is enough, and so it is for the way back`,
    async ({ world }) => {
      const { ada, bob } = world;
      const calendars = await calendarsOf(world, { Private_Events__c: policy });
      await calendars.creates(ada, hour('Planning', 3, invites(world)));
      await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'confidential' });
      await world.syncs();
      for (const row of await calendars.rows()) expect(row).toMatchObject(reduced);
      await calendars.verify();

      await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'normal' });
      await world.syncs();
      expect(await calendars.rows()).toMatchObject([shown]);
      await calendars.verify();
      await keepsSilent(world);
    },
  );

scenario('a private copy that is deleted hides the meeting no more', async ({ world }) => {
  const { ada, bob } = world;
  const calendars = await calendarsOf(world, { Private_Events__c: 'Skip' });
  await calendars.creates(ada, hour('Planning', 3, invites(world)));
  await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'private' });
  await world.syncs();
  await calendars.deletes(bob, await copyOf(world, calendars));
  await world.syncs();
  expect(await calendars.rows()).toMatchObject([shown]);
  await calendars.verify();
});

scenario('one date of a series is hidden by an attendee, and no other', async ({ world }) => {
  const { ada, bob } = world;
  const calendars = await calendarsOf(world, { Private_Events__c: 'TimeOnly', Series__c: true });
  await calendars.creates(ada, { ...weekly('Planning', 3, 3), ...invites(world) });
  await world.syncs();
  const date = day(10);
  await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'personal' }, date);
  await world.syncs();
  expect(await calendars.rows()).toMatchObject([shown, busy, shown]);

  await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'normal' }, date);
  await world.syncs();
  expect(await calendars.rows()).toMatchObject([shown, shown, shown]);
  await calendars.verify();
  await keepsSilent(world);
});

scenario('nobody makes a meeting public in Salesforce that an attendee keeps private', async ({ world }) => {
  const { ada, bob } = world;
  const calendars = await calendarsOf(world, { Private_Events__c: 'Full' });
  await calendars.creates(ada, hour('Planning', 3, invites(world)));
  await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'private' });
  await world.syncs();
  const [row] = await calendars.rows();
  await calendars.changes(ada, String(row?.Id), { IsPrivate: false });
  await world.syncs();
  expect(await calendars.rows()).toMatchObject([{ ...shown, IsPrivate: true }]);
  expect(await calendars.events(ada)).toMatchObject([{ sensitivity: 'normal' }]);
  await calendars.verify();
});

scenario(
  'what an attendee keeps private stays so after a reset and with a lost database',
  async ({ world }) => {
    const { ada, bob } = world;
    const calendars = await calendarsOf(world, { Private_Events__c: 'TimeOnly' });
    await calendars.creates(ada, hour('Planning', 3, invites(world)));
    await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'private' });
    await world.syncs();
    for (const forgets of [
      () => world.admin.requests('ResetEvents', ada.user),
      () => world.admin.requests('ResetEvents', bob.user),
      () => world.database.lose(),
    ]) {
      await forgets();
      await world.syncs();
      expect(await calendars.rows()).toMatchObject([busy]);
    }
    await calendars.edits(bob, await copyOf(world, calendars), { sensitivity: 'normal' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([shown]);
    await calendars.verify();
  },
);
