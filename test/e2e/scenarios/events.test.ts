import { expect } from 'vitest';
import { at, calendarsOf, day, hour } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';

scenario('a new event arrives on the other side, and changes of both sides meet', async ({ world }) => {
  const { ada } = world;
  const calendars = await calendarsOf(world);
  const event = await calendars.creates(ada, hour('Review', 3, { location: { displayName: 'Room 1' } }));
  const call = await calendars.records(ada, {
    Subject: 'Call',
    StartDateTime: `${day(4)}T08:30:00Z`,
    DurationInMinutes: 30,
  });

  await world.syncs();

  const [review] = await calendars.rows();
  expect(review).toMatchObject({
    Subject: 'Review',
    Location: 'Room 1',
    OwnerId: ada.user,
    IsAllDayEvent: false,
    DurationInMinutes: 60,
  });
  expect((await calendars.events(ada)).map(({ subject }) => subject)).toEqual(['Review', 'Call']);
  await calendars.edits(ada, event.id, { subject: 'Review of the offer' });
  await calendars.changes(ada, String(review?.Id), { Location: 'Room 2' });
  await calendars.changes(ada, call, { StartDateTime: `${day(5)}T09:00:00Z`, DurationInMinutes: 45 });

  await world.syncs();

  expect((await calendars.rows()).map(({ Subject, Location }) => [Subject, Location])).toEqual([
    ['Review of the offer', 'Room 2'],
    ['Call', null],
  ]);
  const [there, moved] = await calendars.events(ada);
  expect(there).toMatchObject({ subject: 'Review of the offer', location: { displayName: 'Room 2' } });
  expect(moved).toMatchObject({ start: { dateTime: `${day(5)}T09:00:00.0000000` } });
  await calendars.verify();
});

scenario(
  'what is deleted on one side is deleted on the other, and an edit beats a delete',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const dropped = await calendars.creates(ada, hour('Dropped in Outlook', 3));
    const edited = await calendars.creates(ada, hour('Edited in Salesforce', 4));
    await calendars.creates(ada, hour('Dropped in Salesforce', 5));
    await world.syncs();
    const rows = await calendars.rows();

    await calendars.deletes(ada, dropped.id);
    await calendars.deletes(ada, edited.id);
    await calendars.changes(ada, String(rows[1]?.Id), { Location: 'Room 9' });
    await calendars.removes(ada, String(rows[2]?.Id));
    await world.syncs();

    expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual(['Edited in Salesforce']);
    expect(await calendars.events(ada)).toMatchObject([
      { subject: 'Edited in Salesforce', location: { displayName: 'Room 9' } },
    ]);
    await calendars.verify();
  },
);

scenario('S-E2: an all-day event is the same date on both sides, in whatever zone', async ({ world }) => {
  const { ada } = world;
  const calendars = await calendarsOf(world);
  const zone = 'W. Europe Standard Time';
  await calendars.creates(ada, {
    subject: 'Fair',
    isAllDay: true,
    start: at(7, '00:00:00', zone),
    end: at(9, '00:00:00', zone),
  });
  await world.syncs();

  const [row] = await calendars.rows();
  expect(row).toMatchObject({ IsAllDayEvent: true, DurationInMinutes: 2880 });
  expect(String(row?.StartDateTime)).toContain(`${day(7)}T00:00:00`);
  await calendars.changes(ada, String(row?.Id), { Subject: 'Trade fair' });
  await world.syncs();

  expect(await calendars.events(ada)).toMatchObject([
    {
      subject: 'Trade fair',
      isAllDay: true,
      start: { dateTime: `${day(7)}T00:00:00.0000000` },
      end: { dateTime: `${day(9)}T00:00:00.0000000` },
    },
  ]);
  await calendars.verify();
});

/** How many days from now the clocks of that zone change next. */
function daysToClockChange(timeZone: string): number {
  const hourOf = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit' });
  const noon = (days: number) => hourOf.format(new Date(`${day(days)}T12:00:00Z`));
  for (let days = 2; days < 300; days += 1) if (noon(days) !== noon(days - 1)) return days;
  throw new Error(`The clocks of ${timeZone} do not change.`);
}

for (const [zone, iana] of [
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
] as const)
  scenario(
    `S-E2, on the day when the clocks change: the same single date on both sides, from either, for a user whose Salesforce is elsewhere: ${zone}`,
    async ({ world }) => {
      const { ada, exchange, admin } = world;
      const calendars = await calendarsOf(world);
      await exchange.setsZone(ada.email, zone);
      const elsewhere = iana === 'Europe/Berlin' ? 'America/Los_Angeles' : 'Pacific/Auckland';
      await admin.edits('User', ada.user, { TimeZoneSidKey: elsewhere });
      const change = daysToClockChange(iana);
      const whole = (subject: string, from: number, until: number) => ({
        subject,
        isAllDay: true,
        start: at(from, '00:00:00', zone),
        end: at(until, '00:00:00', zone),
      });
      const { id } = await calendars.creates(ada, whole('Fair', change, change + 1));
      const record = await calendars.records(ada, {
        Subject: 'Holiday',
        IsAllDayEvent: true,
        StartDateTime: `${day(change)}T00:00:00Z`,
        DurationInMinutes: 1440,
      });
      await world.syncs();
      const shown = async () => [
        (await calendars.rows())
          .map(({ Subject, StartDateTime, DurationInMinutes }) =>
            [Subject, String(StartDateTime).slice(0, 16), DurationInMinutes].join(' '),
          )
          .toSorted(),
        (await calendars.events(ada))
          .map(({ subject, start, end }) =>
            [
              subject,
              ...[start, end].map((time) => (time as { dateTime: string }).dateTime.slice(0, 16)),
            ].join(' '),
          )
          .toSorted(),
      ];
      const both = (first: string, second: string, from: number) => [
        [`${first} ${day(from)}T00:00 1440`, `${second} ${day(change)}T00:00 1440`],
        [
          `${first} ${day(from)}T00:00 ${day(from + 1)}T00:00`,
          `${second} ${day(change)}T00:00 ${day(change + 1)}T00:00`,
        ],
      ];
      expect(await shown()).toEqual(both('Fair', 'Holiday', change));

      // Renamed in Salesforce, it stays where it is, and ends when it ended.
      const [fair] = (await calendars.rows()).filter(({ Subject }) => Subject === 'Fair');
      await calendars.changes(ada, String(fair?.Id), { Subject: 'Fair of all' });
      await world.syncs();
      expect(await shown()).toEqual(both('Fair of all', 'Holiday', change));
      await calendars.edits(ada, id, { subject: 'Fair' });

      await calendars.changes(ada, record, { Subject: 'Long holiday' });
      await calendars.edits(ada, id, whole('Fair', change - 1, change));
      await world.syncs();
      expect(await shown()).toEqual(both('Fair', 'Long holiday', change - 1));
      await calendars.verify();
    },
  );

scenario('S-E4: a moved event keeps the zone that it was made in', async ({ world }) => {
  const { ada } = world;
  const calendars = await calendarsOf(world);
  await calendars.creates(ada, {
    subject: 'Tokyo',
    start: at(6, '09:00:00', 'Tokyo Standard Time'),
    end: at(6, '10:00:00', 'Tokyo Standard Time'),
  });
  await world.syncs();

  const [row] = await calendars.rows();
  expect(String(row?.StartDateTime)).toContain(`${day(6)}T00:00:00`);
  await calendars.changes(ada, String(row?.Id), {
    StartDateTime: `${day(6)}T01:00:00Z`,
    DurationInMinutes: 60,
  });
  await world.syncs();

  expect(await calendars.events(ada)).toMatchObject([
    {
      start: { dateTime: `${day(6)}T01:00:00.0000000` },
      originalStartTimeZone: expect.stringMatching(/Tokyo/) as string,
    },
  ]);
  await calendars.verify();

  const [event] = await calendars.events(ada);
  const eastern = (time: string) => at(5, time, 'Eastern Standard Time');
  await calendars.edits(ada, String(event?.id), { start: eastern('21:00:00'), end: eastern('22:00:00') });
  await world.syncs();
  const [moved] = await calendars.rows();
  const [there] = await calendars.events(ada);
  const instant = `${(there?.start as { dateTime: string }).dateTime.slice(0, 19)}Z`;
  expect(Date.parse(String(moved?.StartDateTime).replace('+0000', 'Z'))).toBe(Date.parse(instant));
  expect(moved?.DurationInMinutes).toBe(60);
  await calendars.verify();
});

scenario(
  'S-E5: of a private event Salesforce shows that somebody is busy, and nothing more',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world, { Private_Events__c: 'TimeOnly' });
    const event = await calendars.creates(
      ada,
      hour('Doctor', 3, { sensitivity: 'private', location: { displayName: 'Clinic' } }),
    );
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Busy', Location: null, IsPrivate: true }]);

    await calendars.edits(ada, event.id, { sensitivity: 'normal' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([
      { Subject: 'Doctor', Location: 'Clinic', IsPrivate: false },
    ]);

    await calendars.edits(ada, event.id, { sensitivity: 'private' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Busy', Location: null, IsPrivate: true }]);
    expect(JSON.stringify(await world.issues())).not.toMatch(/Doctor|Clinic/);
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Doctor' }]);
    await calendars.verify();
  },
);

for (const policy of ['Skip', 'TimeOnly'])
  scenario(
    `what a person wrote in a private event of Salesforce stays there, with private events ${policy}`,
    async ({ world }) => {
      const { ada } = world;
      const calendars = await calendarsOf(world, { Private_Events__c: policy });
      const details = { Subject: 'Review of salaries', Description: 'Between us', IsPrivate: true };
      const times = { StartDateTime: `${day(3)}T09:00:00Z`, EndDateTime: `${day(3)}T10:00:00Z` };
      const id = await calendars.records(ada, { ...details, ...times });
      await world.syncs();
      await world.syncs();
      expect(await calendars.rows()).toMatchObject([details]);
      await calendars.changes(ada, id, { Description: 'Between us two' });
      await world.syncs();
      expect(await calendars.rows()).toMatchObject([{ ...details, Description: 'Between us two' }]);
      await calendars.verify();
    },
  );

scenario(
  'a private event that nothing is synced of leaves Salesforce, and comes back when it is public',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const event = await calendars.creates(ada, hour('Interview', 3));
    await world.syncs();
    await calendars.edits(ada, event.id, { sensitivity: 'confidential' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Busy', IsPrivate: true }]);

    await calendars.edits(ada, event.id, { sensitivity: 'normal' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Interview', IsPrivate: false }]);
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Interview' }]);
    await calendars.verify();
  },
);

scenario('S-E1: a meeting of two synced people is one event in Salesforce', async ({ world }) => {
  const { ada, bob } = world;
  world.settings.TANDEM_MAY_MAIL = 'yes';
  const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
  const meeting = await calendars.creates(
    ada,
    hour('Planning', 3, { attendees: [{ emailAddress: { address: bob.email } }] }),
  );
  await world.syncs();

  expect(await calendars.rows()).toMatchObject([{ Subject: 'Planning' }]);
  const links = await world.salesforce.rows('Tandem_Link__c');
  expect(new Set(links.map(({ OwnerId }) => OwnerId))).toEqual(new Set([ada.user, bob.user]));
  await calendars.edits(ada, meeting.id, { subject: 'Planning of the year' });
  await world.syncs();
  expect(await calendars.rows()).toMatchObject([{ Subject: 'Planning of the year' }]);
  await calendars.verify();
});

scenario('S-D5: an attendee who deletes a copy deletes nothing else', async ({ world }) => {
  const { ada, bob } = world;
  world.settings.TANDEM_MAY_MAIL = 'yes';
  const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
  await calendars.creates(
    ada,
    hour('Planning', 3, { attendees: [{ emailAddress: { address: bob.email } }] }),
  );
  // The attendee's mailbox makes the record, since it is synced first.
  await world.sync(['--mailbox', bob.email]);
  await world.syncs();
  const [copy] = await calendars.events(bob);
  await calendars.deletes(bob, String(copy?.id));
  await world.syncs();

  expect(await calendars.rows()).toMatchObject([{ Subject: 'Planning', OwnerId: ada.user }]);
  expect(await calendars.events(ada)).toMatchObject([{ subject: 'Planning', isCancelled: false }]);
  const links = await world.salesforce.rows('Tandem_Link__c');
  expect(new Map(links.map(({ OwnerId, State__c }) => [OwnerId, State__c]))).toEqual(
    new Map([
      [ada.user, 'Live'],
      [bob.user, 'Suppressed'],
    ]),
  );
  expect(await world.salesforce.rows('EventRelation')).toMatchObject([
    { RelationId: bob.user, Status: 'New' },
  ]);
  await calendars.verify();
});

scenario(
  'a change that would mail people is not written unless the admin allows it, and is listed',
  async ({ world }) => {
    const { ada } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world, { Invitations__c: 'Never' });
    await calendars.creates(
      ada,
      hour('Offer', 3, { attendees: [{ emailAddress: { address: 'c@customer.test' } }] }),
    );
    await world.exchange.mail.clear();
    await world.syncs();
    const [row] = await calendars.rows();
    await calendars.changes(ada, String(row?.Id), { Subject: 'Final offer' });
    await world.syncs();

    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Offer' }]);
    const issues = await world.salesforce.rows('Tandem_Issue__c');
    expect(issues).toMatchObject([{ Code__c: 'TDM-E-WOULD-MAIL', Status__c: 'Open' }]);
    expect(String(issues[0]?.Reason__c)).toContain('c@customer.test');
    await calendars.verify();

    await world.admin.sets({ Invitations__c: 'PeoplesEdits' });
    await calendars.changes(ada, String(row?.Id), { Subject: 'Last offer' });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Last offer' }]);
    await calendars.verify(['c@customer.test']);
  },
);

scenario(
  'changes of many meetings wait after ten, with who would be mailed, until an admin approves them',
  async ({ world }) => {
    const { ada } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world, { Invitations__c: 'PeoplesEdits' });
    const guest = (number: number) => `guest${number}@customer.test`;
    const numbers = Array.from({ length: 11 }, (_none, index) => index);
    for (const number of numbers)
      await calendars.creates(
        ada,
        hour(`Meeting ${number}`, 2 + number, {
          attendees: [{ emailAddress: { address: guest(number) } }],
        }),
      );
    await world.syncs();
    await world.exchange.mail.clear();
    for (const { Id } of await calendars.rows()) await calendars.changes(ada, Id, { Location: 'Room 9' });
    await world.syncs();

    const held = (await world.salesforce.rows('Tandem_Issue__c')).filter(
      ({ Status__c }) => Status__c === 'Open',
    );
    expect(held.map(({ Code__c }) => Code__c)).toEqual(['TDM-E-MAIL-HELD']);
    const { mailed } = JSON.parse(String(held[0]?.Details__c)) as { mailed: string[] };
    const moved = async () =>
      (await calendars.events(ada)).filter((event) => JSON.stringify(event).includes('Room 9')).length;
    expect(await moved()).toBe(10);
    expect((await world.exchange.mail.read()).flatMap(({ to }) => to)).not.toContain(mailed[0]);

    await world.admin.resolves(String(held[0]?.Id), 'Approve');
    await world.syncs();

    expect(await moved()).toBe(11);
    expect(mailed).toHaveLength(1);
    const told = (await world.exchange.mail.read()).filter(({ by }) => by === 'api').map(({ to }) => to);
    expect(told.toSorted()).toEqual(numbers.map(guest).toSorted());
    await calendars.verify(told);
  },
);

scenario(
  'an event that leaves the window stays as it is on both sides, and syncs again when it is back',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world, { Window_Days_Ahead__c: 60 });
    const event = await calendars.creates(ada, hour('Kick-off', 10));
    await world.syncs();
    const [row] = await calendars.rows();

    await calendars.edits(ada, event.id, { start: at(200, '10:00:00'), end: at(200, '11:00:00') });
    await world.syncs();
    await calendars.changes(ada, String(row?.Id), { Location: 'Room 3' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Id: row?.Id, Subject: 'Kick-off' }]);
    expect(String((await calendars.rows())[0]?.StartDateTime)).toContain(day(10));
    await calendars.verify();

    await calendars.edits(ada, event.id, { start: at(12, '10:00:00'), end: at(12, '11:00:00') });
    await world.syncs();
    const [after] = await calendars.rows();
    expect(after).toMatchObject({ Id: row?.Id, Location: 'Room 3' });
    expect(String(after?.StartDateTime)).toContain(day(12));
    expect(await calendars.events(ada)).toMatchObject([{ location: { displayName: 'Room 3' } }]);
    await calendars.verify();
  },
);

scenario(
  'a reset of events pairs everything again, writes nothing and mails nobody; an ignored event stays ignored',
  async ({ world }) => {
    const { ada } = world;
    world.settings.TANDEM_MAY_MAIL = 'yes';
    const calendars = await calendarsOf(world, { Invitations__c: 'Always' });
    await calendars.creates(
      ada,
      hour('Review', 3, { attendees: [{ emailAddress: { address: 'c@customer.test' } }] }),
    );
    await calendars.records(ada, {
      Subject: 'Call',
      StartDateTime: `${day(4)}T08:30:00Z`,
      DurationInMinutes: 30,
    });
    await calendars.creates(ada, {
      subject: 'Sabbatical',
      isAllDay: true,
      start: at(5, '00:00:00'),
      end: at(35, '00:00:00'),
    });
    await world.exchange.mail.clear();
    await world.syncs();
    const [issue] = await world.salesforce.rows('Tandem_Issue__c');
    expect(issue).toMatchObject({ Code__c: 'TDM-E-TOO-LONG', Kind__c: 'Event' });
    await world.admin.resolves(String(issue?.Id), 'Ignore');
    await world.syncs();
    const before = await calendars.rows();

    await world.admin.requests('ResetEvents', ada.user);
    await Promise.all([world.exchange.clearCounters(), world.salesforce.clearCounters()]);
    await world.syncs();

    expect((await world.exchange.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 0 });
    expect(await calendars.rows()).toEqual(before);
    expect((await world.salesforce.rows('Tandem_Issue__c')).map(({ Status__c }) => Status__c)).toEqual([
      'Closed',
    ]);
    await calendars.verify();
  },
);
