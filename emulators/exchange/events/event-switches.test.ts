import { describe, expect, it } from 'vitest';
import type { Quirks } from '../settings.ts';
import { ANN, at, BOB, eventPath, useCalendar, WEEKLY, WINDOW } from './test-calendar.ts';
import type { Event } from './test-calendar.ts';

const calendar = useCalendar();
const set = (quirks: Partial<Quirks>) => calendar.tenant.client.settings.change({ quirks });

describe('switches of events', () => {
  it('recurrenceStart accepts a range that starts on another day, and the series begins there', async () => {
    const range = { ...WEEKLY.recurrence.range, startDate: '2026-08-04' };
    const pattern = { ...WEEKLY.recurrence.pattern, daysOfWeek: ['tuesday'] };
    const event = { ...WEEKLY, recurrence: { pattern, range } };
    expect((await calendar.graph('POST', '/events', event)).status).toBe(400);
    await set({ recurrenceStart: 'accept' });
    expect((await calendar.create(event)).start).toEqual(at('2026-08-04T07:00:00.0000000'));
  });

  it('relativeSeveralDays reads a month’s days together or each for itself', async () => {
    const pattern = {
      type: 'relativeMonthly',
      interval: 1,
      daysOfWeek: ['monday', 'tuesday'],
      index: 'first',
    };
    const series = await calendar.create({
      ...WEEKLY,
      recurrence: { pattern, range: { type: 'noEnd', startDate: '2026-08-03' } },
    });
    const count = async () =>
      (await calendar.graph('GET', `${eventPath(series)}/instances?${WINDOW}`)).body.value?.length;
    expect(await count()).toBe(1);
    await set({ relativeSeveralDays: 'each' });
    expect(await count()).toBe(2);
  });

  it('exceptionsDroppedBy nothing keeps exceptions whose date a new pattern still has', async () => {
    await set({ exceptionsDroppedBy: 'nothing' });
    const series = await calendar.create(WEEKLY);
    await calendar.tenant.client.people.editEvent(ANN, series.id, { subject: 'Special' }, '2026-08-10');
    const daily = { ...WEEKLY.recurrence, pattern: { type: 'daily', interval: 7 } };
    await calendar.graph('PATCH', eventPath(series), { recurrence: daily });
    const { exceptions } = await calendar.tenant.client.people.event(ANN, series.id);
    expect(exceptions).toMatchObject([{ date: '2026-08-10', subject: 'Special' }]);
  });

  it('joinBlockLost keepsMeeting leaves the meeting online', async () => {
    await set({ joinBlockLost: 'keepsMeeting' });
    const event = await calendar.create({ isOnlineMeeting: true });
    const body = { body: { contentType: 'text', content: 'gone' } };
    expect((await calendar.graph('PATCH', eventPath(event), body)).body.isOnlineMeeting).toBe(true);
  });

  it('attendeeCopyEdits keep lets an attendee rename the own copy, until the organizer’s next change', async () => {
    await set({ attendeeCopyEdits: 'keep' });
    const made = await calendar.create({ attendees: [{ emailAddress: { address: BOB } }] });
    const copy = async () =>
      (await calendar.graph('GET', '/events', undefined, { user: BOB })).body.value?.[0] as Event;
    await calendar.graph('PATCH', eventPath(await copy()), { subject: 'Mine' }, { user: BOB });
    expect((await copy()).subject).toBe('Mine');
    await calendar.graph('PATCH', eventPath(made), { location: { displayName: 'Room' } });
    expect((await copy()).subject).toBe('Event');
  });

  it('secondEventDelete notFound answers 404', async () => {
    await set({ secondEventDelete: 'notFound' });
    const event = await calendar.create();
    await calendar.graph('DELETE', eventPath(event));
    expect((await calendar.graph('DELETE', eventPath(event))).status).toBe(404);
  });

  it('eventsListExceptions puts exceptions into the list of events', async () => {
    const series = await calendar.create(WEEKLY);
    await calendar.tenant.client.people.editEvent(ANN, series.id, { subject: 'Special' }, '2026-08-10');
    const types = async () => (await calendar.graph('GET', '/events')).body.value?.map(({ type }) => type);
    expect(await types()).toEqual(['seriesMaster']);
    await set({ eventsListExceptions: true });
    expect(await types()).toEqual(['seriesMaster', 'exception']);
  });

  it('changeKeyDriftOnEvents off leaves the change key of a create alone', async () => {
    await set({ changeKeyDriftOnEvents: false });
    const event = await calendar.create();
    await calendar.tenant.client.clock.change({ advance: 60 });
    expect((await calendar.graph('GET', eventPath(event))).body.changeKey).toBe(event.changeKey);
  });

  it('idForms refuses an event by an id of the other form', async () => {
    const event = await calendar.create();
    const prefer = { prefer: 'outlook.timezone="UTC"' };
    const path = `/users/${ANN}${eventPath(event)}`;
    expect((await calendar.tenant.graph('GET', path, undefined, prefer)).status).toBe(400);
    await set({ idForms: 'tolerant' });
    expect((await calendar.tenant.graph('GET', path, undefined, prefer)).body.id).not.toBe(event.id);
  });
});
