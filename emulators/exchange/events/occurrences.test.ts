import { describe, expect, it } from 'vitest';
import { at, eventPath, useCalendar, WEEKLY, WINDOW } from './test-calendar.ts';
import type { Event } from './test-calendar.ts';

const calendar = useCalendar();

const instances = async (series: { id: string }, query = WINDOW) => {
  const answer = await calendar.graph('GET', `${eventPath(series)}/instances?$top=100&${query}`);
  expect(answer.status).toBe(200);
  return (answer.body.value as Event[]).toSorted((one, other) => (start(one) < start(other) ? -1 : 1));
};

const start = (event: Record<string, unknown>) => (event.start as { dateTime: string }).dateTime.slice(0, 16);

const occurrence = async (series: { id: string }, place: number) => {
  const found = (await instances(series))[place];
  if (!found) throw new Error(`no occurrence ${place}`);
  return found;
};

const patch = (event: { id: string }, body: object) => calendar.graph('PATCH', eventPath(event), body);

describe('the occurrences of a series', () => {
  it('are at the same wall clock time over a change of the clocks', async () => {
    const series = await calendar.create({
      ...WEEKLY,
      start: at('2026-10-19T09:00:00', 'Europe/Berlin'),
      end: at('2026-10-19T10:00:00', 'Europe/Berlin'),
      recurrence: {
        ...WEEKLY.recurrence,
        range: { type: 'numbered', startDate: '2026-10-19', numberOfOccurrences: 2 },
      },
    });
    const all = await instances(series, 'startDateTime=2026-10-01&endDateTime=2026-12-01');
    expect(all.map(start)).toEqual(['2026-10-19T07:00', '2026-10-26T08:00']);
  });

  it('are bounded by the window, and a window by five years', async () => {
    const series = await calendar.create({
      ...WEEKLY,
      recurrence: { ...WEEKLY.recurrence, range: { type: 'noEnd', startDate: '2026-08-03' } },
    });
    expect(await instances(series, 'startDateTime=2027-01-01&endDateTime=2027-02-01')).toHaveLength(4);
    const query = 'startDateTime=2027-01-01&endDateTime=2033-02-01';
    const refused = await calendar.graph('GET', `${eventPath(series)}/instances?${query}`);
    expect(refused.body.error?.message).toContain('Maximum number of years: 5');
  });

  it('have ids that stay when the series changes', async () => {
    const series = await calendar.create(WEEKLY);
    const before = (await instances(series)).map(({ id }) => id);
    await patch(series, { subject: 'Renamed' });
    expect((await instances(series)).map(({ id }) => id)).toEqual(before);
  });

  it('have an original start when it is selected, in whole minutes', async () => {
    const second = await occurrence(await calendar.create(WEEKLY), 1);
    const path = `${eventPath(second)}?$select=subject,originalStart`;
    const { body } = await calendar.graph('GET', path);
    expect(body).toMatchObject({ subject: 'Weekly', originalStart: '2026-08-10T07:00:00Z' });
  });
});

describe('an occurrence that is changed', () => {
  it('becomes an exception with an iCalUId and an occurrenceId of its original date', async () => {
    const series = await calendar.create(WEEKLY);
    const second = await occurrence(series, 1);
    const changed = await patch(second, { subject: 'Special' });
    expect(changed.body).toMatchObject({
      id: second.id,
      type: 'exception',
      subject: 'Special',
      seriesMasterId: series.id,
      occurrenceId: `OID.${series.id}.2026-08-10`,
      uid: series.uid,
    });
    expect((changed.body.iCalUId as string).slice(32, 40)).toBe('07EA080A');
    const expanded = await calendar.graph('GET', `${eventPath(series)}?$expand=exceptionOccurrences`);
    expect(expanded.body.exceptionOccurrences).toMatchObject([{ id: second.id, subject: 'Special' }]);
    const query = '?$select=subject,exceptionOccurrences&$expand=exceptionOccurrences';
    const selected = await calendar.graph('GET', eventPath(series) + query);
    expect(selected.body.exceptionOccurrences).toEqual([
      { '@odata.etag': changed.body['@odata.etag'], id: second.id, subject: 'Special' },
    ]);
  });

  it('keeps its own subject when the series is renamed, and follows it in the rest', async () => {
    const series = await calendar.create(WEEKLY);
    await patch(await occurrence(series, 1), { subject: 'Special' });
    await patch(series, { subject: 'Renamed', location: { displayName: 'Room 2' } });
    const all = await instances(series);
    expect(all.map(({ subject }) => subject)).toEqual([
      'Renamed',
      'Special',
      'Renamed',
      'Renamed',
      'Renamed',
    ]);
    expect(all[1]).toMatchObject({ location: { displayName: 'Room 2' } });
  });

  it('can move to another day, and again', async () => {
    const series = await calendar.create(WEEKLY);
    const second = await occurrence(series, 1);
    for (const day of ['11', '12'])
      await patch(second, { start: at(`2026-08-${day}T07:00:00`), end: at(`2026-08-${day}T08:00:00`) });
    expect((await instances(series)).map(start)).toEqual([
      '2026-08-03T07:00',
      '2026-08-12T07:00',
      '2026-08-17T07:00',
      '2026-08-24T07:00',
      '2026-08-31T07:00',
    ]);
  });

  it.each(['2026-08-17T07:30:00', '2026-08-18T07:00:00', '2026-08-03T06:30:00'])(
    'cannot move onto or over its neighbour, as to %s',
    async (to) => {
      const series = await calendar.create(WEEKLY);
      const hour = new Date(Date.parse(`${to}Z`) + 3_600_000).toISOString().slice(0, 19);
      const answer = await patch(await occurrence(series, 1), { start: at(to), end: at(hour) });
      expect([answer.status, answer.body.error?.code]).toEqual([400, 'ErrorOccurrenceCrossingBoundary']);
    },
  );

  it.each(['2026-08-17T07:00:00', '2026-08-03T07:00:00'])(
    'cannot move onto its neighbour where neither lasts any time, as to %s',
    async (to) => {
      const series = await calendar.create({ ...WEEKLY, end: WEEKLY.start });
      const answer = await patch(await occurrence(series, 1), { start: at(to), end: at(to) });
      expect([answer.status, answer.body.error?.code]).toEqual([400, 'ErrorOccurrenceCrossingBoundary']);
    },
  );

  it('cannot recur by itself', async () => {
    const second = await occurrence(await calendar.create(WEEKLY), 1);
    expect((await patch(second, { recurrence: WEEKLY.recurrence })).status).toBe(400);
  });
});

describe('an occurrence that is deleted', () => {
  it('is listed by the series as cancelled when asked for by name, and nowhere else', async () => {
    const series = await calendar.create(WEEKLY);
    const first = await occurrence(series, 0);
    expect((await calendar.graph('DELETE', eventPath(first))).status).toBe(204);
    expect((await calendar.graph('GET', eventPath(first))).status).toBe(404);
    expect((await instances(series)).map(start)).not.toContain('2026-08-03T07:00');
    const whole = await calendar.graph('GET', eventPath(series));
    expect(whole.body).not.toHaveProperty('cancelledOccurrences');
    const selected = await calendar.graph('GET', `${eventPath(series)}?$select=cancelledOccurrences`);
    expect(selected.body.cancelledOccurrences).toEqual([`OID.${series.id}.2026-08-03`]);
  });

  it('counts among a numbered series', async () => {
    const range = { type: 'numbered', startDate: '2026-08-03', numberOfOccurrences: 3 };
    const series = await calendar.create({ ...WEEKLY, recurrence: { ...WEEKLY.recurrence, range } });
    await calendar.graph('DELETE', eventPath(await occurrence(series, 0)));
    expect(await instances(series)).toHaveLength(2);
  });
});

describe('a series that is changed as a whole', () => {
  const changed = async () => {
    const series = await calendar.create(WEEKLY);
    await patch(await occurrence(series, 1), { subject: 'Special' });
    await calendar.graph('DELETE', eventPath(await occurrence(series, 2)));
    return series;
  };
  const tuesdays = {
    ...WEEKLY,
    start: at('2026-08-04T09:00:00', 'Europe/Berlin'),
    end: at('2026-08-04T10:00:00', 'Europe/Berlin'),
    recurrence: {
      pattern: { ...WEEKLY.recurrence.pattern, daysOfWeek: ['tuesday'] },
      range: { ...WEEKLY.recurrence.range, startDate: '2026-08-04' },
    },
  };

  it('drops exceptions and cancelled dates with a new pattern', async () => {
    const series = await changed();
    await patch(series, tuesdays);
    const all = await instances(series);
    expect(all.map(start)).toEqual(['04', '11', '18', '25'].map((day) => `2026-08-${day}T07:00`));
    expect(all.every(({ type }) => type === 'occurrence')).toBe(true);
  });

  it('drops them also where the new pattern has their dates again', async () => {
    const series = await changed();
    const daily = { ...WEEKLY.recurrence, pattern: { type: 'daily', interval: 7 } };
    await patch(series, { recurrence: daily });
    expect((await instances(series)).map(({ subject }) => subject)).toEqual(Array<string>(5).fill('Weekly'));
  });

  it('keeps them with a new time of day, unless switched otherwise', async () => {
    const later = {
      start: at('2026-08-03T11:00:00', 'Europe/Berlin'),
      end: at('2026-08-03T12:00:00', 'Europe/Berlin'),
    };
    const series = await changed();
    await patch(series, later);
    expect((await instances(series)).map(({ subject }) => subject)).toEqual([
      'Weekly',
      'Special',
      'Weekly',
      'Weekly',
    ]);
    expect((await instances(series)).map(start)[1]).toBe('2026-08-10T09:00');
    await calendar.tenant.client.settings.change({ quirks: { exceptionsDroppedBy: 'patternOrTime' } });
    await patch(series, WEEKLY);
    expect((await instances(series)).map(({ subject }) => subject)).toEqual(Array<string>(5).fill('Weekly'));
  });

  it('keeps those within a range that only ends earlier', async () => {
    const series = await changed();
    const range = { ...WEEKLY.recurrence.range, endDate: '2026-08-10' };
    await patch(series, { recurrence: { ...WEEKLY.recurrence, range } });
    expect((await instances(series)).map(({ subject }) => subject)).toEqual(['Weekly', 'Special']);
  });

  it('cannot start on another day without its recurrence', async () => {
    const series = await calendar.create(WEEKLY);
    const answer = await patch(series, { start: tuesdays.start, end: tuesdays.end });
    expect(answer.body.error?.code).toBe('ErrorInvalidRecurrenceRange');
  });
});
