import { expect } from 'vitest';
import { calendarsOf, day, hour } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const at10 = (days: number) => ({ StartDateTime: `${day(days)}T10:00:00Z`, DurationInMinutes: 60 });
const inSalesforce = async (calendars: Calendars) => (await calendars.rows()).map(({ Subject }) => Subject);
const inOutlook = async ({ ada }: World, calendars: Calendars) =>
  (await calendars.events(ada)).map(({ subject }) => subject).toSorted();
const states = async (world: World) => (await world.links()).map(({ state, reason }) => [state, reason]);

scenario(
  'of marked events only: the mark lets an event in, taking it away ends the sync and keeps both, and setting it again goes on with the record',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world, { Event_Selection__c: 'Marked' });
    await calendars.creates(ada, hour('Plain', 3));
    const { id } = await calendars.creates(ada, hour('Marked', 4, { categories: ['Blue', 'salesforce'] }));
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(['Marked']);
    const [row] = await calendars.rows();

    await calendars.edits(ada, id, { categories: ['Blue'], location: { displayName: 'Room 3' } });
    await calendars.changes(ada, String(row?.Id), { Description: 'Notes' });
    await world.syncs();
    expect(await states(world)).toEqual([['Suppressed', 'MovedOut']]);
    expect(await calendars.rows()).toMatchObject([{ Id: row?.Id, Location: null, Description: 'Notes' }]);
    expect(await inOutlook(world, calendars)).toEqual(['Marked', 'Plain']);
    await calendars.verify();

    await calendars.edits(ada, id, { categories: ['Blue', 'Salesforce'] });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Id: row?.Id, Location: 'Room 3', Description: 'Notes' }]);
    await calendars.verify();
  },
);

scenario(
  'an event made in Salesforce comes to Outlook with the mark where only marked events sync, and goes on syncing',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world, { Event_Selection__c: 'Marked' });
    const id = await calendars.records(ada, { Subject: 'Call', ...at10(5) });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Call', categories: ['Salesforce'] }]);

    await calendars.changes(ada, id, { Location: 'Room 1' });
    await world.syncs();
    const [event] = await calendars.events(ada);
    expect(event).toMatchObject({ location: { displayName: 'Room 1' } });
    await calendars.edits(ada, String(event?.id), { subject: 'Call back' });
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(['Call back']);
    await calendars.verify();
  },
);
