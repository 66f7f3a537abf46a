import { expect } from 'vitest';
import { at, calendarsOf, day, hour } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';

scenario(
  'a single event in a zone that nobody knows is at its instants on both sides, and moves with either',
  async ({ world }) => {
    const { ada, exchange } = world;
    const calendars = await calendarsOf(world);
    const id = await exchange.addEvent(ada.email, {
      subject: 'Review',
      start: at(3, '10:00:00'),
      end: at(3, '11:00:00'),
      originalStartTimeZone: 'Customized Time Zone',
    });
    await world.syncs();
    const shown = async () => [
      (await calendars.rows()).map(({ StartDateTime, DurationInMinutes }) =>
        [String(StartDateTime).slice(0, 16), DurationInMinutes].join(' '),
      ),
      (await calendars.events(ada)).map(({ start }) => (start as { dateTime: string }).dateTime.slice(0, 16)),
    ];
    expect(await shown()).toEqual([[`${day(3)}T10:00 60`], [`${day(3)}T10:00`]]);

    const [row] = await calendars.rows();
    await calendars.changes(ada, String(row?.Id), { StartDateTime: `${day(4)}T12:30:00Z` });
    await world.syncs();
    expect(await shown()).toEqual([[`${day(4)}T12:30 60`], [`${day(4)}T12:30`]]);

    await calendars.edits(ada, id, { start: at(5, '08:00:00'), end: at(5, '09:30:00') });
    await world.syncs();
    expect(await shown()).toEqual([[`${day(5)}T08:00 90`], [`${day(5)}T08:00`]]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'a record that is moved without its reminder, which comes after the start then, reminds in Outlook at the start, and no later sync writes it again',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    await calendars.creates(ada, hour('Review', 5, { reminderMinutesBeforeStart: 15 }));
    await world.syncs();
    const [row] = await calendars.rows();
    const record = String(row?.Id);
    const reminder = `${day(5)}T09:45:00`;
    expect(row).toMatchObject({ ReminderDateTime: expect.stringContaining(reminder) as string });
    await calendars.changes(ada, record, { StartDateTime: `${day(4)}T10:00:00Z` });
    await world.syncs();
    expect(await calendars.events(ada)).toMatchObject([
      {
        start: { dateTime: `${day(4)}T10:00:00.0000000` },
        isReminderOn: true,
        reminderMinutesBeforeStart: 0,
      },
    ]);
    // What the person sees in Salesforce stays as they left it.
    expect(await calendars.rows()).toMatchObject([
      { ReminderDateTime: expect.stringContaining(reminder) as string },
    ]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();

    const late = { Subject: 'Call', DurationInMinutes: 30, IsReminderSet: true };
    await calendars.records(ada, {
      ...late,
      StartDateTime: `${day(6)}T10:00:00Z`,
      ReminderDateTime: `${day(6)}T10:20:00Z`,
    });
    await calendars.changes(ada, record, { StartDateTime: `${day(5)}T10:00:00Z` });
    await world.syncs();
    expect(
      (await calendars.events(ada)).map(({ subject, reminderMinutesBeforeStart }) => [
        subject,
        reminderMinutesBeforeStart,
      ]),
    ).toEqual([
      ['Review', 15],
      ['Call', 0],
    ]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();
  },
);

for (const [named, original] of [
  ['Tokyo Standard Time', /Tokyo/],
  ['Nowhere Standard Time', /^UTC$/],
] as const)
  scenario(
    `an event made in Salesforce is written by the clock of the mailbox: ${named}`,
    async ({ world }) => {
      const { ada, exchange } = world;
      const calendars = await calendarsOf(world);
      await exchange.setsZone(ada.email, named);
      await calendars.records(ada, {
        Subject: 'Call',
        StartDateTime: `${day(4)}T08:30:00Z`,
        DurationInMinutes: 30,
      });
      await calendars.records(ada, {
        Subject: 'Fair',
        IsAllDayEvent: true,
        StartDateTime: `${day(6)}T00:00:00Z`,
        DurationInMinutes: 1440,
      });
      await world.syncs();
      const [call, fair] = await calendars.events(ada);
      expect(call).toMatchObject({
        start: { dateTime: `${day(4)}T08:30:00.0000000`, timeZone: 'UTC' },
        originalStartTimeZone: expect.stringMatching(original) as string,
      });
      expect(fair).toMatchObject({ isAllDay: true, start: { dateTime: `${day(6)}T00:00:00.0000000` } });
      await calendars.verify();
    },
  );

scenario(
  'an event in step that is made longer in Outlook than Salesforce can hold is listed; all but its time goes on, and that once it is shorter',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(ada, hour('Voyage', 3));
    await world.syncs();
    const [row] = await calendars.rows();
    await calendars.edits(ada, id, { subject: 'Long voyage', end: at(23, '11:00:00') });
    await calendars.changes(ada, String(row?.Id), { Location: 'Lisbon' });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Long voyage', DurationInMinutes: 60 }]);
    expect(await calendars.events(ada)).toMatchObject([
      { location: { displayName: 'Lisbon' }, end: { dateTime: `${day(23)}T11:00:00.0000000` } },
    ]);
    expect(await openIssuesOf(world, ada.user)).toMatchObject([{ code: 'TDM-E-TOO-LONG', exchangeId: id }]);

    await calendars.edits(ada, id, { end: at(4, '10:00:00') });
    await world.syncs();
    expect(await calendars.rows()).toMatchObject([{ Subject: 'Long voyage', DurationInMinutes: 1440 }]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'an event that was made longer in Outlook than Salesforce can hold stays there when its record is deleted',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(ada, hour('Voyage', 3));
    await calendars.creates(ada, hour('Other', 4));
    await world.syncs();
    const [row] = await calendars.rows();
    await calendars.edits(ada, id, { end: at(23, '11:00:00') });
    await calendars.removes(ada, String(row?.Id));
    await world.syncs();
    expect((await calendars.events(ada)).map(({ subject }) => subject)).toEqual(['Voyage', 'Other']);
    expect((await calendars.rows()).map(({ Subject }) => Subject)).toEqual(['Other']);
    expect(await openIssuesOf(world, ada.user)).toMatchObject([{ code: 'TDM-E-TOO-LONG', exchangeId: id }]);
    await calendars.verify();
  },
);
