import { expect } from 'vitest';
import { at, calendarsOf, hour } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';

scenario(
  "a customer's validation rule refuses an event and a change of one: both are listed with its message, the others go on, and once they fit they arrive",
  async ({ world }) => {
    const { ada, salesforce } = world;
    const calendars = await calendarsOf(world);
    await salesforce.setsUp({
      validationRules: [
        {
          object: 'Event',
          name: 'No_Lunch',
          formula: "Subject = 'Lunch'",
          message: 'Lunch is private.',
          field: 'Subject',
        },
      ],
    });
    const changed = await calendars.creates(ada, hour('Review', 3));
    await calendars.creates(ada, hour('Lunch', 4));
    await world.syncs();
    await calendars.edits(ada, changed.id, {
      subject: 'Lunch',
      location: { displayName: 'Room 1' },
    });
    await calendars.creates(ada, hour('Call', 5));
    await world.syncs();
    expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual(['Review', 'Call']);
    const issues = await openIssuesOf(world, ada.user);
    expect(issues).toHaveLength(2);
    for (const issue of issues)
      expect(issue).toMatchObject({
        code: 'TDM-E-REFUSED-BY-SALESFORCE',
        reason: expect.stringContaining('Lunch is private.') as string,
      });
    await calendars.verify();

    for (const { id, subject } of await calendars.events(ada))
      if (subject === 'Lunch') await calendars.edits(ada, id, { subject: 'Noon' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([
      { Subject: 'Noon', Location: 'Room 1' },
      { Subject: 'Noon' },
      { Subject: 'Call' },
    ]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'where the org has no events of several days, one of 30 hours is listed once, the others go on, and it arrives once it lasts a day',
  async ({ world }) => {
    const { ada, salesforce } = world;
    const calendars = await calendarsOf(world);
    await salesforce.keepsEventsToADay();
    const fair = await calendars.creates(ada, {
      subject: 'Fair',
      start: at(3, '08:00:00'),
      end: at(4, '14:00:00'),
    });
    await calendars.creates(ada, hour('Call', 3));
    await calendars.creates(ada, {
      subject: 'Holiday',
      isAllDay: true,
      start: at(5, '00:00:00'),
      end: at(6, '00:00:00'),
    });
    await world.syncs();
    expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual(['Call', 'Holiday']);
    expect(await openIssuesOf(world, ada.user)).toMatchObject([
      {
        code: 'TDM-E-REFUSED-BY-SALESFORCE',
        exchangeId: fair.id,
        reason: expect.stringContaining('Duration must be between 0 and 1440 minutes') as string,
      },
    ]);
    await calendars.verify();
    expect(await openIssuesOf(world, ada.user)).toHaveLength(1);

    await calendars.edits(ada, fair.id, { end: at(4, '08:00:00') });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([
      { Subject: 'Fair', DurationInMinutes: 1440 },
      { Subject: 'Call' },
      { Subject: 'Holiday' },
    ]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();
  },
);
