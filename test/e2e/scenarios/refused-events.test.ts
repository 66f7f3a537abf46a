import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
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
