import { call } from '../../shared/call.ts';
import { root } from '../mailbox.ts';
import type { EventChange, EventState } from './event.ts';

export type Answer = 'accept' | 'tentativelyAccept' | 'decline';

/** What is meant: a single event or a series as a whole, or one date of a series. */
export interface Meant {
  readonly id: string;
  /** The original date of one occurrence. */
  readonly date?: string | undefined;
}

/** What a person does in the calendar of one mailbox; each call fails with a `Refusal`. */
export function calendarOf(mailboxId: string) {
  const at = (...parts: readonly string[]) =>
    [root, ...[mailboxId, ...parts].map(encodeURIComponent)].join('/');
  const on = ({ id, date }: Meant, ...more: readonly string[]) =>
    at('events', id, ...more) + (date ? `?date=${date}` : '');
  return {
    /** What the calendar shows between two days, with some hours more, since days begin elsewhere in UTC. */
    week: async (from: string, until: string) => {
      const query = new URLSearchParams({
        from: new Date(Date.parse(`${from}T00:00Z`) - 15 * 3_600_000).toISOString(),
        until: new Date(Date.parse(`${until}T00:00Z`) + 15 * 3_600_000).toISOString(),
      });
      return (await call<{ events: EventState[] }>('GET', `${at('view')}?${query}`)).events;
    },
    event: (id: string) => call<EventState>('GET', at('events', id)),
    add: (change: EventChange) => call<EventState>('POST', at('events'), change),
    edit: (meant: Meant, change: EventChange) => call<EventState>('PATCH', on(meant), change),
    remove: (meant: Meant) => call('DELETE', on(meant)),
    respond: (meant: Meant, answer: Answer) => call('POST', on(meant, 'respond'), { answer }),
    restore: (id: string) => call('POST', at('events', id, 'restore')),
  };
}

export type CalendarActions = ReturnType<typeof calendarOf>;
