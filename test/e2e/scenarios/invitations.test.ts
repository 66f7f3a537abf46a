import { expect } from 'vitest';
import type { Calendars } from '../world/calendar.ts';
import { at, calendarsOf, day, hour } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

const guest = 'guest@customer.test';
const invited = { attendees: [{ emailAddress: { address: guest } }] };

/** A meeting of Ada's with a guest, three days ahead at ten in room 1, in step on both sides. */
async function inStep(world: World, calendars: Calendars) {
  world.settings.TANDEM_MAY_MAIL = 'yes';
  const event = hour('Offer', 3, { ...invited, location: { displayName: 'Room 1' } });
  const { id } = await calendars.creates(world.ada, event);
  await world.exchange.mail.clear();
  await world.syncs();
  const [row] = await calendars.rows();
  return { id, record: String(row?.Id) };
}

/** What is open of Ada's: each with its code and whole reason. */
const listed = async (world: World) =>
  (await openIssuesOf(world, world.ada.user)).map(({ code, reason }) => [code, reason]);

const details = async (world: World) =>
  (await world.salesforce.rows('Tandem_Issue__c')).map(
    ({ Details__c }) => JSON.parse(String(Details__c)) as unknown,
  );

scenario(
  'the record of a meeting is deleted in Salesforce: it stays in Outlook, nobody is mailed, and the issue says who would have been and of what',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const { record } = await inStep(world, calendars);
    await calendars.removes(ada, record);
    await world.syncs();

    expect(await calendars.rows()).toEqual([]);
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Offer', isCancelled: false, ...invited }]);
    expect(await listed(world)).toEqual([
      [
        'TDM-E-WOULD-MAIL',
        expect.stringMatching(/would have mailed: guest@customer\.test\. .*the meeting is cancelled\.$/),
      ],
    ]);
    // It neither comes back nor goes later.
    await calendars.verify();
    expect(await calendars.rows()).toEqual([]);
    expect(await calendars.events(ada)).toHaveLength(1);
  },
);

scenario(
  'the record of a meeting is deleted in Salesforce where every mail may be sent: the meeting is cancelled, and its guests are told once',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
    const { record } = await inStep(world, calendars);
    await calendars.removes(ada, record);
    await world.syncs();

    expect(await calendars.rows()).toEqual([]);
    expect(await calendars.events(ada)).toEqual([]);
    expect(await listed(world)).toEqual([]);
    expect(await world.exchange.mail.read()).toMatchObject([{ to: guest, kind: 'cancellation', by: 'api' }]);
    await calendars.verify([guest]);
  },
);

scenario(
  'every mail may be sent, but the bridge was not checked yet: a meeting whose record is deleted stays in Outlook',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
    const { record } = await inStep(world, calendars);
    delete world.settings.TANDEM_MAY_MAIL;
    await calendars.removes(ada, record);
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Offer', isCancelled: false }]);
    expect(await listed(world)).toEqual([
      ['TDM-E-WOULD-MAIL', expect.stringContaining('guest@customer.test')],
    ]);
    await calendars.verify();
  },
);

for (const [what, fields, told] of [
  [
    'the time',
    { StartDateTime: `${day(4)}T12:00:00Z`, DurationInMinutes: 30 },
    `Start Date Time: ${day(4)} 12:00 to ${day(4)} 12:30 UTC`,
  ],
  ['the place', { Location: 'Room 9' }, 'Location: Room 9'],
] as const)
  scenario(
    `somebody else than the owner, as an automation, changes ${what} of a meeting: it waits, and the issue says who would have been mailed what`,
    async ({ world }) => {
      const { ada } = world;
      const calendars = await calendarsOf(world);
      const { record } = await inStep(world, calendars);
      const before = await calendars.events(ada);
      await calendars.othersChange(record, fields);
      await world.syncs();

      expect(await calendars.events(ada)).toEqual(before);
      const [code, reason] = (await listed(world))[0] ?? [];
      expect(code).toBe('TDM-E-WOULD-MAIL');
      expect(reason).toContain(`It would have mailed: ${guest}.`);
      expect(reason).toContain(told);
      await calendars.verify();

      // The owner's own edit goes through, with what waited.
      await calendars.changes(ada, record, { Subject: 'Final offer' });
      await world.syncs();
      expect(await calendars.events(ada)).toMatchObject([{ subject: 'Final offer' }]);
      expect(await listed(world)).toEqual([]);
      await calendars.verify([guest]);
    },
  );

scenario(
  'a first sync finds a meeting whose two sides differ: nobody is mailed, and the issue says who would have been mailed what',
  async ({ world }) => {
    const { ada } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world);
    await calendars.creates(ada, hour('Offer', 3, { ...invited, location: { displayName: 'Room 1' } }));
    await world.exchange.mail.clear();
    await calendars.records(ada, {
      Subject: 'Offer',
      StartDateTime: `${day(3)}T10:00:00Z`,
      DurationInMinutes: 60,
      Location: 'Room 9',
    });
    await world.syncs();

    expect(await calendars.rows()).toMatchObject([{ Subject: 'Offer', Location: 'Room 9' }]);
    expect(await calendars.events(ada)).toMatchObject([
      { subject: 'Offer', location: { displayName: 'Room 1' } },
    ]);
    expect(await listed(world)).toEqual([['TDM-E-WOULD-MAIL', expect.stringContaining('Location: Room 9')]]);
    expect(await details(world)).toContainEqual({
      mailed: [guest],
      changes: expect.objectContaining({ Location: 'Room 9' }) as unknown,
    });
    await calendars.verify();
  },
);

scenario(
  'both sides of a meeting are changed before a reset: nobody is mailed by the sync after it, nor by the one after that',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const { id, record } = await inStep(world, calendars);
    await calendars.changes(ada, record, {
      Location: 'Room 9',
      StartDateTime: `${day(5)}T10:00:00Z`,
      DurationInMinutes: 60,
    });
    await calendars.edits(ada, id, {
      location: { displayName: 'Room 2' },
      start: at(4, '10:00:00'),
      end: at(4, '11:00:00'),
    });
    await world.exchange.mail.clear();
    await world.admin.requests('ResetEvents', ada.user);
    await world.syncs();

    expect(await calendars.events(ada)).toMatchObject([{ location: { displayName: 'Room 2' } }]);
    const [code, reason] = (await listed(world))[0] ?? [];
    expect(code).toBe('TDM-E-WOULD-MAIL');
    expect(reason).toContain('Location: Room 9');
    expect(reason).toContain(`${day(5)} 10:00 to ${day(5)} 11:00 UTC`);
    await calendars.verify();
  },
);

scenario(
  'a private meeting is changed in Salesforce: the issue says who would have been mailed, and nothing of the meeting',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world, { Private_Events__c: 'Full', Invitations__c: 'Never' });
    const { id, record } = await inStep(world, calendars);
    await calendars.edits(ada, id, { sensitivity: 'private' });
    await world.syncs();
    await calendars.changes(ada, record, { Location: 'Clinic' });
    await world.syncs();
    expect(await listed(world)).toEqual([['TDM-E-WOULD-MAIL', expect.stringContaining(guest)]]);
    expect(JSON.stringify(await world.salesforce.rows('Tandem_Issue__c'))).not.toMatch(/Clinic|Offer|Room/);
    await calendars.verify();
  },
);
