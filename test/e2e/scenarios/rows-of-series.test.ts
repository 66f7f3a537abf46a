import { expect } from 'vitest';
import { calendarsOf, day } from '../world/calendar.ts';
import type { Calendars } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

/** Three days in a row, made in Lightning Experience. */
const lightning = {
  StartDateTime: `${day(2)}T08:00:00Z`,
  DurationInMinutes: 15,
  Recurrence2PatternText: 'RRULE:FREQ=DAILY;INTERVAL=1;COUNT=3',
};
/** The same made in Salesforce Classic. */
const classic = {
  DurationInMinutes: 15,
  IsRecurrence: true,
  RecurrenceType: 'RecursDaily',
  RecurrenceInterval: 1,
  RecurrenceStartDateTime: `${day(2)}T08:00:00Z`,
  RecurrenceEndDateOnly: day(4),
  RecurrenceTimeZoneSidKey: 'UTC',
};

/** A stand-up that Ada made in Salesforce, each of its rows in her calendar; the rows without the pattern. */
async function standUp(world: World, series: Readonly<Record<string, unknown>>) {
  const calendars = await calendarsOf(world);
  const pattern = await calendars.records(world.ada, { Subject: 'Stand-up', ...series });
  await world.syncs();
  expect(await shown(world, calendars)).toEqual([2, 3, 4].map((days) => `Stand-up ${day(days)}T08:00`));
  const dates = async () =>
    (await calendars.rows()).filter((row) => row.GroupEventType !== '3' && row.IsRecurrence !== true);
  return { calendars, pattern, dates };
}

const shown = async ({ ada }: World, calendars: Calendars) =>
  (await calendars.events(ada))
    .map(
      ({ subject, start }) => `${String(subject)} ${(start as { dateTime: string }).dateTime.slice(0, 16)}`,
    )
    .toSorted((a, b) => a.slice(-16).localeCompare(b.slice(-16)));

for (const [what, series] of Object.entries({ Lightning: lightning, Classic: classic })) {
  scenario(
    `a ${what} series that is renamed and moved in Salesforce is so in Outlook, date by date`,
    async ({ world }) => {
      const { ada } = world;
      const { calendars, pattern, dates } = await standUp(world, series);
      const [first] = await dates();
      const whole = what === 'Classic' ? pattern : String(first?.Id);
      await calendars.changes(ada, whole, { Subject: 'Huddle' });
      await world.syncs();
      expect(await shown(world, calendars)).toEqual([2, 3, 4].map((days) => `Huddle ${day(days)}T08:00`));

      const time = `${day(2)}T09:30:00Z`;
      const start = what === 'Classic' ? { RecurrenceStartDateTime: time } : {};
      await calendars.changes(ada, whole, { StartDateTime: time, ...start });
      await world.syncs();
      expect(await shown(world, calendars)).toEqual([2, 3, 4].map((days) => `Huddle ${day(days)}T09:30`));
      expect(await openIssuesOf(world, ada.user)).toEqual([]);
      await calendars.verify();
    },
  );

  scenario(
    `one row of a ${what} series that is deleted in Salesforce is gone from Outlook, the others stay`,
    async ({ world }) => {
      const { ada } = world;
      const { calendars, dates } = await standUp(world, series);
      const [, second] = await dates();
      await calendars.removes(ada, String(second?.Id));
      await world.syncs();
      expect(await shown(world, calendars)).toEqual([2, 4].map((days) => `Stand-up ${day(days)}T08:00`));
      expect(await dates()).toHaveLength(2);
      await calendars.verify();
    },
  );

  scenario(
    `a copy of a row of a ${what} series: an edit in Outlook is taken back, a deletion ends the link, and the series stays as it is`,
    async ({ world }) => {
      const { ada } = world;
      const { calendars } = await standUp(world, series);
      const before = await calendars.rows();
      const copies = await calendars.events(ada);
      const of = (days: number) =>
        String(copies.find(({ start }) => JSON.stringify(start).includes(day(days)))?.id);
      await calendars.edits(ada, of(3), { location: { displayName: 'Kitchen' } });
      await calendars.deletes(ada, of(4));
      await world.syncs();
      expect(await calendars.rows()).toEqual(before);
      expect(await shown(world, calendars)).toEqual([2, 3].map((days) => `Stand-up ${day(days)}T08:00`));
      expect(JSON.stringify(await calendars.events(ada))).not.toContain('Kitchen');
      expect(await openIssuesOf(world, ada.user)).toMatchObject([
        { code: 'TDM-E-SERIES-ROW' },
        { code: 'TDM-E-SERIES-ROW' },
      ]);

      await calendars.verify();
    },
  );
}
