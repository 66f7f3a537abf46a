import type { EventTime } from '../../domain/event.ts';
import type { EventPolicy } from '../../domain/policy.ts';

/** A stretch of time: ISO instants, UTC, the end exclusive. */
export interface TimeWindow {
  readonly from: string;
  readonly until: string;
}

/** The stretches that a configuration syncs, seen from one moment. */
export interface EventWindows {
  readonly events: TimeWindow;
  /** Of dates of series, so that a series without an end stays bounded. */
  readonly series: TimeWindow;
}

const dayMs = 86_400_000;

/** How much wider than the policy's a cursor's window is, in days: it cannot slide, so it is replaced before the policy's reaches its end. */
export const spareDays = 35;

/** What is synced at this instant; whole days in UTC, so that a pass a minute later sees the same. */
export function eventWindows(policy: EventPolicy, now: Date): EventWindows {
  const today = Math.floor(now.getTime() / dayMs);
  const from = instant(today - policy.windowDaysBack);
  return {
    events: { from, until: instant(today + policy.windowDaysAhead + 1) },
    series: {
      from,
      until: instant(today + Math.min(policy.seriesDaysAhead, policy.windowDaysAhead) + 1),
    },
  };
}

/** The window to freeze in a new cursor. */
export function cursorWindow({ events }: EventWindows): TimeWindow {
  return { from: shifted(events.from, -spareDays), until: shifted(events.until, spareDays) };
}

/** Whether a cursor's window still holds all that is synced. */
export function covers(cursor: TimeWindow, { events }: EventWindows): boolean {
  return cursor.from <= events.from && cursor.until >= events.until;
}

/** Whether an event happens at least in part within the window. An all-day event counts as from midnight to midnight UTC. */
export function touches(time: EventTime, window: TimeWindow): boolean {
  return touching(window)(time);
}

/** The same for many events of one window. */
export function touching(window: TimeWindow): (time: EventTime) => boolean {
  const [from, until] = [Date.parse(window.from), Date.parse(window.until)];
  return ({ start, end }) => {
    const begins = Date.parse(start);
    if (begins >= until) return false;
    // An event without length happens at its start.
    return begins >= from || (end !== start && Date.parse(end) > from);
  };
}

function shifted(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * dayMs).toISOString();
}

function instant(day: number): string {
  return new Date(day * dayMs).toISOString();
}
