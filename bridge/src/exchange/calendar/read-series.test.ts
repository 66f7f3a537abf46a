import { describe, expect, it } from 'vitest';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { startTenant } from '../testing/emulated-tenant.ts';
import { errorBody, membersOf, startFakeGraph } from '../testing/fake-graph.ts';
import { eventBody, hour, weekly } from './testing/event-bodies.ts';

async function startCalendar() {
  const { control, mailbox, seeded } = await startTenant();
  const { calendar } = mailbox;
  const series = async (id: string) => (await calendar.readSeries([as(id)])).get(as<ExchangeId>(id));
  return { control, people: control.people, owner: seeded.id, calendar, series };
}

describe('a series', () => {
  it('is read with its rule, its exceptions by original date and its cancelled dates', async () => {
    const { people, owner, series } = await startCalendar();
    const { id } = await people.createEvent(owner, weekly);
    const moved = { ...hour(11), subject: 'Moved' };
    await people.editEvent(owner, id, moved, '2031-03-10');
    await people.deleteEvent(owner, id, '2031-03-17');
    expect(await series(id)).toMatchObject({
      master: {
        id,
        type: 'seriesMaster',
        time: { start: '2031-03-03T08:00:00.000Z', end: '2031-03-03T09:00:00.000Z' },
        properties: { subject: 'Weekly' },
      },
      recurrence: {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'sunday' },
        range: { type: 'numbered', startDate: '2031-03-03', numberOfOccurrences: 6 },
      },
      zone: 'Europe/Berlin',
      exceptions: [
        {
          type: 'exception',
          masterId: id,
          originalDate: '2031-03-10',
          time: { start: '2031-03-11T08:00:00.000Z' },
          properties: { subject: 'Moved' },
        },
      ],
      cancelled: ['2031-03-17'],
    });
  });

  it('keys an exception by the date in its own zone, where that is another day than in UTC', async () => {
    const { people, owner, series } = await startCalendar();
    const at = (dateTime: string) => ({ dateTime, timeZone: 'Pacific Standard Time' });
    const evening = { start: at('2031-03-03T22:00:00'), end: at('2031-03-03T23:00:00') };
    const { id } = await people.createEvent(owner, { ...weekly, ...evening });
    await people.editEvent(owner, id, { subject: 'Late' }, '2031-03-10');
    await people.deleteEvent(owner, id, '2031-03-17');
    expect(await series(id)).toMatchObject({
      zone: 'America/Los_Angeles',
      exceptions: [{ originalDate: '2031-03-10', time: { start: '2031-03-11T05:00:00.000Z' } }],
      cancelled: ['2031-03-17'],
    });
  });

  it('that does not exist, or is a single event now, is null', async () => {
    const { people, owner, calendar } = await startCalendar();
    const single = await people.createEvent(owner, hour(3));
    const gone = await people.createEvent(owner, weekly);
    await people.deleteEvent(owner, gone.id);
    const ids = [single.id, gone.id].map((id) => as<ExchangeId>(id));
    expect([...(await calendar.readSeries(ids)).values()]).toEqual([null, null]);
  });
});

const rule = {
  pattern: {
    ...{ type: 'absoluteMonthly', interval: 2, dayOfMonth: 31, month: 0, daysOfWeek: [] },
    ...{ firstDayOfWeek: 'sunday', index: 'first' },
  },
  range: {
    ...{ type: 'noEnd', startDate: '2031-03-31', endDate: '0001-01-01', numberOfOccurrences: 0 },
    recurrenceTimeZone: 'tzone://Microsoft/Custom',
  },
};

describe('series of a scripted service', () => {
  const ids = ['a', 'b'].map((id) => as<ExchangeId>(id));
  const master = (id: string, more: object = {}) =>
    eventBody(id, { type: 'seriesMaster', recurrence: rule, exceptionOccurrences: [], ...more });
  const exception = (more: object) =>
    eventBody('e', {
      iCalUId: '040000008200E00074C5B7101A82E00807EF051FDA2B357D94B5D201000000000000000010000000EC4597557F',
      type: 'exception',
      seriesMasterId: 'a',
      originalStartTimeZone: 'Tokyo Standard Time',
      ...more,
    });

  async function read(...bodies: readonly object[]) {
    const graph = await startFakeGraph();
    graph.answer((request) => ({
      body: {
        responses: membersOf(request).map(({ id }, place) => ({ id, status: 200, body: bodies[place] })),
      },
    }));
    return { graph, series: await graph.mailbox.calendar.readSeries(ids.slice(0, bodies.length)) };
  }

  it('are asked for by what comes only when it is named', async () => {
    const { graph } = await read(master('a'), master('b'));
    const [first] = membersOf(graph.requests[0]);
    expect(decodeURIComponent(first?.url ?? '')).toMatch(
      /^\/users\/ada\/events\/a\?\$select=\S+,recurrence,cancelledOccurrences,exceptionOccurrences&\$expand=exceptionOccurrences$/,
    );
  });

  it('leave out what their rule does not use, and fall back to the zone that the master was made in', async () => {
    const { series } = await read(master('a'), master('b'));
    expect(series.get(as('a'))).toMatchObject({
      recurrence: {
        pattern: { type: 'absoluteMonthly', interval: 2, dayOfMonth: 31 },
        range: { type: 'noEnd', startDate: '2031-03-31' },
      },
      zone: 'America/Los_Angeles',
    });
    expect(Object.keys(series.get(as('a'))?.recurrence.pattern ?? {})).toHaveLength(3);
  });

  it('happen in the zone of their rule, which need not be that of the master', async () => {
    const range = { ...rule.range, recurrenceTimeZone: 'Tokyo Standard Time' };
    const { series } = await read(master('a', { recurrence: { ...rule, range } }), master('b'));
    expect(series.get(as('a'))).toMatchObject({
      zone: 'Asia/Tokyo',
      master: { zone: 'America/Los_Angeles' },
    });
  });

  it('take an original start in the zone of the series, not of the exception', async () => {
    const plain = exception({ iCalUId: null, originalStart: '2031-04-01T05:00:00Z' });
    const { series } = await read(master('a', { exceptionOccurrences: [plain] }), master('b'));
    expect(series.get(as('a'))?.exceptions).toMatchObject([{ originalDate: '2031-03-31' }]);
  });

  it('are left out when a part of them cannot be read, which would undo an exception', async () => {
    const plain = exception({ iCalUId: null });
    const odd = { ...rule, pattern: { ...rule.pattern, type: 'hourly' } };
    const { series } = await read(
      master('a', { exceptionOccurrences: [plain] }),
      master('b', { recurrence: odd }),
    );
    expect([...series]).toEqual([]);
  });

  it('have the exceptions of all pages', async () => {
    const graph = await startFakeGraph();
    const next = `${graph.url}/v1.0/next`;
    const page = { exceptionOccurrences: [exception({})], 'exceptionOccurrences@odata.nextLink': next };
    const second = exception({ id: 'f', iCalUId: null, occurrenceId: 'OID.a.2031-07-31' });
    graph.answer({ body: master('a', page) }, { body: { value: [second] } });
    const series = await graph.mailbox.calendar.readSeries(ids.slice(0, 1));
    expect(series.get(as('a'))?.exceptions.map(({ id, originalDate }) => [id, originalDate])).toEqual([
      ['e', '2031-05-31'],
      ['f', '2031-07-31'],
    ]);
  });

  it('have the exceptions among their instances where the service expands none', async () => {
    const graph = await startFakeGraph();
    const instances = [{ id: 'o', type: 'occurrence' }, exception({})];
    graph.answer({ body: master('a', { exceptionOccurrences: undefined }) }, { body: { value: instances } });
    const series = await graph.mailbox.calendar.readSeries(ids.slice(0, 1));
    expect(series.get(as('a'))?.exceptions.map(({ id }) => id)).toEqual(['e']);
    expect(graph.requests[1]?.url).toMatch(/^\/v1.0\/users\/ada\/events\/a\/instances\?startDateTime=/);
  });

  it('are null when they are deleted while they are read', async () => {
    const graph = await startFakeGraph();
    const gone = { status: 404, body: errorBody('ErrorItemNotFound') };
    graph.answer({ body: master('a', { exceptionOccurrences: undefined }) }, gone);
    expect([...(await graph.mailbox.calendar.readSeries(ids.slice(0, 1)))]).toEqual([['a', null]]);
  });

  it('lend their exceptions what those do not say', async () => {
    const bare = { ...exception({}), '@odata.etag': undefined, type: undefined, seriesMasterId: undefined };
    const { series } = await read(master('a', { exceptionOccurrences: [bare] }), master('b'));
    expect(series.get(as('a'))?.exceptions).toMatchObject([
      { etag: 'W/"a-1"', type: 'exception', masterId: 'a', originalDate: '2031-05-31' },
    ]);
  });
});
