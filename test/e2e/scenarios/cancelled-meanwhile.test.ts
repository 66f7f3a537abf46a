import { expect } from 'vitest';
import { calendarsOf, hour } from '../world/calendar.ts';
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
