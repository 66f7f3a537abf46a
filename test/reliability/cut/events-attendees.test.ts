import { calendarsOf, hour } from '../../e2e/world/calendar.ts';
import { cutEverywhere } from './cut-everywhere.ts';
import { eventsEnd } from './event-end-state.ts';

const invites = (...addresses: readonly string[]) => ({
  attendees: addresses.map((address) => ({ emailAddress: { address } })),
});

cutEverywhere(
  'a meeting with a synced colleague, whose attendees come, leave and answer',
  async (world) => {
    const { ada, bob, exchange, salesforce } = world;
    await salesforce.setsUp({ organization: { sharedActivities: true } });
    const calendars = await calendarsOf(world, { Contact_Direction__c: 'Off' });
    for (const name of ['ana', 'ben', 'cleo'])
      await ada.salesforce.creates({ LastName: name, Email: `${name}@customer.test` });
    const first = invites('ana@customer.test', 'ben@customer.test', bob.email);
    const { id } = await calendars.creates(ada, hour('Offer', 2, first));
    await world.syncs();

    await calendars.edits(ada, id, invites('ben@customer.test', 'cleo@customer.test', bob.email));
    await calendars.answers(ada, id, 'ben@customer.test', 'accept');
    const [copy] = await calendars.events(bob);
    await exchange.calendars.respond(bob.email, String(copy?.id), 'tentativelyAccept');
  },
  eventsEnd(2),
);
