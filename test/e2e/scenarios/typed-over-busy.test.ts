import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';

scenario(
  'what a person types over Busy in Salesforce stays there and goes nowhere, and is kept when the event is public again',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world, {
      Private_Events__c: 'TimeOnly',
      Conflict_Winner__c: 'Exchange',
    });
    const { id } = await calendars.creates(ada, hour('Doctor', 3, { sensitivity: 'private' }));
    await world.syncs();
    const [row] = await calendars.rows();
    expect(row).toMatchObject({ Subject: 'Busy', IsPrivate: true });

    await calendars.changes(ada, String(row?.Id), { Subject: 'Dentist' });
    await world.syncs();
    await calendars.edits(ada, id, { location: { displayName: 'Clinic' } });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Dentist', Location: null, IsPrivate: true }]);
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Doctor' }]);
    expect(await world.issues()).toEqual([]);
    await calendars.verify();

    await calendars.edits(ada, id, { sensitivity: 'normal' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([
      { Subject: 'Doctor', Location: 'Clinic', IsPrivate: false },
    ]);
    expect(await world.issues()).toMatchObject([
      { code: 'TDM-E-CONFLICT', field: 'Subject', details: expect.stringContaining('Dentist') as string },
    ]);
    await calendars.verify();
  },
);
