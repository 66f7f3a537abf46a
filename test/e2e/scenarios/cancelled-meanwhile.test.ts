import { expect } from 'vitest';
import { calendarsOf, day, hour, weekly } from '../world/calendar.ts';
import { actsBefore, standsBetween } from '../world/gatekeeper.ts';
import { scenario } from '../scenario.ts';

const guest = 'guest@elsewhere.test';

scenario(
  'a meeting that is cancelled after its change was read and before it is written to Salesforce goes',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    const calendars = await calendarsOf(world);
    const { id } = await exchange.calendars.receiveInvitation(ada.email, {
      ...hour('Their offer', 2),
      organizer: { address: guest },
    });
    await exchange.mail.clear();
    await world.syncs();
    await exchange.calendars.updateInvitation(ada.email, id, { subject: 'Their last offer' });
    await exchange.mail.clear();
    let wasRead = false;
    standsBetween(exchange.server, ({ url = '' }) => {
      wasRead ||= url.includes('calendarView');
      return { kind: 'pass' };
    });
    const hook = actsBefore(
      salesforce.server,
      ({ method }) => wasRead && method !== 'GET',
      () => exchange.calendars.cancelInvitation(ada.email, id),
    );

    await world.syncs();
    await world.syncs();

    expect(hook.happened()).toBe(true);
    expect(await calendars.rows()).toEqual([]);
    expect(await world.issues()).toEqual([]);
    await calendars.verify();
  },
);

for (const { whose, attendees } of [
  { whose: 'an event', attendees: [] },
  { whose: 'a meeting', attendees: [{ emailAddress: { address: guest } }] },
])
  scenario(
    `${whose} that its organiser cancels after it was edited in Salesforce and before that is written to Exchange: the edit is not lost, and Tandem mails nobody`,
    async ({ world }) => {
      const { ada, exchange } = world;
      world.settings.TANDEM_MAY_MAIL = 'yes';
      const calendars = await calendarsOf(world);
      const { id } = await calendars.creates(ada, hour('Offer', 3, { attendees }));
      await world.syncs();
      const [row] = await calendars.rows();
      await calendars.changes(ada, String(row?.Id), { Location: 'Room 9' });
      await exchange.mail.clear();
      const hook = actsBefore(
        exchange.server,
        ({ method, url = '' }) => method === 'PATCH' && url.includes('/events/'),
        () => calendars.deletes(ada, id),
      );

      await world.syncs();
      await world.syncs();

      expect(hook.happened()).toBe(true);
      expect(await calendars.rows()).toMatchObject([{ Id: row?.Id, Subject: 'Offer', Location: 'Room 9' }]);
      expect(await calendars.events(ada)).toMatchObject([
        { subject: 'Offer', location: { displayName: 'Room 9' }, attendees: [] },
      ]);
      await calendars.verify();
    },
  );

scenario(
  'a date of a series that is cancelled after the series was read and before it is written to Salesforce goes',
  async ({ world }) => {
    const { ada, exchange, salesforce } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(ada, weekly('Weekly', 2, 3));
    await world.syncs();
    await calendars.edits(ada, id, { subject: 'Team' });
    let wasRead = false;
    standsBetween(exchange.server, ({ url = '' }) => {
      wasRead ||= url.includes(encodeURIComponent(id));
      return { kind: 'pass' };
    });
    const hook = actsBefore(
      salesforce.server,
      ({ method }) => wasRead && method !== 'GET',
      () => calendars.deletes(ada, id, day(9)),
    );

    await world.syncs();
    await world.syncs();

    expect(hook.happened()).toBe(true);
    const rows = await calendars.rows();
    expect(rows.map(({ Subject, StartDateTime }) => [Subject, String(StartDateTime).slice(0, 10)])).toEqual([
      ['Team', day(2)],
      ['Team', day(16)],
    ]);
    expect(await world.issues()).toEqual([]);
    await calendars.verify();
  },
);

scenario(
  'a date of a series that is cancelled in Outlook before its edit in Salesforce is written there: the edit is not lost, and nobody is mailed',
  async ({ world }) => {
    const { ada, exchange } = world;
    const calendars = await calendarsOf(world);
    const { id } = await calendars.creates(ada, weekly('Weekly', 2, 3));
    await world.syncs();
    const second = (await calendars.rows())[1];
    await calendars.changes(ada, String(second?.Id), { Location: 'Room 9' });
    const hook = actsBefore(
      exchange.server,
      ({ method, url = '' }) => method === 'PATCH' && url.includes('/events/'),
      () => calendars.deletes(ada, id, day(9)),
    );

    await world.syncs();
    await world.syncs();

    expect(hook.happened()).toBe(true);
    const rows = await calendars.rows();
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatchObject({ Id: second?.Id, Subject: 'Weekly', Location: 'Room 9' });
    const events = await calendars.events(ada);
    expect(events.find((event) => event.id === id)?.cancelled).toEqual([day(9)]);
    expect(events.filter((event) => event.id !== id)).toMatchObject([
      { subject: 'Weekly', type: 'singleInstance', location: { displayName: 'Room 9' } },
    ]);
    await calendars.verify();
  },
);
