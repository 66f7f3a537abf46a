import { at, calendarsOf, day, hour, weekly } from '../../e2e/world/calendar.ts';
import type { Calendars } from '../../e2e/world/calendar.ts';
import type { World } from '../../e2e/world.ts';
import { cutEverywhere } from './cut-everywhere.ts';
import { eventsEnd } from './event-end-state.ts';

/** Ada alone, with her events only. */
async function calendarOfAda(world: World): Promise<Calendars> {
  await world.admin.disconnects(world.bob.user);
  return calendarsOf(world, { Contact_Direction__c: 'Off' });
}

cutEverywhere(
  'the first pass of a calendar with a series, a meeting, an all-day and a private event',
  async (world) => {
    const { ada } = world;
    const calendars = await calendarOfAda(world);
    const { id } = await calendars.creates(ada, weekly('Weekly', 2, 10));
    await calendars.edits(ada, id, { subject: 'With guests' }, day(9));
    await calendars.deletes(ada, id, day(16));
    await calendars.creates(
      ada,
      hour('Offer', 3, { attendees: [{ emailAddress: { address: 'guest@elsewhere.test' } }] }),
    );
    await calendars.creates(ada, {
      subject: 'Fair',
      isAllDay: true,
      start: at(4, '00:00:00'),
      end: at(6, '00:00:00'),
    });
    await calendars.creates(ada, hour('Secret', 5, { sensitivity: 'private' }));
  },
  eventsEnd(11),
);

cutEverywhere(
  'the first pass of events and a series of Salesforce',
  async (world) => {
    const { ada } = world;
    const calendars = await calendarOfAda(world);
    const time = (days: number) => ({ StartDateTime: `${day(days)}T08:00:00Z`, DurationInMinutes: 30 });
    await calendars.records(ada, {
      Subject: 'Stand-up',
      ...time(2),
      Recurrence2PatternText: 'RRULE:FREQ=DAILY;INTERVAL=1;COUNT=5',
    });
    for (const days of [8, 9, 10]) await calendars.records(ada, { Subject: `Visit ${days}`, ...time(days) });
  },
  eventsEnd(8),
);
