import { at, calendarsOf, day, weekly } from '../../e2e/world/calendar.ts';
import { cutEverywhere } from './cut-everywhere.ts';
import { eventsEnd } from './event-end-state.ts';

cutEverywhere(
  'a series that is renamed, moved on one date and cancelled on another, and one whose dates are edited and deleted in Salesforce',
  async (world) => {
    const { ada, admin, bob } = world;
    await admin.disconnects(bob.user);
    const calendars = await calendarsOf(world, { Contact_Direction__c: 'Off' });
    const { id } = await calendars.creates(ada, weekly('Weekly', 2, 4));
    await calendars.creates(ada, weekly('Planning', 3, 4));
    await world.syncs();

    await calendars.edits(ada, id, { subject: 'Team' });
    await calendars.edits(ada, id, { start: at(11, '15:00:00'), end: at(11, '16:00:00') }, day(9));
    await calendars.deletes(ada, id, day(16));
    const [, second, third] = (await calendars.rows()).filter(({ Subject }) => Subject === 'Planning');
    await calendars.changes(ada, String(second?.Id), { Subject: 'Planning with guests', Location: 'Hall' });
    await calendars.removes(ada, String(third?.Id));
  },
  eventsEnd(6),
);
