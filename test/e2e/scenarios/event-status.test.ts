import { expect } from 'vitest';
import { calendarsOf, day, hour } from '../world/calendar.ts';
import { asks } from '../world/requests.ts';
import { scenario } from '../scenario.ts';
import type { World } from '../world.ts';

/** What the Status screen has of Ada's events. */
async function shown(world: World) {
  const [row] = (await world.salesforce.rows('Tandem_Mailbox__c')).filter(
    ({ User__c }) => User__c === world.ada.user,
  );
  const { Events_State__c: state, Events_Problem__c: problem, Events_Progress__c: progress } = row ?? {};
  return {
    state,
    problem: problem ?? null,
    progress,
    counts: [row?.Events_In_Exchange__c, row?.Events_In_Salesforce__c],
    lastChange: String(row?.Events_Last_Change__c),
    asOf: String(row?.Events_In_Sync_As_Of__c),
  };
}

/** What was done to events in each direction: created, updated, deleted, paired; over all days, as midnight may pass. */
async function activity(world: World) {
  const rows = (await world.salesforce.rows('Tandem_Activity__c')).filter(
    ({ Kind__c }) => Kind__c === 'Event',
  );
  const sum = (direction: string) =>
    ['Created__c', 'Updated__c', 'Deleted__c', 'Paired__c'].map((field) =>
      rows
        .filter(({ Direction__c }) => Direction__c === direction)
        .reduce((total, row) => total + Number(row[field] ?? 0), 0),
    );
  return { toSalesforce: sum('ExchangeToSalesforce'), toExchange: sum('SalesforceToExchange') };
}

scenario(
  'the mailbox shows how many events are in step, since when, and the day’s counts what was done',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    const events = [];
    for (const number of [1, 2, 3])
      events.push(await calendars.creates(ada, hour(`Event ${number}`, number + 1)));
    await calendars.creates(ada, hour('Secret', 6, { sensitivity: 'private' }));
    await calendars.creates(ada, hour('On both sides', 7));
    const reminder = { IsReminderSet: true, ReminderDateTime: `${day(7)}T09:45:00Z` };
    const both = { StartDateTime: `${day(7)}T10:00:00Z`, DurationInMinutes: 60, ...reminder };
    await calendars.records(ada, { Subject: 'On both sides', ...both });
    const call = { StartDateTime: `${day(8)}T10:00:00Z`, DurationInMinutes: 60 };
    const record = await calendars.records(ada, { Subject: 'Call', ...call });
    await world.syncs();

    // The private one is in step with nothing.
    const first = await shown(world);
    expect(first).toMatchObject({ state: 'InSync', problem: null, progress: 100, counts: [5, 5] });
    expect(Date.parse(first.lastChange)).toBeGreaterThan(Date.now() - 600_000);
    expect(await activity(world)).toEqual({ toSalesforce: [3, 0, 0, 1], toExchange: [1, 0, 0, 0] });

    await calendars.edits(ada, String(events[0]?.id), { subject: 'Event 1, renamed' });
    await calendars.deletes(ada, String(events[1]?.id));
    await calendars.changes(ada, record, { Subject: 'Long call' });
    const [third] = (await calendars.rows()).filter(({ Subject }) => Subject === 'Event 3');
    await calendars.removes(ada, String(third?.Id));
    await world.syncs();

    const second = await shown(world);
    expect(second).toMatchObject({ state: 'InSync', problem: null, progress: 100, counts: [3, 3] });
    expect(second.asOf >= first.asOf && second.lastChange >= first.lastChange).toBe(true);
    expect(await activity(world)).toEqual({ toSalesforce: [3, 1, 1, 1], toExchange: [1, 1, 1, 0] });
    await calendars.verify();
    expect(await activity(world)).toEqual({ toSalesforce: [3, 1, 1, 1], toExchange: [1, 1, 1, 0] });
  },
);

scenario(
  'the mailbox shows that deletions of events are held, until they are approved',
  async ({ world }) => {
    const { ada, admin } = world;
    const calendars = await calendarsOf(world);
    const events = [];
    for (let number = 0; number < 12; number += 1)
      events.push(await calendars.creates(ada, hour(`Event ${number}`, 2 + number)));
    await world.syncs();
    for (const { id } of events) await calendars.deletes(ada, id);
    await world.sync();
    expect(await shown(world)).toMatchObject({
      state: 'Held',
      problem: 'TDM-M-HELD-EVENTS',
      counts: [12, 12],
    });

    const [issue] = (await world.issues()).filter(({ code }) => code === 'TDM-M-HELD-EVENTS');
    await admin.resolves(String(issue?.id), 'Approve');
    await world.syncs();
    expect(await shown(world)).toMatchObject({ state: 'InSync', problem: null, counts: [0, 0] });
    expect(await activity(world)).toEqual({ toSalesforce: [12, 0, 12, 0], toExchange: [0, 0, 0, 0] });
    await calendars.verify();
  },
);

scenario(
  'the mailbox shows why its events fail while its contacts go on, that it is paused, and that all is well again',
  async ({ world }) => {
    const { ada } = world;
    const calendars = await calendarsOf(world);
    await calendars.creates(ada, hour('Review', 3));
    await world.syncs();
    await world.exchange.fault({
      match: { method: 'GET', path: '/calendarView' },
      times: 1000,
      effect: {
        kind: 'status',
        status: 403,
        body: { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } },
      },
    });
    await world.sync();
    const failing = await shown(world);
    expect(failing).toMatchObject({ state: 'Failing', counts: [1, 1] });
    expect(failing.problem).toMatch(/^TDM-M-[A-Z-]+: /);
    const [row] = await world.salesforce.rows('Tandem_Mailbox__c');
    expect(row).toMatchObject({ Contacts_State__c: 'InSync' });

    await world.exchange.clearFaults();
    await world.syncs();
    expect(await shown(world)).toMatchObject({ state: 'InSync', problem: null, counts: [1, 1] });

    await asks(world, ada.user, 'Pause');
    expect(await shown(world)).toMatchObject({ state: 'Paused' });
    await asks(world, ada.user, 'Resume');
    await world.syncs();
    expect(await shown(world)).toMatchObject({ state: 'InSync', problem: null, counts: [1, 1] });
    await calendars.verify();
  },
);
