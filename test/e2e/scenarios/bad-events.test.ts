import { expect } from 'vitest';
import { at, calendarsOf, day, hour } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';

const guest = 'guest@elsewhere.test';

scenario(
  'an event of 20 days or with a body of 200 KB is listed, and one of no length or without a subject syncs',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const content = `<p>${'word '.repeat(40_000)}</p>`;
    await calendars.creates(ada, { subject: 'Voyage', start: at(2, '10:00:00'), end: at(22, '10:00:00') });
    await calendars.creates(ada, hour('Novel', 3, { body: { contentType: 'html', content } }));
    await calendars.creates(ada, { subject: 'Now', start: at(4, '10:00:00'), end: at(4, '10:00:00') });
    await calendars.creates(ada, { start: at(5, '10:00:00'), end: at(5, '11:00:00') });
    await world.syncs();

    const rows = await world.salesforce.rows('Event');
    expect(rows).toHaveLength(3);
    expect(rows.map(({ DurationInMinutes }) => DurationInMinutes)).toEqual([60, 0, 60]);
    expect(String(rows[0]?.Description).length).toBeLessThanOrEqual(32_000);
    expect(rows[2]?.Subject ?? null).toBeNull();
    const issues = await world.salesforce.rows('Tandem_Issue__c');
    expect(issues.map(({ Code__c, Item__c }) => [Code__c, Item__c]).toSorted()).toMatchObject([
      ['TDM-E-CLIPPED', expect.stringContaining('Novel')],
      ['TDM-E-TOO-LONG', expect.stringContaining('Voyage')],
    ]);
    const novel = (await calendars.events(ada)).find(({ subject }) => subject === 'Novel');
    expect(String((novel?.body as { content: string }).content).length).toBeGreaterThan(200_000);
    await calendars.verify();
  },
);

scenario(
  'an event whose body is 200 KB of elements in each other syncs and stays quiet, as does the one beside it',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const depth = 18_000;
    const content = `${'<div>'.repeat(depth)}Tea &amp; cake<p>at five</p>${'</div>'.repeat(depth)}`;
    const { id } = await calendars.creates(ada, hour('Deep', 3, { body: { contentType: 'html', content } }));
    await calendars.creates(ada, hour('Plain', 4));
    await world.syncs();
    const deep = { Subject: 'Deep', Description: 'Tea & cake\nat five' };
    expect(await calendars.rows()).toMatchObject([deep, { Subject: 'Plain' }]);
    expect((await world.salesforce.rows('Tandem_Link__c')).map(({ State__c }) => State__c)).toEqual([
      'Live',
      'Live',
    ]);
    expect(await world.issues()).toEqual([]);

    await calendars.edits(ada, id, { subject: 'Deeper' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ ...deep, Subject: 'Deeper' }, { Subject: 'Plain' }]);
    const kept = (await calendars.events(ada)).find((event) => event.id === id);
    expect((kept?.body as { content: string }).content).toContain(content);
    await calendars.verify();
  },
);

scenario(
  'a meeting of an organiser outside of the company arrives, follows, and goes when it is cancelled',
  async ({ world }) => {
    const { ada, exchange } = world;
    const calendars = await calendarsOf(world);
    const contact = await ada.salesforce.creates({ LastName: 'Guest', Email: guest });
    const { id } = await exchange.calendars.receiveInvitation(ada.email, {
      ...hour('Their offer', 2),
      organizer: { address: guest },
    });
    await exchange.mail.clear();
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Their offer', WhoId: contact }]);

    await exchange.calendars.updateInvitation(ada.email, id, { subject: 'Their last offer' });
    await exchange.mail.clear();
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Their last offer' }]);

    await exchange.calendars.cancelInvitation(ada.email, id);
    await exchange.mail.clear();
    await world.syncs();
    expect(await calendars.rows()).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'an event of a public calendar, of an inactive owner or of another sync product stays where it is',
  async ({ world }) => {
    const { ada, bob, salesforce } = world;
    const calendars = await calendarsOf(world);
    await world.syncs();
    const when = { StartDateTime: `${day(3)}T10:00:00Z`, DurationInMinutes: 60 };
    await salesforce.setsUp({
      calendars: [{ ref: 'fairs', Name: 'Fairs', Type: 'Public' }],
      records: {
        Event: [
          { ...when, OwnerId: '@fairs', Subject: 'Fair' },
          { ...when, OwnerId: ada.user, Subject: 'Captured', IsClientManaged: true },
        ],
      },
    });
    const left = await calendars.records(bob, { ...when, Subject: 'Left behind' });
    await salesforce.deactivate(bob.user);
    await calendars.records(ada, { ...when, Subject: 'Own' });
    await world.sync();

    expect((await calendars.events(ada)).map(({ subject }) => subject)).toEqual(['Own']);
    expect(await calendars.events(bob)).toEqual([]);
    expect((await calendars.rows()).map(({ Id }) => Id)).toContain(left);
    await calendars.verify();
  },
);

scenario(
  'the first date of a series may be moved; one that is moved over its neighbour in Salesforce is refused by Exchange and listed',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const startDate = day(2);
    const { id } = await calendars.creates(
      ada,
      hour('Daily', 2, {
        recurrence: {
          pattern: { type: 'daily', interval: 2 },
          range: { type: 'numbered', startDate, numberOfOccurrences: 4 },
        },
      }),
    );
    await calendars.edits(ada, id, { start: at(3, '10:00:00'), end: at(3, '11:00:00') }, startDate);
    await world.syncs();
    const dates = async () =>
      (await calendars.rows()).map(({ StartDateTime }) => String(StartDateTime).slice(0, 10));
    expect(await dates()).toEqual([day(3), day(4), day(6), day(8)]);

    const [, second] = await calendars.rows();
    await calendars.changes(ada, String(second?.Id), { StartDateTime: `${day(7)}T10:00:00Z` });
    await world.syncs();
    expect(await world.salesforce.rows('Tandem_Issue__c')).toMatchObject([
      { Code__c: 'TDM-E-REFUSED-BY-EXCHANGE', Status__c: 'Open' },
    ]);
    expect((await calendars.shows(ada)).map(({ start }) => JSON.stringify(start).slice(13, 23))).toEqual([
      day(3),
      day(4),
      day(6),
      day(8),
    ]);
    await calendars.verify();
  },
);
