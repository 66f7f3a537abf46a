import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';

const invites = (...addresses: readonly string[]) => ({
  attendees: addresses.map((address) => ({ emailAddress: { address } })),
});

scenario(
  'a new meeting is with the contacts who attend, and where there is none with one lead',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const contact = await ada.salesforce.creates({ LastName: 'Customer', Email: 'Ana@Customer.test' });
    const [lead] = await world.salesforce.insert(
      'Lead',
      [{ LastName: 'New', Company: 'Start-up', Email: 'lea@startup.test', OwnerId: ada.user }],
      ada.user,
    );
    await calendars.creates(ada, hour('Offer', 2, invites('ana@customer.test', 'nobody@else.test')));
    await calendars.creates(ada, hour('Demo', 3, invites('lea@startup.test')));
    await calendars.creates(
      ada,
      hour('Secret', 4, { ...invites('ana@customer.test'), sensitivity: 'private' }),
    );
    await world.admin.sets({ Private_Events__c: 'Full' });
    await world.exchange.mail.clear();

    await world.syncs();

    expect((await calendars.rows()).map(({ Subject, WhoId }) => [Subject, WhoId])).toEqual([
      ['Offer', contact],
      ['Demo', lead],
      ['Secret', null],
    ]);
    await calendars.verify();
  },
);

scenario(
  'a contact whom the user cannot see is related to nothing, and neither is anybody when that is switched off',
  async ({ world }) => {
    const { ada, bob } = world;
    const calendars = await calendarsOf(world);
    await world.salesforce.keepsContactsPrivate();
    await bob.salesforce.creates({ LastName: 'Hidden', Email: 'hidden@customer.test' });
    const own = await ada.salesforce.creates({ LastName: 'Own', Email: 'own@customer.test' });
    await calendars.creates(ada, hour('Hidden', 2, invites('hidden@customer.test')));
    await calendars.creates(ada, hour('Own', 3, invites('own@customer.test')));
    await world.exchange.mail.clear();
    await world.syncs();
    expect((await calendars.rows()).map(({ WhoId }) => WhoId)).toEqual([null, own]);

    await world.admin.sets({ Relate_Attendees__c: false });
    await calendars.creates(ada, hour('Later', 4, invites('own@customer.test')));
    await world.exchange.mail.clear();
    await world.syncs();
    expect((await calendars.rows()).map(({ WhoId }) => WhoId)).toEqual([null, own, null]);
    await calendars.verify();
  },
);
