import { expect } from 'vitest';
import { calendarsOf, day, hour } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';
import type { Person } from '../world/people.ts';
import type { World } from '../world.ts';

const invites = (...people: readonly Person[]) => ({
  attendees: people.map(({ email }) => ({ emailAddress: { address: email } })),
});

/** A meeting that Ada organises, of which Bob's mailbox made the record, since Ada's was not synced yet. */
async function madeByAttendee(world: World, calendars: Calendars) {
  const { ada, bob } = world;
  const { id } = await calendars.creates(ada, hour('Planning', 3, invites(bob)));
  await world.sync(['--mailbox', bob.email]);
  const [row] = await calendars.rows();
  expect(row).toMatchObject({ Subject: 'Planning', OwnerId: bob.user });
  await world.exchange.mail.clear();
  return { id, record: String(row?.Id) };
}

/** Who was invited to events in Salesforce. */
const invited = async (world: World) =>
  (await world.salesforce.rows('EventRelation')).map(({ EventId, RelationId }) => [EventId, RelationId]);

/** The org lets nobody but an admin change owners of events. */
const keepsOwners = (world: World, active = true) =>
  world.salesforce.setsUp({
    validationRules: [
      {
        object: 'Event',
        name: 'Owners_Stay',
        active,
        formula: 'ISCHANGED(OwnerId)',
        message: 'Owners stay.',
      },
    ],
  });

const openIssues = async (world: World) =>
  (await world.issues()).filter(({ status }) => status === 'Open').map(({ code, user }) => [code, user]);

scenario(
  'a record that an attendee’s mailbox made is the organiser’s as soon as that one is synced, and edits of it reach the calendar',
  async ({ world }) => {
    const { ada, bob } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world);
    const { record } = await madeByAttendee(world, calendars);

    await world.syncs();

    expect(await calendars.rows()).toMatchObject([{ Id: record, OwnerId: ada.user, Subject: 'Planning' }]);
    expect(await invited(world)).toEqual([[record, bob.user]]);
    await calendars.verify();

    await calendars.changes(ada, record, { Subject: 'Planning of the year' });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Planning of the year' }]);
    expect(await calendars.events(bob)).toMatchObject([{ subject: 'Planning of the year' }]);
    expect(await world.issues()).toEqual([]);
    await calendars.verify([bob.email]);
  },
);

scenario(
  'the org refuses another owner, and the organiser may not see the record: both are told, and an edit is listed until it can be told of',
  async ({ world }) => {
    const { ada, bob } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world);
    await keepsOwners(world);
    const { record } = await madeByAttendee(world, calendars);
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Id: record, OwnerId: bob.user }]);
    expect(await openIssues(world)).toEqual([['TDM-E-NOT-HANDED-OVER', ada.user]]);
    const [issue] = await world.issues();
    expect(issue).toMatchObject({
      recordId: null,
      reason: expect.stringContaining('Owners stay.') as string,
    });
    await calendars.verify();

    await calendars.changes(bob, record, { Subject: 'Planning of the year' });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Planning' }]);
    expect((await openIssues(world)).toSorted()).toEqual([
      ['TDM-E-NOT-HANDED-OVER', ada.user],
      ['TDM-E-NOT-ORGANISER', bob.user],
    ]);
    await calendars.verify();

    await keepsOwners(world, false);
    await calendars.changes(bob, record, { Location: 'Room 9' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([
      { Id: record, OwnerId: ada.user, Subject: 'Planning of the year', Location: 'Room 9' },
    ]);
    // It is a pairing, which may not mail whoever edited what.
    expect(await openIssues(world)).toEqual([['TDM-E-WOULD-MAIL', ada.user]]);
    await calendars.verify();
  },
);

scenario(
  'the org refuses another owner, and the organiser may edit the record: edits reach the calendar all the same',
  async ({ world }) => {
    const { ada, bob } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world);
    await keepsOwners(world);
    await world.salesforce.opensActivities();
    const account = await world.admin.createsAccount('Acme');
    const { record } = await madeByAttendee(world, calendars);
    await calendars.changes(bob, record, { WhatId: account });
    await world.syncs();
    expect(await openIssues(world)).toEqual([['TDM-E-NOT-HANDED-OVER', ada.user]]);

    await calendars.changes(bob, record, { Subject: 'Planning of the year' });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Planning of the year' }]);
    await calendars.verify([bob.email]);

    await keepsOwners(world, false);
    const [issue] = await world.issues();
    await world.admin.resolves(String(issue?.id), 'Retry');
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Id: record, OwnerId: ada.user, WhatId: account }]);
    expect(await openIssues(world)).toEqual([]);
    await calendars.verify([bob.email]);
  },
);

scenario('a person who makes an attendee the owner of a record is not overruled', async ({ world }) => {
  const { ada, bob } = world;
  const calendars = await calendarsOf(world);
  await calendars.creates(ada, hour('Planning', 3, invites(bob)));
  await world.exchange.mail.clear();
  await world.syncs();
  const [row] = await calendars.rows();
  expect(row).toMatchObject({ OwnerId: ada.user });
  await calendars.changes(ada, String(row?.Id), { OwnerId: bob.user });
  await world.syncs();
  expect(await calendars.rows()).toMatchObject([{ Id: row?.Id, OwnerId: bob.user }]);
  await calendars.verify();
});

const orders = {
  'the organiser’s mailbox first': ({ ada, bob }: World) => [ada, bob],
  'the attendee’s mailbox first': ({ ada, bob }: World) => [bob, ada],
  'both at once': () => [],
};

for (const [order, mailboxes] of Object.entries(orders))
  for (const policy of ['Delete', 'Keep'] as const)
    scenario(
      `a meeting that its organiser deletes, with deletes ${policy}, ${order}: its event ${policy === 'Delete' ? 'goes' : 'stays'}, and nobody is asked`,
      async ({ world }) => {
        const { ada, bob } = world;
        const calendars = await calendarsOf(world, { Event_Deletes_To_Salesforce__c: policy });
        const { id } = await calendars.creates(ada, hour('Planning', 3, invites(bob)));
        await calendars.creates(ada, hour('Review', 4, invites(bob)));
        await world.syncs();
        await calendars.deletes(ada, id);
        await world.exchange.mail.clear();

        for (const { email } of mailboxes(world)) await world.sync(['--mailbox', email]);
        await world.syncs();

        expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual(
          policy === 'Delete' ? ['Review'] : ['Planning', 'Review'],
        );
        expect(await world.issues()).toEqual([]);
        const live = (await world.salesforce.rows('Tandem_Link__c')).filter(
          ({ State__c }) => State__c === 'Live',
        );
        expect(live).toHaveLength(2);
        await calendars.verify();
      },
    );

scenario(
  'a meeting that its organiser deletes after it was edited in Salesforce comes back without attendees, and nobody is mailed',
  async ({ world }) => {
    const { ada, bob } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(ada, hour('Planning', 3, invites(bob)));
    await world.syncs();
    const [row] = await calendars.rows();
    await calendars.deletes(ada, id);
    await calendars.changes(ada, String(row?.Id), { Location: 'Room 9' });
    await world.exchange.mail.clear();
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Id: row?.Id, Location: 'Room 9' }]);
    expect(await calendars.events(ada)).toMatchObject([
      { subject: 'Planning', location: { displayName: 'Room 9' }, attendees: [] },
    ]);
    await calendars.verify();
  },
);

scenario(
  'a date that the organiser cancels goes from Salesforce, and the other dates of the series stay',
  async ({ world }) => {
    const { ada, bob } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(
      ada,
      hour('Stand-up', 2, {
        ...invites(bob),
        recurrence: {
          pattern: { type: 'daily', interval: 1 },
          range: { type: 'numbered', startDate: day(2), numberOfOccurrences: 3 },
        },
      }),
    );
    await world.syncs();
    expect(await calendars.rows()).toHaveLength(3);
    await calendars.deletes(ada, id, day(3));
    await world.exchange.mail.clear();
    await world.sync(['--mailbox', ada.email]);
    await world.syncs();
    expect((await calendars.rows()).map(({ StartDateTime }) => String(StartDateTime).slice(0, 10))).toEqual([
      day(2),
      day(4),
    ]);
    expect(await world.issues()).toEqual([]);
    await calendars.verify();
  },
);
