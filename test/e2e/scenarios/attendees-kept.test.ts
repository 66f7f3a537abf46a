import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import type { Person } from '../world/people.ts';
import { allows } from '../world/permissions.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const invites = (...addresses: readonly string[]) => ({
  attendees: addresses.map((address) => ({ emailAddress: { address } })),
});

/** A lead of that person; its id. */
async function lead(world: World, owner: Person, name: string): Promise<string> {
  const fields = { LastName: name, Company: name, Email: `${name.toLowerCase()}@startup.test` };
  const [id] = await world.salesforce.insert('Lead', [{ ...fields, OwnerId: owner.user }], owner.user);
  return String(id);
}

scenario(
  'a lead whom sharing hides from the owner of a meeting is not related, also not to a meeting of a colleague who sees them',
  async ({ world }) => {
    const { ada, bob } = world;
    await world.salesforce.opens({ Lead: 'Private' });
    const calendars = await calendarsOf(world);
    const hidden = await lead(world, bob, 'Hidden');
    const own = await lead(world, ada, 'Own');
    await calendars.creates(ada, hour('Of Ada with a hidden one', 2, invites('hidden@startup.test')));
    await calendars.creates(ada, hour('Of Ada with her own', 3, invites('own@startup.test')));
    await calendars.creates(bob, hour('Of Bob', 4, invites('hidden@startup.test')));
    await world.exchange.mail.clear();
    await world.syncs();

    expect((await calendars.rows()).map(({ Subject, WhoId }) => [Subject, WhoId])).toEqual([
      ['Of Ada with a hidden one', null],
      ['Of Ada with her own', own],
      ['Of Bob', hidden],
    ]);
    const links = await world.salesforce.rows('Tandem_Link__c');
    expect(
      links.filter(({ OwnerId }) => OwnerId === ada.user).map((link) => link.Unmatched_Attendees__c ?? null),
    ).toEqual(['hidden@startup.test', null]);
    await calendars.verify();
  },
);

for (const [object, related] of [
  ['Lead', ['contact', null]],
  ['Contact', [null, 'lead']],
] as const)
  scenario(
    `a user who may not read ${object}s gets meetings related to none of them, and to the others all the same`,
    async ({ world }) => {
      const { ada, admin } = world;
      const calendars = await calendarsOf(world);
      const ids: Readonly<Record<string, string>> = {
        contact: await ada.salesforce.creates({ LastName: 'Ana', Email: 'ana@customer.test' }),
        lead: await lead(world, ada, 'Lea'),
      };
      // Contacts of the mailbox cannot sync without reading them either.
      await admin.sets({ Contact_Direction__c: 'Off' });
      await allows(
        world,
        {
          PermissionsRead: false,
          PermissionsEdit: false,
          PermissionsCreate: false,
          PermissionsDelete: false,
        },
        object,
      );
      await calendars.creates(ada, hour('Offer', 2, invites('ana@customer.test')));
      await calendars.creates(ada, hour('Demo', 3, invites('lea@startup.test')));
      await world.exchange.mail.clear();
      await world.syncs();
      expect((await calendars.rows()).map(({ Subject, WhoId }) => [Subject, WhoId])).toEqual([
        ['Offer', related[0] === null ? null : ids[related[0]]],
        ['Demo', related[1] === null ? null : ids[related[1]]],
      ]);
      await calendars.verify();
    },
  );

scenario(
  'what somebody enters in Salesforce as the answer of an attendee stays there alone, until the attendee answers in Outlook',
  async ({ world }) => {
    const { ada } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
    await ada.salesforce.creates({ LastName: 'Ana', Email: 'ana@customer.test' });
    const { id } = await calendars.creates(ada, hour('Offer', 2, invites('ana@customer.test')));
    await world.exchange.mail.clear();
    await world.syncs();
    const before = await calendars.events(ada);
    const status = async () =>
      (await world.salesforce.rows('EventRelation')).map(({ Id, Status }) => [String(Id), Status] as const);
    const [[relation] = ['']] = await status();
    await world.salesforce.update('EventRelation', relation, { Status: 'Declined' }, ada.user);
    await world.syncs();

    expect(await calendars.events(ada)).toEqual(before);
    expect(await status()).toEqual([[relation, 'Declined']]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();

    await calendars.answers(ada, id, 'ana@customer.test', 'accept');
    await world.syncs();
    expect(await status()).toEqual([[relation, 'Accepted']]);
    await calendars.verify();
  },
);

scenario(
  'Tandem writes a meeting, and who has to come, who may, which room there is and what they answered stay as they were',
  async ({ world }) => {
    const { ada } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world);
    const attendees = (['required', 'optional', 'resource'] as const).map((type) => ({
      type,
      emailAddress: { address: `${type}@customer.test`, name: `The ${type} one` },
    }));
    const { id } = await calendars.creates(ada, hour('Offer', 2, { attendees }));
    await calendars.answers(ada, id, 'optional@customer.test', 'tentativelyAccept');
    await world.exchange.mail.clear();
    await world.syncs();
    const [before] = await calendars.events(ada);
    expect(before?.attendees).toMatchObject(attendees);
    const [row] = await calendars.rows();

    await calendars.changes(ada, String(row?.Id), { Location: 'Room 9', Subject: 'Final offer' });
    await world.syncs();
    const [after] = await calendars.events(ada);
    expect(after).toMatchObject({ subject: 'Final offer', location: { displayName: 'Room 9' } });
    expect(after?.attendees).toEqual(before?.attendees);
    await calendars.verify(attendees.map(({ emailAddress }) => emailAddress.address));
  },
);
