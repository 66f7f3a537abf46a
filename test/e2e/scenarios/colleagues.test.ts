import { expect } from 'vitest';
import { calendarsOf, day, hour } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { standsBetween, stepsAside } from '../world/gatekeeper.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const invites = ({ bob }: World) => ({ attendees: [{ emailAddress: { address: bob.email } }] });

/** Neither mailbox's calendar is read before both have asked for theirs, so that their passes run side by side. */
function meetAtTheGate({ exchange: { server } }: World): void {
  const asking = new Set<string>();
  const { promise: until, resolve } = Promise.withResolvers<void>();
  standsBetween(server, ({ url = '' }) => {
    const [, mailbox] = /\/users\/([^/?]+)\/calendarView/.exec(decodeURIComponent(url)) ?? [];
    if (mailbox === undefined) return { kind: 'pass' };
    if (asking.add(mailbox).size === 2) resolve();
    return { kind: 'wait', until };
  });
}

const passes = {
  'the organiser’s mailbox first': async (world: World) =>
    void (await world.sync(['--mailbox', world.ada.email])),
  'the attendee’s mailbox first': async (world: World) =>
    void (await world.sync(['--mailbox', world.bob.email])),
  'both at once': async (world: World) => {
    meetAtTheGate(world);
    await world.syncs();
    stepsAside(world.exchange.server);
  },
};

const made = {
  'in Outlook': async (world: World, calendars: Calendars) => {
    await calendars.creates(world.ada, hour('Planning', 3, invites(world)));
  },
  'in Salesforce, with the colleague invited there': async (world: World, calendars: Calendars) => {
    const { ada, bob, salesforce } = world;
    const EventId = await calendars.records(ada, { Subject: 'Planning', ...time });
    await salesforce.insert('EventRelation', [{ EventId, RelationId: bob.user }], ada.user);
  },
  'in Salesforce, with the colleague invited in Outlook': async (world: World, calendars: Calendars) => {
    await calendars.records(world.ada, { Subject: 'Planning', ...time });
    await world.syncs();
    const [event] = await calendars.events(world.ada);
    await calendars.edits(world.ada, String(event?.id), invites(world));
  },
};

const time = { StartDateTime: `${day(3)}T10:00:00Z`, DurationInMinutes: 60 };

for (const [where, make] of Object.entries(made))
  for (const [order, run] of Object.entries(passes))
    scenario(
      `a meeting of two synced colleagues made ${where}, ${order}: one event, the organiser's, and no mail`,
      async ({ world }) => {
        world.settings.TANDEM_MAY_MAIL = 'yes';
        const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
        await make(world, calendars);

        await run(world);
        await world.syncs();

        expect(await calendars.rows()).toMatchObject([{ Subject: 'Planning', OwnerId: world.ada.user }]);
        expect(await calendars.events(world.ada)).toHaveLength(1);
        expect(await world.issues()).toEqual([]);
        await calendars.verify();
      },
    );
