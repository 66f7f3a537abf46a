import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EmulatedOrg } from '../testing/emulated-org.ts';
import { startOrg } from '../testing/emulated-org.ts';
import type { NewEvent } from './salesforce-events.ts';

let org: EmulatedOrg;
beforeEach(async () => {
  org = await startOrg();
  await org.salesforce.signIn();
});
afterEach(() => org.close());

const hour = { isAllDay: false, start: '2031-05-01T09:00:00.000Z', end: '2031-05-01T10:00:00.000Z' } as const;
const days = { isAllDay: true, start: '2031-05-01', end: '2031-05-03' } as const;
const event = (key: string, fields: NewEvent['fields'] = {}): NewEvent => ({
  key,
  fields: {
    Subject: key,
    IsAllDayEvent: false,
    StartDateTime: hour.start,
    DurationInMinutes: 60,
    ...fields,
  },
});
const twoDays = { IsAllDayEvent: true, StartDateTime: '2031-05-01T00:00:00Z', DurationInMinutes: 2880 };
const create = async (...events: readonly NewEvent[]) =>
  (await org.salesforce.events.create(events)).map((outcome) => (outcome.ok ? outcome.done : outcome));

describe('events of an org', () => {
  it('have the time that they were created with, all-day ones an exclusive end', async () => {
    await create(event('timed'), event('dates', twoDays));
    const { events } = await org.salesforce.events.readChanged(null);
    const times = new Map(events.map(({ key, time }) => [key, time]));
    expect(times).toEqual(
      new Map<string, typeof hour | typeof days>([
        ['timed', hour],
        ['dates', days],
      ]),
    );
  });

  it('are unknown when the answer to their create is lost, are not made twice, and are found by their keys', async () => {
    await org.control('POST', 'faults', {
      match: { method: 'POST', path: '/composite/sobjects$', member: true },
      effect: { kind: 'lostAnswer' },
    });
    expect(await create(event('lost'))).toEqual([{ ok: false, refusal: { kind: 'unknown' } }]);
    expect(await org.salesforce.events.findByKeys(['lost', 'other'])).toMatchObject([{ key: 'lost' }]);
  });

  it('are refused one by one, with the reason of Salesforce', async () => {
    const outcomes = await create(event('ok'), event('bad', { Subject: 'x'.repeat(300) }));
    expect(outcomes).toMatchObject([
      expect.stringMatching(/^00U/) as unknown,
      { refusal: { kind: 'refused', code: 'STRING_TOO_LONG', fields: ['Subject'] } },
    ]);
  });

  it('that were deleted are told as deleted, and deleting them again is done', async () => {
    const [id] = await create(event('gone'));
    const ids = [id as never];
    expect(await org.salesforce.events.delete(ids)).toEqual([{ ok: true, done: null }]);
    expect(await org.salesforce.events.delete(ids)).toEqual([{ ok: true, done: null }]);
    expect((await org.salesforce.events.readStamps(ids)).size).toBe(0);
    expect(await org.salesforce.events.readKeys(ids)).toMatchObject([{ key: 'gone', deleted: true }]);
    expect((await org.salesforce.events.readChanged(null)).events).toMatchObject([{ deleted: true }]);
  });
});

describe('a query that Salesforce finds too large', () => {
  const refuse = (path: string, times: number) =>
    org.control<{ id: string }>('POST', 'faults', {
      match: { method: 'GET', path },
      times,
      effect: {
        kind: 'status',
        status: 400,
        body: [{ errorCode: 'OPERATION_TOO_LARGE', message: 'exceeded 100000 distinct ids' }],
      },
    });

  it('is asked again about fewer events, until all are read', async () => {
    const ids = await create(...['a', 'b', 'c', 'd', 'e'].map((key) => event(key)));
    const keys = (events: readonly { key: string | null }[]) => events.map(({ key }) => key).toSorted();
    const { events } = org.salesforce;
    // The first query and the one about its first half.
    await refuse('/queryAll', 2);
    expect(keys(await events.readKeys(ids as never[]))).toEqual(['a', 'b', 'c', 'd', 'e']);
    await refuse('/query\\?', 2);
    expect((await events.readStamps(ids as never[])).size).toBe(5);
    await refuse('/query\\?', 2);
    expect(keys(await events.findByKeys(['a', 'b', 'c', 'd', 'e']))).toEqual(['a', 'b', 'c', 'd', 'e']);
    await refuse('/query\\?', 1);
    expect((await events.readAllIds()).size).toBe(5);
    await refuse('/query\\?', 1);
    expect((await events.readRelations(ids as never[])).size).toBe(0);
  });

  it('is asked again for fewer of the changed events, and the others come with the next page', async () => {
    const ids = await create(...Array.from({ length: 501 }, (_, index) => event(`${index}`)));
    await refuse('/queryAll', 3);
    const first = await org.salesforce.events.readChanged(null);
    expect([first.events.length, first.more]).toEqual([250, true]);
    const last = first.events.at(-1)!;
    const second = await org.salesforce.events.readChanged({ stamp: last.stamp, id: last.id });
    expect([second.events.length, second.more]).toEqual([251, false]);
    expect(new Set([...first.events, ...second.events].map(({ id }) => id))).toEqual(new Set(ids));
  });

  it('is a fault of its own when it cannot be made smaller', async () => {
    const [id] = await create(event('a'));
    await refuse('/query', 100);
    for (const read of [
      () => org.salesforce.events.readChanged(null),
      () => org.salesforce.events.readKeys([id as never]),
      () => org.salesforce.events.readAllIds(),
    ])
      await expect(read()).rejects.toMatchObject({ code: 'TDM-S-TOO-LARGE' });
  });
});
