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
