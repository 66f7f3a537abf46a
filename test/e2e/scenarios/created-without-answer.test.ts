import { expect } from 'vitest';
import { calendarsOf, day, hour, weekly } from '../world/calendar.ts';
import { openIssuesOf } from '../world/open-issues.ts';
import { standsBetween, stepsAside } from '../world/gatekeeper.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

/** Syncs; the answer to the create of records of that subject is lost, and a person acts before the bridge calls anybody again. */
async function syncsAndLoses(world: World, subject: string, act: () => Promise<unknown>): Promise<void> {
  const { exchange, salesforce } = world;
  const lost = await salesforce.fault({
    match: { method: 'POST', body: `"Subject":"${subject}"`, member: false },
    effect: { kind: 'lostAnswer' },
  });
  let acted = false;
  const actsOnce = async () => {
    if (acted || (await lost.fired()) === 0) return;
    acted = true;
    await act();
  };
  for (const { server } of [exchange, salesforce])
    standsBetween(server, () => ({ kind: 'wait', until: actsOnce() }));
  await world.sync();
  for (const { server } of [exchange, salesforce]) stepsAside(server);
  await world.syncs();
  expect(acted).toBe(true);
}

scenario(
  'the record of an event that was made without an answer and deleted in Outlook at once is listed, and does not come back to Outlook',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(ada, hour('Once', 2));

    await syncsAndLoses(world, 'Once', () => calendars.deletes(ada, id));

    expect(await calendars.events(ada)).toEqual([]);
    const rows = await calendars.rows();
    expect(rows).toMatchObject([{ Subject: 'Once' }]);
    expect(await world.links()).toMatchObject([{ recordId: rows[0]?.Id, state: 'Suppressed' }]);
    const issues = await openIssuesOf(world, ada.user);
    expect(issues.map(({ code }) => code)).toEqual(['TDM-E-DELETED-UNSEEN']);
    await calendars.verify();
  },
);

scenario(
  'the record of a date that was made without an answer and cancelled in Outlook at once goes',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(ada, weekly('Weekly', 2, 3));

    await syncsAndLoses(world, 'Weekly', () => calendars.deletes(ada, id, day(9)));

    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Weekly', cancelled: [day(9)] }]);
    const dates = (await calendars.rows()).map(({ StartDateTime }) => String(StartDateTime).slice(0, 10));
    expect(dates).toEqual([day(2), day(16)]);
    expect(await openIssuesOf(world, ada.user)).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'a record that takes the place of a deleted one, and whose create had no answer, is not made a second time',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(ada, hour('First', 2));
    await world.syncs();
    const [first] = await calendars.rows();
    await calendars.removes(ada, String(first?.Id));
    await calendars.edits(ada, id, { subject: 'Second' });

    await syncsAndLoses(world, 'Second', () => calendars.edits(ada, id, { subject: 'Third' }));

    expect(await calendars.rows()).toMatchObject([{ Subject: 'Third' }]);
    expect(await calendars.events(ada)).toMatchObject([{ subject: 'Third' }]);
    await calendars.verify();
  },
);
