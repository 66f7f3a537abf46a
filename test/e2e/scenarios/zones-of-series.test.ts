import { expect } from 'vitest';
import { calendarsOf, day } from '../world/calendar.ts';
import { scenario } from '../scenario.ts';

/** Long enough for a leap day or none, and for summer and winter; series reach as far. */
const farAhead = { Window_Days_Ahead__c: 900, Series_Days_Ahead__c: 900 };
const ahead = { Window_Days_Ahead__c: 330, Series_Days_Ahead__c: 330 };

const startOf = ({ start }: Readonly<Record<string, unknown>>) =>
  (start as { readonly dateTime: string }).dateTime.slice(0, 16);

const tenOnMonday = (timeZone: string) => ({
  subject: 'Weekly',
  start: { dateTime: '2021-03-01T10:00:00', timeZone },
  end: { dateTime: '2021-03-01T11:00:00', timeZone },
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'sunday' },
    range: { type: 'noEnd', startDate: '2021-03-01' },
  },
});

scenario('a series of a leap day is on the 28th of February in other years', async ({ world }) => {
  const { ada } = world;
  const calendars = await calendarsOf(world, farAhead);
  await calendars.creates(ada, {
    subject: 'Leap day',
    start: { dateTime: '2024-02-29T10:00:00', timeZone: 'UTC' },
    end: { dateTime: '2024-02-29T11:00:00', timeZone: 'UTC' },
    recurrence: {
      pattern: { type: 'absoluteYearly', interval: 1, month: 2, dayOfMonth: 29 },
      range: { type: 'noEnd', startDate: '2024-02-29' },
    },
  });
  await world.syncs();

  const year = new Date().getUTCFullYear();
  const lastOfFebruary = (of: number) => new Date(Date.UTC(of, 2, 0)).toISOString().slice(0, 10);
  const expected = [year, year + 1, year + 2, year + 3]
    .map(lastOfFebruary)
    .filter((date) => date >= day(-30) && date <= day(900));
  expect(expected.length).toBeGreaterThan(1);
  const rows = await calendars.rows();
  expect(rows.map(({ StartDateTime }) => String(StartDateTime).slice(0, 16))).toEqual(
    expected.map((date) => `${date}T10:00`),
  );

  const [first] = rows;
  await calendars.changes(ada, String(first?.Id), { Location: 'Town hall' });
  await world.syncs();
  const shown = (await calendars.shows(ada)).find((event) => startOf(event).startsWith(String(expected[0])));
  expect(shown).toMatchObject({ type: 'exception', location: { displayName: 'Town hall' } });
  await calendars.verify();
});

const zones = [
  { zone: 'Central Standard Time (Mexico)', before: 'its zone gave up summer time', hour: '16:00' },
  { zone: 'Jordan Standard Time', before: 'its zone had summer time all year', hour: '07:00' },
];
for (const { zone, before, hour } of zones)
  scenario(`a series from before ${before} keeps its hour there: ${zone}`, async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world, ahead);
    await calendars.creates(ada, tenOnMonday(zone));
    await world.syncs();
    const rows = await calendars.rows();
    expect(rows.length).toBeGreaterThan(45);
    expect(new Set(rows.map(({ StartDateTime }) => String(StartDateTime).slice(11, 16)))).toEqual(
      new Set([hour]),
    );
    await calendars.verify();
  });

scenario(
  'a series of a zone that Exchange does not know by name is where Exchange shows it, its exceptions too',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const originalStartTimeZone = 'tzone://Microsoft/Custom';
    const id = await world.exchange.addEvent(ada.email, { ...tenOnMonday('UTC'), originalStartTimeZone });
    await world.syncs();
    const shownAt = async () =>
      (await calendars.shows(ada))
        .map(startOf)
        .filter((start) => start.slice(0, 10) >= day(-30) && start.slice(0, 10) <= day(90))
        .toSorted();
    const rows = async () =>
      (await calendars.rows()).map(({ StartDateTime }) => String(StartDateTime).slice(0, 16));
    expect((await rows()).length).toBeGreaterThan(10);
    expect(await rows()).toEqual(await shownAt());

    const date = (await rows())[6]?.slice(0, 10) ?? '';
    const later = (time: string) => ({ dateTime: `${date}T${time}`, timeZone: 'UTC' });
    await calendars.edits(ada, id, { start: later('15:00:00'), end: later('16:00:00') }, date);
    await world.syncs();
    expect(await rows()).toEqual(await shownAt());
    expect(await rows()).toContain(`${date}T15:00`);
    await calendars.verify();
  },
);
