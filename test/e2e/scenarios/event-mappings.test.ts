import { expect } from 'vitest';
import type { EventState } from '../../../emulators/client/exchange-events.ts';
import { calendarsOf, day, hour } from '../world/calendar.ts';
import { allowsField } from '../world/permissions.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const code = 'String {00020329-0000-0000-c000-000000000046} Name Budget Code';
const coded = (value: string) => ({ singleValueExtendedProperties: [{ id: code, value }] });
const codeOf = (event: EventState | undefined) => event?.extendedProperties[code] ?? null;
const fields = [
  { object: 'Activity', fullName: 'Topic__c', type: 'Text', length: 20 },
  { object: 'Activity', fullName: 'Code__c', type: 'Text', length: 20 },
  { object: 'Activity', fullName: 'Score__c', type: 'Number', precision: 5, scale: 0 },
  { object: 'Activity', fullName: 'Sum__c', type: 'Text', length: 40, formula: 'Subject' },
];
const topics = { Topic__c: 'categories', Code__c: 'named:Budget Code' };

async function issuesOf(world: World, code: string) {
  return (await world.issues()).filter((issue) => issue.code === code && issue.status === 'Open');
}

scenario('custom fields of events cross over both ways, and each on its own', async ({ world }) => {
  const { ada, admin, salesforce } = world;
  await salesforce.setsUp({ customFields: fields });
  const calendars = await calendarsOf(world);
  await admin.mapsEvents(topics);
  const review = await calendars.creates(ada, {
    ...hour('Review', 3, { categories: ['Travel', 'Customer'] }),
    ...coded('B 7'),
  });
  const call = await calendars.records(ada, {
    Subject: 'Call',
    StartDateTime: `${day(4)}T08:30:00Z`,
    DurationInMinutes: 30,
    Topic__c: 'Phone',
    Code__c: 'C 1',
  });

  await world.syncs();

  const [row] = await calendars.rows();
  expect(row).toMatchObject({ Subject: 'Review', Topic__c: 'Customer; Travel', Code__c: 'B 7' });
  const [, there] = await calendars.events(ada);
  expect([there?.categories, codeOf(there)]).toEqual([['Phone'], 'C 1']);

  await calendars.edits(ada, review.id, coded('B 8'));
  await calendars.changes(ada, String(row?.Id), { Topic__c: 'Travel' });
  await calendars.edits(ada, String(there?.id), { categories: ['Phone', 'Urgent'] });
  await calendars.changes(ada, call, { Code__c: null });
  await world.syncs();

  expect((await calendars.rows()).map(({ Topic__c, Code__c }) => [Topic__c, Code__c ?? null])).toEqual([
    ['Travel', 'B 8'],
    ['Phone; Urgent', null],
  ]);
  const [first, second] = await calendars.events(ada);
  expect([first?.categories, codeOf(first)]).toEqual([['Travel'], 'B 8']);
  expect([second?.categories, codeOf(second) ?? '']).toEqual([['Phone', 'Urgent'], '']);
  await calendars.verify();
});

scenario(
  'a custom field that changed on both sides keeps the losing value, and of a private event nothing is kept or shown',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    await salesforce.setsUp({ customFields: fields });
    const calendars = await calendarsOf(world, { Private_Events__c: 'TimeOnly' });
    await admin.mapsEvents(topics);
    const review = await calendars.creates(ada, { ...hour('Review', 3), ...coded('A') });
    const secret = await calendars.creates(ada, {
      ...hour('Doctor', 4, { categories: ['Health'], sensitivity: 'private' }),
      ...coded('Hidden'),
    });
    const open = await calendars.creates(ada, {
      ...hour('Open', 5, { categories: ['Known'] }),
      ...coded('Known'),
    });
    await world.syncs();
    const [row, busy] = await calendars.rows();
    expect([busy?.Subject, busy?.Topic__c ?? null, busy?.Code__c ?? null]).toEqual(['Busy', null, null]);

    await calendars.edits(ada, review.id, coded('Outlook'));
    await calendars.changes(ada, String(row?.Id), { Code__c: 'Salesforce' });
    await calendars.edits(ada, secret.id, coded('Still hidden'));
    await calendars.edits(ada, open.id, { sensitivity: 'private' });
    await world.syncs();

    expect(
      (await calendars.rows()).map(({ Subject, Topic__c, Code__c }) => [
        Subject,
        Topic__c ?? null,
        Code__c ?? null,
      ]),
    ).toEqual([
      ['Review', null, 'Salesforce'],
      ['Busy', null, null],
      ['Busy', null, null],
    ]);
    expect((await calendars.events(ada)).map(codeOf)).toEqual(['Salesforce', 'Still hidden', 'Known']);
    const conflicts = (await world.issues()).filter(({ code: named }) => named === 'TDM-E-CONFLICT');
    expect(conflicts.map(({ field }) => field)).toEqual(['Code__c']);
    expect(String(conflicts[0]?.details)).toContain('Outlook');
    const kept = JSON.stringify(await salesforce.rows('Tandem_Issue__c'));
    for (const word of ['hidden', 'Hidden', 'Health', 'Known']) expect(kept).not.toContain(word);
    await calendars.verify();
  },
);

scenario(
  'a mapping of events that cannot work is listed with its reason, the rest goes on, and what is mapped later arrives',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    await salesforce.setsUp({ customFields: fields });
    const calendars = await calendarsOf(world);
    await admin.mapsEvents({
      Gone__c: 'named:Gone',
      Score__c: 'named:Score',
      Sum__c: 'named:Sum',
      Topic__c: 'location',
      Subject: 'named:Subject',
    });
    await calendars.creates(ada, {
      ...hour('Review', 3, { location: { displayName: 'Room 1' }, categories: ['Travel'] }),
      ...coded('B 7'),
    });
    await world.syncs();

    const reasons = (await issuesOf(world, 'TDM-E-MAPPING')).map(({ field, reason }) => [field, reason]);
    expect(Object.fromEntries(reasons)).toEqual({
      Gone__c: expect.stringContaining('Event has no field') as string,
      Score__c: expect.stringContaining('cannot hold text') as string,
      Sum__c: expect.stringContaining('formula') as string,
      Topic__c: expect.stringContaining('Location is mapped') as string,
      Subject: expect.stringContaining('always goes with subject') as string,
    });
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Review', Location: 'Room 1' }]);

    await admin.resetsMappings();
    await admin.mapsEvents(topics);
    await world.syncs();

    expect(await issuesOf(world, 'TDM-E-MAPPING')).toEqual([]);
    expect(await calendars.rows()).toMatchObject([{ Topic__c: 'Travel', Code__c: 'B 7' }]);
    await calendars.verify();
  },
);

scenario(
  'a field that only flows one way, or that the user may only read, is written on one side alone',
  async ({ world }) => {
    const { ada, admin, salesforce } = world;
    await salesforce.setsUp({ customFields: fields });
    const calendars = await calendarsOf(world);
    await admin.mapsEvents({ Topic__c: 'categories' }, 'ToExchange');
    await admin.mapsEvents({ Code__c: 'named:Budget Code' });
    const review = await calendars.creates(ada, { ...hour('Review', 3), ...coded('B 7') });
    await world.syncs();
    const [row] = await calendars.rows();
    await allowsField(world, 'Code__c', 'read', 'Event');
    await calendars.edits(ada, review.id, { categories: ['Typed'], ...coded('B 8') });
    await world.syncs();

    expect(await calendars.rows()).toMatchObject([{ Code__c: 'B 7' }]);
    expect((await calendars.rows())[0]?.Topic__c ?? null).toBeNull();
    expect(
      (await issuesOf(world, 'TDM-E-FIELDS')).flatMap(({ user, reason }) =>
        user === ada.user ? [reason] : [],
      ),
    ).toEqual([expect.stringMatching(/Not editable: .*\(Code__c\)/)]);
    await calendars.changes(ada, String(row?.Id), { Topic__c: 'Travel' });
    await world.syncs();
    expect((await calendars.events(ada))[0]?.categories).toEqual(['Travel']);
  },
);

scenario(
  'a custom field of a meeting is written without a mail, and the dates of a series have their own',
  async ({ world }) => {
    const { ada, admin, salesforce, exchange } = world;
    await salesforce.setsUp({ customFields: fields });
    const calendars = await calendarsOf(world, { Invitations__c: 'Never' });
    await admin.mapsEvents(topics);
    const guest = { emailAddress: { address: 'guest@elsewhere.test' }, type: 'required' };
    await calendars.creates(ada, hour('Meeting', 2, { attendees: [guest] }));
    const recurrence = {
      pattern: { type: 'daily', interval: 1 },
      range: { type: 'numbered', startDate: day(3), numberOfOccurrences: 3 },
    };
    await calendars.creates(ada, { ...hour('Daily', 3, { recurrence }), ...coded('All') });
    await exchange.mail.clear();
    await world.syncs();
    const [meeting, ...dates] = await calendars.rows();
    expect(dates.map(({ Code__c }) => Code__c)).toEqual(['All', 'All', 'All']);

    await calendars.changes(ada, String(meeting?.Id), { Topic__c: 'Travel', Code__c: 'M' });
    await calendars.changes(ada, String(dates[1]?.Id), { Code__c: 'One' });
    await calendars.changes(ada, String(dates[2]?.Id), { Code__c: null });
    await world.syncs();

    expect((await calendars.rows()).map(({ Code__c }) => Code__c ?? null)).toEqual(['M', 'All', 'One', null]);
    const [there, series] = await calendars.events(ada);
    expect([there?.categories, codeOf(there), codeOf(series)]).toEqual([['Travel'], 'M', 'All']);
    expect(series?.exceptions.map(({ extendedProperties }) => extendedProperties[code])).toEqual(['One', '']);
    await calendars.verify();
  },
);
