import { describe, expect, it } from 'vitest';
import { at, eventPath, useCalendar, WEEKLY, WINDOW } from './test-calendar.ts';
import type { Event } from './test-calendar.ts';

const calendar = useCalendar();
const view = `/calendarView/delta?${WINDOW}`;
const first = () => calendar.round(view);
const BERLIN = 'outlook.timezone="Europe/Berlin"';

const kinds = (items: Event[]) => items.map((item) => (item['@removed'] ? 'removed' : String(item.type)));

const september = { start: at('2026-09-10T09:00:00'), end: at('2026-09-10T10:00:00') };

const second = async (series: { id: string }) => {
  const { body } = await calendar.graph('GET', `${eventPath(series)}/instances?${WINDOW}`);
  const found = (body.value as Event[]).find((one) => JSON.stringify(one.start).includes('08-10'));
  if (!found) throw new Error('no second occurrence');
  return found;
};

describe('a calendar view', () => {
  it('has full occurrences, exceptions and single events, and no series', async () => {
    const series = await calendar.create(WEEKLY);
    await calendar.create({ subject: 'Single' });
    await calendar.create(september);
    await calendar.graph('PATCH', eventPath(await second(series)), { subject: 'Special' });
    const { body } = await calendar.graph('GET', `/calendarView?$top=50&${WINDOW}`);
    expect(body.value?.map(({ subject, type }) => `${String(type)} ${String(subject)}`).toSorted()).toEqual([
      'exception Special',
      ...Array<string>(4).fill('occurrence Weekly'),
      'singleInstance Single',
    ]);
  });

  it.each([
    ['', 'requires a time window'],
    ['?startDateTime=2020-01-01&endDateTime=2026-01-01', 'Maximum number of days: 1825'],
    ['?startDateTime=2020-01-01&endDateTime=soon', 'EndDateTime'],
  ])('with the window %j is refused', async (query, message) => {
    const answer = await calendar.graph('GET', `/calendarView${query}`);
    expect([answer.status, answer.body.error?.message.includes(message)]).toEqual([400, true]);
  });
});

describe('the first round of a calendar view delta', () => {
  it('tells series and single events in full, and occurrences with nothing but their times', async () => {
    const series = await calendar.create(WEEKLY);
    await calendar.create({ subject: 'Single' });
    await calendar.create(september);
    const { items } = await calendar.round(view, `odata.maxpagesize=50, ${BERLIN}`);
    expect(kinds(items)).toEqual(['seriesMaster', ...Array<string>(5).fill('occurrence'), 'singleInstance']);
    const occurrence = items[2] ?? { id: '' };
    expect(Object.keys(occurrence).toSorted()).toEqual(
      ['@odata.etag', '@odata.type', 'end', 'id', 'seriesMasterId', 'start', 'type'].toSorted(),
    );
    expect(occurrence).toMatchObject({
      seriesMasterId: series.id,
      start: at('2026-08-10T09:00:00.0000000', 'W. Europe Standard Time'),
    });
    expect(occurrence['@odata.etag']).toMatch(/^W\/"DwAAABYA/);
    expect(items[0]?.start).toEqual(at('2026-08-03T09:00:00.0000000', 'Europe/Berlin'));
  });

  it('tells exceptions in full, with the etag of their series', async () => {
    const series = await calendar.create(WEEKLY);
    await calendar.graph('PATCH', eventPath(await second(series)), { subject: 'Special' });
    const { items } = await first();
    const exception = items.find(({ type }) => type === 'exception');
    const master = items.find(({ type }) => type === 'seriesMaster');
    expect(exception).toMatchObject({ subject: 'Special', occurrenceId: `OID.${series.id}.2026-08-10` });
    expect(exception?.['@odata.etag']).toBe(master?.['@odata.etag']);
  });

  it('never parts a series over pages', async () => {
    await calendar.create({ subject: 'Single' });
    await calendar.create(WEEKLY);
    await calendar.create({ subject: 'Last' });
    const { pages } = await calendar.round(view, 'odata.maxpagesize=2');
    expect(pages.map((page) => page.length)).toEqual([7, 1]);
  });

  it('begins with an empty page where that is switched on', async () => {
    await calendar.create();
    await calendar.tenant.client.settings.change({ quirks: { deltaEmptyFirstPage: true } });
    expect((await first()).pages.map((page) => page.length)).toEqual([0, 1]);
  });

  it('repeats the last item of the page before where that is switched on', async () => {
    for (const subject of ['A', 'B', 'C']) await calendar.create({ subject });
    await calendar.tenant.client.settings.change({ quirks: { deltaReplays: true } });
    const { pages } = await calendar.round(view, 'odata.maxpagesize=2');
    expect(pages.map((page) => page.map(({ subject }) => subject))).toEqual([
      ['A', 'B'],
      ['B', 'C'],
    ]);
  });

  it('takes no query options, but ignores $select unless switched otherwise', async () => {
    const status = async (option: string) => (await calendar.graph('GET', `${view}&${option}`)).status;
    expect(await status('$top=5')).toBe(400);
    expect(await status('$filter=isAllDay eq true')).toBe(400);
    expect(await status('$expand=instances')).toBe(500);
    expect(await status('$select=subject')).toBe(200);
    await calendar.tenant.client.settings.change({ quirks: { viewDeltaSelect: 'refuse' } });
    expect(await status('$select=subject')).toBe(400);
  });

  it('can be asked of the calendar by its id', async () => {
    await calendar.create();
    const { body } = await calendar.graph('GET', '/calendars');
    const id = encodeURIComponent(String(body.value?.[0]?.id));
    const round = await calendar.round(`/calendars/${id}${view}`);
    expect(round.items).toHaveLength(1);
    expect((await calendar.round(round.deltaLink)).items).toEqual([]);
  });
});

describe('a later round', () => {
  it('tells what changed and has a new deltaLink even when nothing did', async () => {
    const event = await calendar.create();
    await calendar.create();
    const one = await first();
    await calendar.graph('PATCH', eventPath(event), { subject: 'Changed' });
    const two = await calendar.round(one.deltaLink);
    expect(two.items.map(({ subject }) => subject)).toEqual(['Changed']);
    const three = await calendar.round(two.deltaLink);
    expect(three.items).toEqual([]);
    expect(three.deltaLink).not.toBe(two.deltaLink);
  });

  it('has the window of the first, and shows what lies outside it as deleted', async () => {
    const event = await calendar.create();
    const { deltaLink } = await first();
    const outside = await calendar.create(september);
    await calendar.graph('PATCH', eventPath(event), september);
    const { items } = await calendar.round(`${deltaLink}&startDateTime=2026-01-01&endDateTime=2026-12-31`);
    expect(kinds(items)).toEqual(['removed', 'removed']);
    expect(items.map(({ id }) => id)).toEqual([outside.id, event.id]);
    expect((await calendar.graph('GET', eventPath(event))).status).toBe(200);
  });

  it('tells a deletion by the id alone', async () => {
    const event = await calendar.create();
    const { deltaLink } = await first();
    await calendar.graph('DELETE', eventPath(event));
    expect((await calendar.round(deltaLink)).items).toEqual([
      { '@odata.type': '#microsoft.graph.event', id: event.id, '@removed': { reason: 'deleted' } },
    ]);
  });

  it('has no tombstone for a cancelled occurrence, only the series without it', async () => {
    const series = await calendar.create(WEEKLY);
    const gone = await second(series);
    const { deltaLink } = await first();
    await calendar.graph('DELETE', eventPath(gone));
    const { items } = await calendar.round(deltaLink);
    expect(kinds(items)).toEqual(['seriesMaster', ...Array<string>(4).fill('occurrence')]);
    expect(items.map(({ id }) => id)).not.toContain(gone.id);
  });

  it('tells a deleted series by tombstones of the series and its exceptions', async () => {
    const series = await calendar.create(WEEKLY);
    const exception = await second(series);
    await calendar.graph('PATCH', eventPath(exception), { subject: 'Special' });
    const { deltaLink } = await first();
    await calendar.graph('DELETE', eventPath(series));
    const { items } = await calendar.round(deltaLink);
    expect(kinds(items)).toEqual(['removed', 'removed']);
    expect(items.map(({ id }) => id).toSorted()).toEqual([series.id, exception.id].toSorted());
  });

  it('shows an exception as deleted that moved out of the window', async () => {
    const series = await calendar.create(WEEKLY);
    const { body } = await calendar.graph('GET', `${eventPath(series)}/instances?${WINDOW}`);
    const last = (body.value as Event[]).find((one) => JSON.stringify(one.start).includes('08-31'));
    const { deltaLink } = await first();
    await calendar.graph('PATCH', eventPath(last ?? { id: '' }), {
      start: at('2026-09-02T07:00:00'),
      end: at('2026-09-02T08:00:00'),
    });
    const { items } = await calendar.round(deltaLink);
    expect(items.filter((item) => item['@removed']).map(({ id }) => id)).toEqual([last?.id]);
  });

  it('tells the whole series when one exception changes, or by a switch only that, and by another no series', async () => {
    const series = await calendar.create(WEEKLY);
    const exception = await second(series);
    let { deltaLink } = await first();
    const change = async (subject: string) => {
      await calendar.graph('PATCH', eventPath(exception), { subject });
      const round = await calendar.round(deltaLink);
      ({ deltaLink } = round);
      return kinds(round.items);
    };
    expect(await change('A')).toEqual([
      'seriesMaster',
      'occurrence',
      'exception',
      'occurrence',
      'occurrence',
      'occurrence',
    ]);
    await calendar.tenant.client.settings.change({ quirks: { viewDeltaWholeSeries: false } });
    expect(await change('B')).toEqual(['seriesMaster', 'exception']);
    await calendar.tenant.client.settings.change({ quirks: { viewDeltaMastersMissing: true } });
    expect(await change('C')).toEqual(['exception']);
  });

  it('dies with its generation: 410 for all but the newest three', async () => {
    await calendar.create();
    const old = (await first()).deltaLink;
    for (let n = 0; n < 3; n += 1) await first();
    const answer = await calendar.graph('GET', old);
    expect([answer.status, answer.body.error?.code]).toEqual([410, 'SyncStateNotFound']);
    await calendar.tenant.client.purgeCursors();
    expect((await calendar.graph('GET', (await first()).deltaLink)).status).toBe(200);
  });

  it('refuses a token that is none, or of another mailbox', async () => {
    const { deltaLink } = await first();
    const garbage = await calendar.graph('GET', '/calendarView/delta?$deltatoken=nonsense');
    const others = await calendar.graph('GET', deltaLink.replace('ann%40', 'bob%40'));
    expect([garbage.status, others.status]).toEqual([400, 400]);
  });
});
