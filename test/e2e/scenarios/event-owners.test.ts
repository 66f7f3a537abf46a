import { expect } from 'vitest';
import { calendarsOf, day, hour } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const guest = { emailAddress: { address: 'guest@customer.test' } };

/** An event that Ada made in Salesforce, which is in her calendar too; the user sees the events of others by a role if told. */
async function madeInSalesforce(world: World, calendars: Calendars, seesOthers: boolean) {
  if (seesOthers) await world.salesforce.opensActivities();
  const account = await world.admin.createsAccount('Acme');
  const record = await calendars.records(world.ada, {
    Subject: 'Call',
    StartDateTime: `${day(5)}T10:00:00Z`,
    DurationInMinutes: 60,
    WhatId: account,
  });
  await world.syncs();
  const [event] = await calendars.events(world.ada);
  return { record, id: String(event?.id) };
}

for (const [who, seesOthers] of Object.entries({ 'cannot see it': false, 'still sees it': true })) {
  scenario(
    `an event gets another owner, and the old one ${who}: it moves to the new owner's calendar, and back again`,
    async ({ world }) => {
      const { ada, bob } = world;
      const calendars = await calendarsOf(world);
      const { record } = await madeInSalesforce(world, calendars, seesOthers);
      const shown = async () => [
        (await calendars.events(ada)).map(({ subject }) => subject),
        (await calendars.events(bob)).map(({ subject }) => subject),
      ];
      expect(await shown()).toEqual([['Call'], []]);

      await calendars.changes(ada, record, { OwnerId: bob.user });
      await world.syncs();
      expect(await shown()).toEqual([[], ['Call']]);
      await calendars.verify();

      await calendars.changes(bob, record, { OwnerId: ada.user });
      await world.syncs();
      expect(await shown()).toEqual([['Call'], []]);
      expect(await world.issues()).toEqual([]);
      await calendars.verify();

      await calendars.changes(ada, record, { Location: 'Room 9' });
      await world.syncs();
      expect(await calendars.events(ada)).toMatchObject([{ location: { displayName: 'Room 9' } }]);
      await calendars.verify();
    },
  );

  scenario(
    `a meeting gets another owner, and the old one ${who}: the new owner gets it without attendees, and the old copy stays, since its end would mail`,
    async ({ world }) => {
      const { ada, bob } = world;
      world.settings.TANDEM_MAY_MAIL = 'yes';
      const calendars = await calendarsOf(world);
      const { record, id } = await madeInSalesforce(world, calendars, seesOthers);
      await calendars.edits(ada, id, { attendees: [guest] });
      await world.syncs();

      await calendars.changes(ada, record, { OwnerId: bob.user });
      await world.syncs();
      expect(await calendars.events(bob)).toMatchObject([{ subject: 'Call', attendees: [] }]);
      expect(await calendars.events(ada)).toMatchObject([{ subject: 'Call', attendees: [guest] }]);
      const issues = await openIssuesOf(world, ada.user);
      expect(issues).toMatchObject([{ code: 'TDM-E-WOULD-MAIL' }]);
      expect(issues[0]?.reason).toContain('guest@customer.test');
      await calendars.verify();
    },
  );
}

scenario(
  'a meeting that goes over to a colleague who attends it stays in both calendars as the one meeting',
  async ({ world }) => {
    const { ada, bob } = world;
    const calendars = await calendarsOf(world);
    const { record, id } = await madeInSalesforce(world, calendars, true);
    await calendars.edits(ada, id, { attendees: [{ emailAddress: { address: bob.email } }] });
    await world.syncs();
    await calendars.changes(ada, record, { OwnerId: bob.user });
    await world.exchange.mail.clear();
    await world.syncs();
    expect(await calendars.events(ada)).toHaveLength(1);
    expect(await calendars.events(bob)).toHaveLength(1);
    expect(await calendars.rows()).toHaveLength(1);
    await calendars.verify();
  },
);

scenario(
  'what the old owner changed in Outlook before another one was chosen is not lost, and reaches the new owner',
  async ({ world }) => {
    const { ada, bob } = world;
    const calendars = await calendarsOf(world);
    const { record, id } = await madeInSalesforce(world, calendars, true);
    await calendars.edits(ada, id, { location: { displayName: 'Room 9' } });
    await calendars.changes(ada, record, { OwnerId: bob.user });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Id: record, Location: 'Room 9' }]);
    await world.salesforce.advance(5);
    await world.syncs();
    await world.syncs();
    expect(await calendars.events(bob)).toMatchObject([{ location: { displayName: 'Room 9' } }]);
    expect(await calendars.events(ada)).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'a meeting gets another owner where every mail may be sent: it goes from the old calendar, its attendees are told, and the new owner gets it without them',
  async ({ world }) => {
    const { ada, bob } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
    const { record, id } = await madeInSalesforce(world, calendars, true);
    await calendars.edits(ada, id, { attendees: [guest] });
    await world.exchange.mail.clear();
    await world.syncs();
    await calendars.changes(ada, record, { OwnerId: bob.user });
    await world.syncs();
    expect(await calendars.events(ada)).toEqual([]);
    expect(await calendars.events(bob)).toMatchObject([{ subject: 'Call', attendees: [] }]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify(['guest@customer.test']);
  },
);

scenario(
  'a meeting that was made in Outlook gets another owner in Salesforce: it stays in the old calendar, nobody is told, and the new owner gets it without attendees',
  async ({ world }) => {
    const { ada, bob } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
    await calendars.creates(ada, hour('Offer', 3, { attendees: [guest] }));
    await world.exchange.mail.clear();
    await world.syncs();
    const [row] = await calendars.rows();
    await calendars.changes(ada, String(row?.Id), { OwnerId: bob.user });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Offer', attendees: [guest] }]);
    expect(await calendars.events(bob)).toMatchObject([{ subject: 'Offer', attendees: [] }]);
    expect(await calendars.rows()).toMatchObject([{ OwnerId: bob.user }]);
    await calendars.verify();
  },
);
