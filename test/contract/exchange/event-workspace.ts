import { beforeAll } from 'vitest';
import type { GraphAnswer, GraphOptions } from './target.ts';
import { useWorkspace } from './workspace.ts';
import type { Workspace } from './workspace.ts';

export type Event = Record<string, unknown> & { id: string };

/** A part of the target's calendar, whose events are deleted after the last test. */
export interface EventWorkspace {
  workspace: Workspace;
  create: (event: object, options?: GraphOptions) => Promise<Event>;
  of: (
    event: { id: string },
    method: string,
    options?: GraphOptions & { below?: string },
  ) => Promise<GraphAnswer>;
  /** Every item of a delta round that begins with this link, and the link to the next round. */
  round: (link: string) => Promise<{ items: Event[]; deltaLink: string }>;
}

/** March 2031: far from what a real mailbox holds. */
export const WINDOW = 'startDateTime=2031-03-01T00:00:00Z&endDateTime=2031-04-15T00:00:00Z';

export const at = (dateTime: string, timeZone = 'W. Europe Standard Time') => ({ dateTime, timeZone });

export const HOUR = { start: at('2031-03-03T09:00:00'), end: at('2031-03-03T10:00:00') };

/** Mondays at nine in Berlin, over the change of the clocks on 30 March 2031. */
export const SERIES = {
  ...HOUR,
  subject: 'Series',
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['Monday'] },
    range: { type: 'numbered', startDate: '2031-03-03', numberOfOccurrences: 6 },
  },
};

export function useEvents(): EventWorkspace {
  const created: string[] = [];
  const workspace = useWorkspace();
  beforeAll(() => {
    workspace.leaving = async () => {
      for (const id of created) {
        await workspace.graph('DELETE', `${workspace.user}/events/${encodeURIComponent(id)}`);
      }
    };
  });
  return {
    workspace,
    create: async (event, options) => {
      const answer = await workspace.graph('POST', `${workspace.user}/events`, { body: event, ...options });
      if (answer.status !== 201) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
      created.push(String(answer.body.id));
      return answer.body as Event;
    },
    of: (event, method, { below = '', ...options } = {}) =>
      workspace.graph(method, `${workspace.user}/events/${encodeURIComponent(event.id)}${below}`, options),
    round: async (link) => {
      const items: Event[] = [];
      for (let next = link; ;) {
        const { status, body } = await workspace.graph('GET', next);
        if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
        items.push(...((body.value ?? []) as Event[]));
        const deltaLink = body['@odata.deltaLink'];
        if (typeof deltaLink === 'string') return { items, deltaLink };
        next = String(body['@odata.nextLink']);
      }
    },
  };
}
