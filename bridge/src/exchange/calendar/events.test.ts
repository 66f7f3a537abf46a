import { describe, expect, it } from 'vitest';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { startTenant } from '../testing/emulated-tenant.ts';
import { errorBody, startFakeGraph } from '../testing/fake-graph.ts';
import { eventTimes } from '../../domain/event-times.ts';
import { eventBody, hour, weekly } from './testing/event-bodies.ts';

const window = { from: '2031-03-01T00:00:00Z', until: '2031-04-15T00:00:00Z' };

async function startCalendar() {
  const { control, mailbox, seeded } = await startTenant();
  const people = control.people;
  const owner = seeded.id;
  return { control, people, owner, calendar: mailbox.calendar, events: () => people.events(owner) };
}

const fresh = (marker: string, more: object = {}) => ({
  properties: { ...hour(3), subject: marker, ...more },
  marker,
  transactionId: `tandem-${marker}`,
});

function done<Done>(outcome: Outcome<Done> | undefined): Done {
  if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
  return outcome.done;
}

describe('creating events', () => {
  it('marks them, so that they are found by their records', async () => {
    const { people, owner, calendar } = await startCalendar();
    await people.createEvent(owner, hour(4));
    const outcomes = await calendar.createEvents([fresh('00U1'), fresh('00U2', weekly)]);
    const [single, series] = outcomes.map((outcome) => done(outcome));
    expect([single?.type, series?.type]).toEqual(['singleInstance', 'seriesMaster']);
    expect(await calendar.readMarkers()).toEqual(
      new Map([
        [single?.id, '00U1'],
        [series?.id, '00U2'],
      ]),
    );
    expect((await calendar.findByMarker('00U2')).map(({ id }) => id)).toEqual([series?.id]);
    expect(await calendar.findByMarker("00U'")).toEqual([]);
    const read = await calendar.readEvents([as<ExchangeId>(single?.id ?? '')]);
    expect([...read.values()]).toMatchObject([
      { marker: '00U1', event: { properties: { subject: '00U1' } } },
    ]);
  });

  it('does not find a series by its exceptions', async () => {
    const { control, people, owner, calendar } = await startCalendar();
    await control.settings.change({ quirks: { eventsListExceptions: true } });
    const [series] = await calendar.createEvents([fresh('00U1', weekly)]);
    const { id } = done(series);
    await people.editEvent(owner, id, { subject: 'Special' }, '2031-03-10');
    expect([...(await calendar.readMarkers()).keys()]).toEqual([id]);
    expect(await calendar.findByMarker('00U1')).toHaveLength(1);
  });

  it('writes the clock of a zone, which a series keeps over the change of the clocks', async () => {
    const { calendar } = await startCalendar();
    const time = {
      isAllDay: false,
      start: '2031-03-24T08:00:00.000Z',
      end: '2031-03-24T09:00:00.000Z',
    } as const;
    const { pattern } = weekly.recurrence;
    const range = { type: 'numbered', startDate: '2031-03-24', numberOfOccurrences: 2 };
    const times = eventTimes(time, 'Europe/Berlin');
    const [series] = await calendar.createEvents([
      fresh('00U1', { ...times, recurrence: { pattern, range } }),
    ]);
    const { id, zone } = done(series);
    expect(zone).toBe('Europe/Berlin');
    const instances = await calendar.occurrenceIds(id, window);
    const changed = await calendar.updateEvents(
      [...instances.values()].map((instance) => ({
        id: instance,
        etag: null,
        properties: { showAs: 'free' },
      })),
    );
    expect(changed.map((outcome) => done(outcome).time.start).toSorted()).toEqual([
      '2031-03-24T08:00:00.000Z',
      '2031-03-31T07:00:00.000Z',
    ]);
  });

  it('leaves it unknown when the answer was lost, and makes no second one when it is asked again', async () => {
    const { control, calendar, events } = await startCalendar();
    await control.faults.add({ match: { method: 'POST', path: '/events' }, effect: { kind: 'lostAnswer' } });
    const [lost] = await calendar.createEvents([fresh('00U1')]);
    expect(lost).toEqual({ ok: false, refusal: { kind: 'unknown' } });
    const [outcome] = await calendar.createEvents([fresh('00U1')]);
    expect((await events()).map(({ id }) => id)).toEqual([done(outcome).id]);
  });

  it('leaves it unknown when no answer comes at all', async () => {
    const graph = await startFakeGraph();
    graph.answer(...Array.from({ length: 10 }, () => ({ cut: true })));
    const [outcome] = await graph.mailbox.calendar.createEvents([fresh('00U1')]);
    expect(outcome).toEqual({ ok: false, refusal: { kind: 'unknown' } });
    expect(
      new Set(graph.requests.map(({ body }) => (body as { transactionId: string }).transactionId)),
    ).toEqual(new Set(['tandem-00U1']));
  });

  it('tells why one is refused, and makes the others', async () => {
    const { calendar } = await startCalendar();
    const { start, end } = hour(3);
    const outcomes = await calendar.createEvents([fresh('00U1', { start: end, end: start }), fresh('00U2')]);
    expect(outcomes).toMatchObject([
      { ok: false, refusal: { kind: 'refused', code: 'ErrorPropertyValidationFailure' } },
      { ok: true },
    ]);
  });
});

describe('changing events', () => {
  it('is stale by the etag of the create, which moves again, and works by a fresh one', async () => {
    const { control, calendar } = await startCalendar();
    const [outcome] = await calendar.createEvents([fresh('00U1')]);
    const { id, etag } = done(outcome);
    await control.clock.change({ advance: 60 });
    const patch = async (version: string | undefined) =>
      calendar.updateEvents([{ id, etag: version ?? null, properties: { subject: 'New' } }]);
    expect(await patch(etag)).toEqual([{ ok: false, refusal: { kind: 'stale' } }]);
    const read = (await calendar.readEvents([id])).get(id);
    expect(done((await patch(read?.event.etag))[0])).toMatchObject({ properties: { subject: 'New' } });
  });

  it('changes one occurrence by its own id, which is then an exception', async () => {
    const { people, owner, calendar } = await startCalendar();
    const { id } = await people.createEvent(owner, weekly);
    const instances = await calendar.occurrenceIds(as(id), window);
    expect([...instances.keys()].toSorted()).toEqual([
      '2031-03-03',
      '2031-03-10',
      '2031-03-17',
      '2031-03-24',
      '2031-03-31',
      '2031-04-07',
    ]);
    const second = instances.get('2031-03-10') ?? as<ExchangeId>('');
    const [outcome] = await calendar.updateEvents([{ id: second, etag: null, properties: hour(11) }]);
    expect(done(outcome)).toMatchObject({ type: 'exception', masterId: id, originalDate: '2031-03-10' });
    expect((await calendar.occurrenceIds(as(id), window)).has('2031-03-10')).toBe(false);
  });

  it('is not repeated without an etag, since people could be mailed twice', async () => {
    const graph = await startFakeGraph();
    graph.answer({ cut: true }, { cut: true }, { body: eventBody('a') });
    const patch = { id: as<ExchangeId>('a'), properties: { subject: 'New' } };
    const unknown = [{ ok: false, refusal: { kind: 'unknown' } }];
    expect(await graph.mailbox.calendar.updateEvents([{ ...patch, etag: null }])).toEqual(unknown);
    expect(await graph.mailbox.calendar.updateEvents([{ ...patch, etag: 'W/"1"' }])).toMatchObject([
      { ok: true },
    ]);
  });

  it('names the properties that a refusal names', async () => {
    const graph = await startFakeGraph();
    const message = "Cannot convert the value of property 'showAs' to the expected type.";
    graph.answer({ status: 400, body: errorBody('RequestBodyRead', message) });
    const patch = { id: as<ExchangeId>('a'), etag: null, properties: { showAs: 'away' } };
    expect(await graph.mailbox.calendar.updateEvents([patch])).toMatchObject([
      { refusal: { kind: 'refused', fields: ['showAs'] } },
    ]);
  });
});

describe('the instances of a series', () => {
  it('are named by the date inside their iCalUId, whatever their zone is called', async () => {
    const graph = await startFakeGraph();
    const iCalUId = '040000008200E00074C5B7101A82E00807EF030AC59E58148916DD0100000000';
    const zone = { originalStart: '2031-03-11T02:00:00Z', originalStartTimeZone: 'tzone://Microsoft/Custom' };
    graph.answer({ body: { value: [{ id: 'o', iCalUId, ...zone }] } });
    const instances = await graph.mailbox.calendar.occurrenceIds(as('a'), window);
    expect([...instances]).toEqual([['2031-03-10', 'o']]);
    expect(graph.requests[0]?.url).toContain('$select=type,iCalUId,originalStart,');
  });

  it('are none when the series does not exist, and a fault when their date is not told', async () => {
    const graph = await startFakeGraph();
    graph.answer(
      { status: 404, body: errorBody('ErrorItemNotFound') },
      { body: { value: [{ id: 'o', originalStart: null }] } },
    );
    expect((await graph.mailbox.calendar.occurrenceIds(as('a'), window)).size).toBe(0);
    await expect(graph.mailbox.calendar.occurrenceIds(as('a'), window)).rejects.toMatchObject({
      code: 'TDM-X-ANSWER',
    });
  });
});

describe('deleting events', () => {
  it.each([400, 410])(
    'that are refused with %i looks for them, and is done when they are not there',
    async (status) => {
      const graph = await startFakeGraph();
      const refused = { status, body: errorBody('ErrorInvalidRequest') };
      const doomed = [{ id: as<ExchangeId>('a'), etag: null }];
      graph.answer(refused, { status: 404, body: errorBody('ErrorItemNotFound') }, refused, {
        body: { id: 'a' },
      });
      expect(await graph.mailbox.calendar.deleteEvents(doomed)).toEqual([{ ok: true, done: null }]);
      expect(await graph.mailbox.calendar.deleteEvents(doomed)).toMatchObject([
        { refusal: { kind: 'refused' } },
      ]);
    },
  );

  it.each(['invalidRequest', 'notFound'] as const)(
    'is done when they are gone already (%s)',
    async (answer) => {
      const { control, people, owner, calendar, events } = await startCalendar();
      await control.settings.change({ quirks: { secondEventDelete: answer } });
      const { id } = await people.createEvent(owner, hour(3));
      const doomed = [{ id: as<ExchangeId>(id), etag: null }];
      expect(await calendar.deleteEvents(doomed)).toEqual([{ ok: true, done: null }]);
      expect(await events()).toEqual([]);
      expect(await calendar.deleteEvents(doomed)).toEqual([{ ok: true, done: null }]);
    },
  );

  it('is stale by an old etag', async () => {
    const { people, owner, calendar } = await startCalendar();
    const { id } = await people.createEvent(owner, hour(3));
    expect(await calendar.deleteEvents([{ id: as(id), etag: 'W/"other"' }])).toEqual([
      { ok: false, refusal: { kind: 'stale' } },
    ]);
  });

  it('cancels one occurrence by its own id', async () => {
    const { people, owner, calendar } = await startCalendar();
    const { id } = await people.createEvent(owner, weekly);
    const second = (await calendar.occurrenceIds(as(id), window)).get('2031-03-10') ?? as<ExchangeId>('');
    await calendar.deleteEvents([{ id: second, etag: null }]);
    expect((await calendar.readSeries([as(id)])).get(as(id))?.cancelled).toEqual(['2031-03-10']);
  });
});

describe('the calendar of a mailbox', () => {
  it('has the zone of the mailbox, or UTC where the app may not ask for it', async () => {
    const berlin = { userPrincipalName: 'bob@contoso.example', timeZone: 'W. Europe Standard Time' };
    const { control, open } = await startTenant([], { others: [berlin] });
    const { calendar } = open('bob@contoso.example');
    expect(await calendar.zone()).toBe('Europe/Berlin');
    await control.faults.add({
      match: { path: '/mailboxSettings' },
      effect: { kind: 'status', status: 403, body: errorBody('ErrorAccessDenied') },
    });
    expect(await calendar.zone()).toBe('UTC');
  });

  it('may be written or not, which changes nothing and mails nobody', async () => {
    const { control, calendar, people, owner } = await startCalendar();
    await people.createEvent(owner, hour(3));
    const before = await control.state();
    expect(await calendar.mayWrite()).toBe(true);
    expect((await control.state()).mailboxes).toEqual(before.mailboxes);
    const body = errorBody('ErrorAccessDenied');
    await control.faults.add({ match: { method: 'PATCH' }, effect: { kind: 'status', status: 403, body } });
    expect(await calendar.mayWrite()).toBe(false);
  });
});
