import { expect, it } from 'vitest';
import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { newLink } from '../../domain/link.ts';
import { rekeyFollowing, rekeySeries } from './rekey-series.ts';
import { event } from './testing/samples.ts';

const master = as<ExchangeId>('master');
const link = (date: string) =>
  newLink(as<ExchangeId>(`master/${date}`), as<RecordId>(`record of ${date}`), 'Event');
const item = (date: string) => ({
  id: as<ExchangeId>(`master/${date}`),
  event: event(),
  time: { isAllDay: true, start: date, end: date } as const,
  series: { masterId: master, date },
});

it('gives the dates that are struck out the new ones, in order of time', () => {
  const moved = rekeySeries(
    [link('2026-03-17'), link('2026-03-03'), link('2026-03-10')],
    [item('2026-03-18'), item('2026-03-04'), item('2026-03-11')],
  );
  expect(moved.map(({ link: { recordId }, item: { id } }) => [recordId, id])).toEqual([
    ['record of 2026-03-03', 'master/2026-03-04'],
    ['record of 2026-03-10', 'master/2026-03-11'],
    ['record of 2026-03-17', 'master/2026-03-18'],
  ]);
});

it('leaves over what the other has no date for', () => {
  expect(rekeySeries([link('2026-03-03'), link('2026-03-10')], [item('2026-03-04')])).toHaveLength(1);
  expect(rekeySeries([link('2026-03-03')], [item('2026-03-04'), item('2026-03-11')])).toHaveLength(1);
  expect(rekeySeries([], [item('2026-03-04')])).toEqual([]);
});

it('takes a single event that became a series for its first date', () => {
  const single = newLink(master, as<RecordId>('record'), 'Event');
  expect(rekeySeries([single], [item('2026-03-11'), item('2026-03-04')])).toMatchObject([
    { item: { id: 'master/2026-03-04' } },
  ]);
});

const later = as<ExchangeId>('later');
const ofLater = (date: string, masterId = later) => ({
  ...item(date),
  id: as<ExchangeId>(`${masterId}/${date}`),
  series: { masterId, date },
});
const known =
  (changes: Record<string, object> = {}) =>
  (id: ExchangeId) => ({ subject: 'Weekly', organizer: 'ada@contoso.com', ...changes[id] });
const pairs = (moved: ReturnType<typeof rekeyFollowing>) =>
  moved.map(({ link: { recordId }, item: { id } }) => [recordId, id]);
const struck = [link('2026-03-10'), link('2026-03-17')];

it('lets the end of a series go on with the new one that has its rest, each date with its own first', () => {
  expect(pairs(rekeyFollowing(struck, [ofLater('2026-03-17'), ofLater('2026-03-24')], known()))).toEqual([
    ['record of 2026-03-17', 'later/2026-03-17'],
    ['record of 2026-03-10', 'later/2026-03-24'],
  ]);
});

it('guesses nothing: not from another subject or organiser, an earlier date, two series, or single events', () => {
  const items = [ofLater('2026-03-10'), ofLater('2026-03-17')];
  expect(rekeyFollowing(struck, items, known({ later: { subject: 'Other' } }))).toEqual([]);
  expect(rekeyFollowing(struck, items, known({ later: { organizer: 'bob@contoso.com' } }))).toEqual([]);
  expect(
    rekeyFollowing(struck, items, known({ master: { organizer: null }, later: { organizer: null } })),
  ).toEqual([]);
  expect(rekeyFollowing(struck, [ofLater('2026-03-03'), ...items], known())).toEqual([]);
  const third = ofLater('2026-03-10', as<ExchangeId>('third'));
  expect(rekeyFollowing(struck, [...items, third], known())).toEqual([]);
  expect(rekeyFollowing(struck, [{ ...items[0]!, series: null }], known())).toEqual([]);
  expect(rekeyFollowing([newLink(master, as<RecordId>('single'), 'Event')], items, known())).toEqual([]);
});
