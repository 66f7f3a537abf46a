import { expect } from 'vitest';
import { calendarsOf, day, hour, weekly } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { mayEditEvents } from '../world/permissions.ts';
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

scenario(
  'private events that were synced in full show no more than the time once the admin wants it so, and nothing once they are skipped',
  async ({ world }) => {
    const { ada, admin } = world;
    const calendars = await calendarsOf(world, { Private_Events__c: 'Full' });
    await calendars.creates(ada, hour('Doctor', 3, { sensitivity: 'private' }));
    const later = await calendars.creates(ada, hour('Lawyer', 4, { sensitivity: 'confidential' }));
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(['Doctor', 'Lawyer']);

    await admin.sets({ Private_Events__c: 'TimeOnly' });
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(['Busy', 'Busy']);
    await admin.sets({ Private_Events__c: 'Skip' });
    await world.syncs();
    await calendars.edits(ada, later.id, { start: hour('', 5).start, end: hour('', 5).end });
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(['Busy', 'Busy']);
    expect(await states(world)).toEqual([
      ['Suppressed', 'OutOfFilter'],
      ['Suppressed', 'OutOfFilter'],
    ]);
    await calendars.verify();

    await admin.sets({ Private_Events__c: 'Full' });
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(['Doctor', 'Lawyer']);
    await calendars.verify();
  },
);

scenario(
  'series, unmarked events and the other direction come as soon as the admin lets them, and stay when they are switched off again',
  async ({ world }) => {
    const { ada, admin } = world;
    const few = {
      Series__c: false,
      Event_Selection__c: 'Marked',
      Event_Direction__c: 'ExchangeToSalesforce',
    };
    const calendars = await calendarsOf(world, few);
    const { id } = await calendars.creates(ada, weekly('Weekly', 2, 3));
    await calendars.creates(ada, hour('Single', 5));
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual([]);
    await calendars.records(ada, { Subject: 'Call', ...at10(6) });
    await world.syncs();
    expect(await inOutlook(world, calendars)).toEqual(['Single', 'Weekly']);

    await admin.sets({ Event_Selection__c: 'All' });
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(['Single', 'Call']);
    await admin.sets({ Event_Direction__c: 'Both' });
    await world.syncs();
    expect(await inOutlook(world, calendars)).toEqual(['Call', 'Single', 'Weekly']);
    await admin.sets({ Series__c: true });
    await world.syncs();
    const all = ['Weekly', 'Single', 'Call', 'Weekly', 'Weekly'];
    expect(await inSalesforce(calendars)).toEqual(all);

    await admin.sets({ Series__c: false });
    await calendars.edits(ada, id, { subject: 'Renamed' });
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(all);
    await calendars.verify();
    await admin.sets({ Series__c: true });
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(['Renamed', 'Single', 'Call', 'Renamed', 'Renamed']);
    await calendars.verify();
  },
);

const earlier = { Future: ['Coming', 'New'], Window: ['Coming', 'New', 'Past'], None: ['New'] };
for (const [which, subjects] of Object.entries(earlier))
  scenario(`of events that were in Salesforce before, those go out: ${which}`, async ({ world }) => {
    const { ada, salesforce } = world;
    const calendars = await calendarsOf(world, { Earlier_Events__c: which });
    await calendars.records(ada, { Subject: 'Past', ...at10(-5) });
    await calendars.records(ada, { Subject: 'Coming', ...at10(5) });
    await calendars.records(ada, { Subject: 'Long past', ...at10(-100) });
    // What was saved in the very second of the activation counts as later.
    await salesforce.advance(2);
    await world.syncs();
    await calendars.records(ada, { Subject: 'New', ...at10(-3) });
    await world.syncs();
    expect(await inOutlook(world, calendars)).toEqual(subjects);
    await calendars.verify();
  });

scenario(
  'whoever may not edit events gets those of Salesforce in Outlook alone, is listed, and the others come once they may',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    await mayEditEvents(world, false);
    await calendars.creates(ada, hour('Offer', 3));
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual([]);
    const listed = async () =>
      (await world.issues()).flatMap(({ user, code, status }) => (user === ada.user ? [[code, status]] : []));
    expect(await listed()).toEqual([['TDM-M-PERMISSION', 'Open']]);

    await mayEditEvents(world, true);
    await world.syncs();
    expect(await inSalesforce(calendars)).toEqual(['Offer']);
    expect(await listed()).toEqual([['TDM-M-PERMISSION', 'Closed']]);
    await calendars.verify();
  },
);
