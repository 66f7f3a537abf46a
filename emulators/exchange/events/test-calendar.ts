import { afterEach, beforeEach } from 'vitest';
import { startTestTenant } from '../test-tenant.ts';
import type { TestAnswer, TestTenant } from '../test-tenant.ts';

export const ANN = 'ann@contoso.test';
export const BOB = 'bob@contoso.test';

/** A tenant with the mailboxes of Ann and Bob for each test of a file. */
export interface TestCalendar {
  tenant: TestTenant;
  /** A Graph request below Ann's mailbox, or below that of `user`. */
  graph(
    method: string,
    path: string,
    body?: unknown,
    options?: { prefer?: string; ifMatch?: string; user?: string },
  ): Promise<TestAnswer>;
  /** Creates an event of Ann's and gives the answer's body; an hour of 3 August 2026 unless told otherwise. */
  create(event?: Record<string, unknown>): Promise<Event>;
  /** Walks a delta round from this link to its end. */
  round(link: string, prefer?: string): Promise<{ items: Event[]; deltaLink: string; pages: Event[][] }>;
}

export type Event = Record<string, unknown> & { id: string };

export const WINDOW = 'startDateTime=2026-08-01T00:00:00Z&endDateTime=2026-09-01T00:00:00Z';

/** `dateTimeTimeZone`. */
export const at = (dateTime: string, timeZone = 'UTC') => ({ dateTime, timeZone });

/** A weekly series on Mondays at nine in Berlin, in August 2026. */
export const WEEKLY = {
  subject: 'Weekly',
  start: at('2026-08-03T09:00:00', 'W. Europe Standard Time'),
  end: at('2026-08-03T10:00:00', 'W. Europe Standard Time'),
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['Monday'] },
    range: { type: 'endDate', startDate: '2026-08-03', endDate: '2026-08-31' },
  },
};

export function useCalendar(): TestCalendar {
  const calendar = {} as TestCalendar;
  beforeEach(async () => {
    const tenant = await startTestTenant({
      mailboxes: [
        { userPrincipalName: ANN, displayName: 'Ann Lee' },
        { userPrincipalName: BOB, displayName: 'Bob Ray' },
      ],
    });
    await tenant.client.clock.change({ now: '2026-07-01T12:00:00Z', running: false });
    const graph: TestCalendar['graph'] = (method, path, body, { prefer, ifMatch, user = ANN } = {}) =>
      tenant.graph(method, path.startsWith('http') ? path : `/users/${user}${path}`, body, {
        prefer: ['IdType="ImmutableId"', prefer].filter(Boolean).join(', '),
        ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
      });
    Object.assign(calendar, {
      tenant,
      graph,
      create: async (event: Record<string, unknown> = {}) => {
        const times = { start: at('2026-08-03T09:00:00'), end: at('2026-08-03T10:00:00') };
        const answer = await graph('POST', '/events', { subject: 'Event', ...times, ...event });
        if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
        return answer.body as Event;
      },
      round: async (link: string, prefer = 'odata.maxpagesize=50') => {
        const pages: Event[][] = [];
        for (let next = link; ;) {
          const { status, body } = await graph('GET', next, undefined, { prefer });
          if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
          pages.push(body.value as Event[]);
          const deltaLink = body['@odata.deltaLink'] as string | undefined;
          if (deltaLink !== undefined) return { items: pages.flat(), deltaLink, pages };
          next = body['@odata.nextLink'] as string;
        }
      },
    });
  });
  afterEach(() => calendar.tenant.close());
  return calendar;
}

/** Path of an event by its id. */
export const eventPath = (event: { id: string }) => `/events/${encodeURIComponent(event.id)}`;
