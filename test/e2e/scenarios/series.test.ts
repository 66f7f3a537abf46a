import { expect } from 'vitest';
import { at, calendarsOf, day, weekly } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';

const dates = (rows: Awaited<ReturnType<Calendars['rows']>>) =>
  rows.map(({ StartDateTime }) => String(StartDateTime).slice(0, 10));

scenario('S-R1: a series arrives as its dates, which are read together', async ({ world }) => {
  const { ada } = world;
  const calendars = await calendarsOf(world);
  await calendars.creates(ada, weekly('Weekly', 2, 10));
  const reads = await world.exchange.watch({ method: 'GET', path: '/events/' });

  await world.syncs();

  const rows = await calendars.rows();
  expect(dates(rows)).toEqual(Array.from({ length: 10 }, (_, week) => day(2 + 7 * week)));
  expect(new Set(rows.map(({ Subject }) => Subject))).toEqual(new Set(['Weekly']));
  expect(await reads.seen()).toBeLessThan(3);
  const links = await world.salesforce.rows('Tandem_Link__c');
  expect(new Set(links.map(({ Exchange_Id__c }) => String(Exchange_Id__c).split('/')[0])).size).toBe(1);
  await calendars.verify();
});

scenario(
  'S-R2: an occurrence that is moved is seen on the new day alone, and again when it is moved again',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const series = await calendars.creates(ada, weekly('Weekly', 2, 4));
    await world.syncs();
    const [, second] = await calendars.rows();

    await calendars.edits(ada, series.id, { start: at(11, '15:00:00'), end: at(11, '16:00:00') }, day(9));
    await world.syncs();
    expect(dates(await calendars.rows())).toEqual([day(2), day(11), day(16), day(23)]);

    await calendars.edits(ada, series.id, { start: at(12, '15:00:00'), end: at(12, '16:00:00') }, day(9));
    await world.syncs();
    const rows = await calendars.rows();
    expect(dates(rows)).toEqual([day(2), day(12), day(16), day(23)]);
    expect(rows[1]?.Id).toBe(second?.Id);
    await calendars.verify();
  },
);

scenario('S-R3: a series is renamed but for the date that has a subject of its own', async ({ world }) => {
  const { ada } = world;
  const calendars = await calendarsOf(world);
  const series = await calendars.creates(ada, weekly('Weekly', 2, 4));
  await calendars.edits(ada, series.id, { subject: 'With guests' }, day(9));
  await world.syncs();

  await calendars.edits(ada, series.id, { subject: 'Team' });
  await world.syncs();

  expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual([
    'Team',
    'With guests',
    'Team',
    'Team',
  ]);
  await calendars.verify();
});

scenario('S-R4: every date is at the time of the zone that the series was made in', async ({ world }) => {
  const { ada } = world;
  const calendars = await calendarsOf(world, { Series_Days_Ahead__c: 365, Window_Days_Ahead__c: 365 });
  await calendars.creates(ada, weekly('Berlin', 2, 50, 'W. Europe Standard Time'));
  await world.syncs();

  const rows = await calendars.rows();
  expect(rows).toHaveLength(50);
  const berlin = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Berlin',
    hour: '2-digit',
    minute: '2-digit',
  });
  const times = rows.map(({ StartDateTime }) =>
    berlin.format(new Date(String(StartDateTime).replace('+0000', 'Z'))),
  );
  expect(new Set(times)).toEqual(new Set(['10:00']));
  await calendars.verify();
});

scenario(
  'S-R5: a series that is moved to another weekday keeps its records and what was added to them',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const series = await calendars.creates(ada, weekly('Weekly', 2, 5));
    await world.syncs();
    const before = await calendars.rows();
    const account = await world.admin.createsAccount('Acme');
    await calendars.changes(ada, String(before[2]?.Id), { WhatId: account, Description: 'Call notes' });
    await world.syncs();

    const moved = weekly('Weekly', 3, 5);
    await calendars.edits(ada, series.id, {
      recurrence: moved.recurrence,
      start: at(3, '11:00:00'),
      end: at(3, '12:00:00'),
    });
    await world.syncs();

    const after = await calendars.rows();
    expect(dates(after)).toEqual(Array.from({ length: 5 }, (_, week) => day(3 + 7 * week)));
    expect(after.map(({ Id }) => Id)).toEqual(before.map(({ Id }) => Id));
    expect(after[2]).toMatchObject({ WhatId: account, Description: 'Call notes' });
    expect(after.map(({ Description }) => Description ?? null)).toEqual([
      null,
      null,
      'Call notes',
      null,
      null,
    ]);
    expect(await calendars.events(ada)).toMatchObject([{ exceptions: [{ date: day(17) }] }]);
    await calendars.verify();
  },
);

scenario('S-R6: a series goes on without its first date', async ({ world }) => {
  const { ada } = world;
  const calendars = await calendarsOf(world);
  const series = await calendars.creates(ada, weekly('Weekly', 2, 4));
  await world.syncs();

  await calendars.deletes(ada, series.id, day(2));
  await world.syncs();
  expect(dates(await calendars.rows())).toEqual([day(9), day(16), day(23)]);

  await calendars.edits(ada, series.id, { subject: 'Renamed' });
  await world.syncs();
  expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual(['Renamed', 'Renamed', 'Renamed']);
  await calendars.verify();
});

scenario('S-X6: a single event that becomes a series goes on with its record', async ({ world }) => {
  const { ada } = world;
  const calendars = await calendarsOf(world);
  const { recurrence, ...single } = weekly('Once', 2, 3);
  const event = await calendars.creates(ada, single);
  await world.syncs();
  const [row] = await calendars.rows();

  await calendars.edits(ada, event.id, { recurrence });
  await calendars.changes(ada, String(row?.Id), { Subject: 'Kick-off', Location: 'Room 7' });
  await world.syncs();

  // The record goes on as the first date, so what was edited in it belongs to that date.
  const rows = await calendars.rows();
  expect(dates(rows)).toEqual([day(2), day(9), day(16)]);
  expect(rows[0]?.Id).toBe(row?.Id);
  expect(rows.map(({ Subject }) => Subject)).toEqual(['Kick-off', 'Once', 'Once']);
  expect(await calendars.events(ada)).toMatchObject([
    { id: event.id, subject: 'Once', exceptions: [{ date: day(2), subject: 'Kick-off' }] },
  ]);
  expect((await calendars.events(ada))[0]?.recurrence).toBeTruthy();
  // Nothing is left of the single event but that its link has ended.
  const liveItems = (await world.salesforce.rows('Tandem_Link__c'))
    .filter(({ State__c }) => State__c === 'Live')
    .map(({ Exchange_Id__c }) => Exchange_Id__c);
  expect(liveItems.toSorted()).toEqual([2, 9, 16].map((days) => `${event.id}/${day(days)}`).toSorted());
  await calendars.verify();

  await calendars.edits(ada, event.id, { recurrence: null });
  await world.syncs();
  expect((await calendars.rows())[0]?.Id).toBe(row?.Id);
  await calendars.verify();
});

for (const winner of ['Salesforce', 'Exchange'] as const)
  scenario(
    `S-X6: a single event becomes a series with another subject, and its record gets one as well: ${winner} wins, and what loses is kept`,
    async ({ world }) => {
      const { ada } = world;
      const calendars = await calendarsOf(world, { Conflict_Winner__c: winner });
      const { recurrence, ...single } = weekly('Once', 2, 3);
      const event = await calendars.creates(ada, single);
      await world.syncs();
      const [row] = await calendars.rows();
      await calendars.edits(ada, event.id, { recurrence, subject: 'Weekly' });
      await calendars.changes(ada, String(row?.Id), { Subject: 'Kick-off' });
      await world.syncs();

      const first = winner === 'Salesforce' ? 'Kick-off' : 'Weekly';
      const rows = await calendars.rows();
      expect(dates(rows)).toEqual([day(2), day(9), day(16)]);
      expect(rows[0]?.Id).toBe(row?.Id);
      expect(rows.map(({ Subject }) => Subject)).toEqual([first, 'Weekly', 'Weekly']);
      expect(await calendars.events(ada)).toMatchObject([
        {
          id: event.id,
          subject: 'Weekly',
          exceptions: winner === 'Salesforce' ? [{ date: day(2), subject: 'Kick-off' }] : [],
        },
      ]);
      const conflicts = (await world.salesforce.rows('Tandem_Issue__c')).map(
        ({ Code__c, Status__c, Details__c }) => [
          Code__c,
          Status__c,
          JSON.parse(String(Details__c)) as unknown,
        ],
      );
      const losing = winner === 'Salesforce' ? 'Weekly' : 'Kick-off';
      expect(conflicts).toEqual([['TDM-E-CONFLICT', 'Closed', { winner, losing }]]);
      await calendars.verify();
    },
  );

scenario(
  'an edit of one date in Salesforce becomes an exception in Outlook, and a deleted date a cancelled one',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    await calendars.creates(ada, weekly('Weekly', 2, 4));
    await world.syncs();
    const rows = await calendars.rows();

    await calendars.changes(ada, String(rows[1]?.Id), {
      Subject: 'Offsite',
      StartDateTime: `${day(9)}T14:00:00Z`,
      DurationInMinutes: 120,
    });
    await calendars.removes(ada, String(rows[2]?.Id));
    await world.syncs();

    const [series] = await calendars.events(ada);
    expect(series?.cancelled).toEqual([day(16)]);
    expect(series?.exceptions).toMatchObject([{ date: day(9), subject: 'Offsite' }]);
    expect(dates(await calendars.rows())).toEqual([day(2), day(9), day(23)]);
    await calendars.verify();
  },
);

scenario(
  'each row of a series made in Salesforce is an event in Outlook, which follows it and never changes it',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    await calendars.records(ada, {
      Subject: 'Stand-up',
      StartDateTime: `${day(2)}T08:00:00Z`,
      DurationInMinutes: 15,
      Recurrence2PatternText: 'RRULE:FREQ=DAILY;INTERVAL=1;COUNT=3',
    });
    await world.syncs();

    const shown = await calendars.events(ada);
    expect(shown.map(({ subject }) => subject)).toEqual(['Stand-up', 'Stand-up', 'Stand-up']);
    expect(new Set(shown.map(({ type }) => type))).toEqual(new Set(['singleInstance']));
    const before = await calendars.rows();
    await calendars.edits(ada, String(shown[1]?.id), { subject: 'Sit-down' });
    await world.syncs();

    expect((await calendars.events(ada)).map(({ subject }) => subject)).toEqual([
      'Stand-up',
      'Stand-up',
      'Stand-up',
    ]);
    expect(await calendars.rows()).toEqual(before);
    const issues = await world.salesforce.rows('Tandem_Issue__c');
    expect(issues.map(({ Code__c, Status__c }) => [Code__c, Status__c]).toSorted()).toEqual([
      ['TDM-E-CONFLICT', 'Closed'],
      ['TDM-E-SERIES-ROW', 'Open'],
    ]);
    await calendars.verify();
  },
);

scenario(
  'a meeting that recurs is moved to another weekday, an attendee synced first: its records go on',
  async ({ world }) => {
    const { ada, bob, exchange } = world;
    const calendars = await calendarsOf(world);
    const invited = { attendees: [{ emailAddress: { address: bob.email } }] };
    const series = await calendars.creates(ada, { ...weekly('Weekly', 2, 4), ...invited });
    await world.syncs();
    const before = await calendars.rows();
    expect(dates(before)).toEqual([2, 9, 16, 23].map(day));

    const { start, end, recurrence } = weekly('Weekly', 3, 4);
    await calendars.edits(ada, series.id, { start, end, recurrence });
    await exchange.mail.clear();
    await world.sync(['--mailbox', bob.email]);
    await world.syncs();

    const after = await calendars.rows();
    expect(dates(after)).toEqual([3, 10, 17, 24].map(day));
    expect(after.map(({ Id, OwnerId }) => [Id, OwnerId])).toEqual(before.map(({ Id }) => [Id, ada.user]));
    expect(await world.issues()).toEqual([]);
    await calendars.verify();
  },
);

const splits: Record<
  string,
  { readonly between?: 'ada'; readonly first: 'ada' | 'bob'; readonly kept: number }
> = {
  'its records go on, with what people added': { first: 'ada', kept: 6 },
  'an attendee synced first: its records go on as well': { first: 'bob', kept: 6 },
  'the organiser synced in between, then an attendee: the later records are made anew': {
    between: 'ada',
    first: 'bob',
    kept: 3,
  },
};
for (const [what, { between, first, kept }] of Object.entries(splits))
  scenario(
    `a series that is split in Outlook, this and following moved to another hour: ${what}`,
    async ({ world }) => {
      const { ada, bob, exchange } = world;
      const calendars = await calendarsOf(world);
      const invited = { attendees: [{ emailAddress: { address: bob.email } }] };
      const series = await calendars.creates(ada, { ...weekly('Weekly', 2, 6), ...invited });
      await calendars.creates(ada, weekly('Other', 3, 6));
      await exchange.mail.clear();
      await world.syncs();
      const before = (await calendars.rows()).filter(({ Subject }) => Subject === 'Weekly');
      const account = await world.admin.createsAccount('Acme');
      await calendars.changes(ada, String(before[4]?.Id), { WhatId: account });
      await world.syncs();

      const { pattern } = weekly('Weekly', 2, 6).recurrence as { pattern: object };
      const range = { type: 'endDate', startDate: day(2), endDate: day(16) };
      await calendars.edits(ada, series.id, { recurrence: { pattern, range } });
      if (between) await world.sync(['--mailbox', world[between].email]);
      const rest = weekly('Weekly', 23, 3);
      await calendars.creates(ada, {
        ...rest,
        ...invited,
        start: at(23, '14:00:00'),
        end: at(23, '15:30:00'),
      });
      await exchange.mail.clear();
      await world.sync(['--mailbox', world[first].email]);
      await world.syncs();

      const after = (await calendars.rows()).filter(({ Subject }) => Subject === 'Weekly');
      expect(after.map(({ StartDateTime }) => String(StartDateTime).slice(0, 16))).toEqual([
        ...[2, 9, 16].map((days) => `${day(days)}T10:00`),
        ...[23, 30, 37].map((days) => `${day(days)}T14:00`),
      ]);
      expect(new Set(after.map(({ OwnerId }) => OwnerId))).toEqual(new Set([ada.user]));
      const goOn = after.filter(({ Id }, index) => Id === before[index]?.Id);
      expect(goOn).toHaveLength(kept);
      if (kept === before.length) expect(after[4]).toMatchObject({ WhatId: account });
      expect(await world.issues()).toEqual([]);
      await calendars.verify();
    },
  );
