import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestTenant } from '../test-tenant.ts';
import type { TestTenant } from '../test-tenant.ts';
import { ANN, at, BOB, WEEKLY } from './test-calendar.ts';

let tenant: TestTenant;

const times = { start: at('2026-08-03T09:00:00'), end: at('2026-08-03T10:00:00') };

beforeAll(async () => {
  tenant = await startTestTenant();
});

afterAll(() => tenant.close());

describe('seeded events', () => {
  it('stand in the calendars of organizer and attendees, and mail nobody', async () => {
    const { mailboxes } = await tenant.client.seed({
      mailboxes: [
        {
          userPrincipalName: ANN,
          events: [
            {
              ...WEEKLY,
              attendees: [{ emailAddress: { address: BOB } }],
              exceptions: [{ date: '2026-08-10', subject: 'Special' }],
              cancelled: ['2026-08-17'],
            },
            {
              ...times,
              subject: 'Abroad',
              organizer: { address: 'x@elsewhere.example' },
              uid: 'u@elsewhere.example',
            },
          ],
        },
        { userPrincipalName: BOB },
      ],
    });
    expect(mailboxes[0]?.events).toHaveLength(2);
    expect(await tenant.client.mail.read()).toEqual([]);
    const state = await tenant.client.state();
    const [ann, bob] = state.mailboxes;
    for (const series of [ann?.events[0], bob?.events[0]]) {
      expect(series).toMatchObject({
        subject: 'Weekly',
        exceptions: [{ date: '2026-08-10', subject: 'Special' }],
        cancelled: ['2026-08-17'],
        iCalUId: ann?.events[0]?.iCalUId,
      });
    }
    expect(ann?.events[1]).toMatchObject({ isOrganizer: false, uid: 'u@elsewhere.example' });
  });

  it('have the answers of their attendees, here and outside', async () => {
    const person = (address: string, response: string) => ({
      emailAddress: { address },
      status: { response },
    });
    const attendees = [person(BOB, 'accepted'), person('x@elsewhere.example', 'tentativelyAccepted')];
    const event = { ...times, subject: 'Answered', attendees };
    const { mailboxes } = await tenant.client.seed({
      mailboxes: [{ userPrincipalName: ANN, events: [event] }],
    });
    const seeded = await tenant.client.people.event(ANN, mailboxes[0]?.events[0] ?? '');
    expect(seeded.attendees).toMatchObject(attendees);
    const copies = await tenant.client.people.events(BOB);
    const copy = copies.find(({ subject }) => subject === 'Answered');
    expect(copy).toMatchObject({ responseStatus: { response: 'accepted' }, showAs: 'busy' });
    expect(await tenant.client.mail.read()).toEqual([]);
  });

  it('may come from a zone that Exchange does not know by name', async () => {
    const originalStartTimeZone = 'tzone://Microsoft/Custom';
    const event = { ...WEEKLY, originalStartTimeZone };
    const { mailboxes } = await tenant.client.seed({
      mailboxes: [{ userPrincipalName: ANN, events: [event] }],
    });
    const id = mailboxes[0]?.events[0] ?? '';
    expect(await tenant.client.people.event(ANN, id)).toMatchObject({
      originalStartTimeZone,
      recurrence: { range: { recurrenceTimeZone: originalStartTimeZone } },
      start: at('2026-08-03T07:00:00.0000000'),
    });
  });

  it('are refused with the words of what is wrong', async () => {
    const wrong = (event: Record<string, unknown>) =>
      tenant.client.seed({ mailboxes: [{ userPrincipalName: ANN, events: [event] }] });
    await expect(wrong({ subject: 'No times' })).rejects.toThrow('Event.Start');
    await expect(wrong({ ...WEEKLY, cancelled: ['2026-08-04'] })).rejects.toThrow(
      'no occurrence on 2026-08-04',
    );
  });

  it('have other ids and the same uids after the mailbox moved by export and import', async () => {
    const before = await tenant.client.people.events(ANN);
    await tenant.client.people.migrate(ANN);
    const after = await tenant.client.people.events(ANN);
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    expect(after.map(({ id }) => id)).not.toEqual(before.map(({ id }) => id));
    expect((await tenant.graph('GET', `/users/${ANN}/events/${before[0]?.id ?? ''}`)).status).toBe(404);
  });
});

describe('people', () => {
  it('change and delete one occurrence by its date, or the whole', async () => {
    const { people } = tenant.client;
    const series = await people.createEvent(BOB, WEEKLY);
    await people.editEvent(BOB, series.id, { subject: 'Special' }, '2026-08-10');
    await people.deleteEvent(BOB, series.id, '2026-08-03');
    await people.editEvent(BOB, series.id, { showAs: 'oof' });
    expect(await people.event(BOB, series.id)).toMatchObject({
      showAs: 'oof',
      cancelled: ['2026-08-03'],
      exceptions: [{ date: '2026-08-10', subject: 'Special' }],
    });
    await expect(people.deleteEvent(BOB, series.id, '2026-08-03')).rejects.toThrow('no occurrence');
    await people.deleteEvent(BOB, series.id);
    await expect(people.event(BOB, series.id)).rejects.toThrow('no event');
  });

  it('outside change and cancel what they organize', async () => {
    const { people } = tenant.client;
    const organizer = { address: 'x@elsewhere.example' };
    const series = await people.receiveInvitation(BOB, { ...WEEKLY, organizer });
    await people.updateInvitation(BOB, series.id, { subject: 'Moved on' });
    await people.updateInvitation(BOB, series.id, { subject: 'Special' }, '2026-08-10');
    await people.cancelInvitation(BOB, series.id, '2026-08-17');
    await people.cancelInvitation(BOB, series.id);
    expect(await people.event(BOB, series.id)).toMatchObject({
      subject: 'Moved on',
      isCancelled: true,
      cancelled: ['2026-08-17'],
      exceptions: [{ subject: 'Special' }],
    });
    expect(await tenant.client.mail.read()).toEqual([]);
  });

  it('see a week, and take an event back out of Deleted Items', async () => {
    const { people } = tenant.client;
    const series = await people.createEvent(BOB, { ...WEEKLY, subject: 'Seen' });
    const week = () => people.view(BOB, '2026-08-09T00:00:00Z', '2026-08-16T00:00:00Z');
    const seen = async () => (await week()).filter(({ subject }) => subject === 'Seen');
    expect(await seen()).toMatchObject([
      { date: '2026-08-10', seriesMasterId: series.id, type: 'occurrence' },
    ]);
    await people.deleteEvent(BOB, series.id);
    expect(await seen()).toEqual([]);
    await people.restoreEvent(BOB, series.id);
    expect(await seen()).toHaveLength(1);
  });
});
