import { reps } from './people.ts';

const DAY_MS = 86_400_000;

/** The date of a day counted from the Monday (0) of the week of `now`, which begins when it does for Maya, whose calendar is shown first. */
export function dayOf(now: Date, day: number): string {
  const today = new Date(now.toLocaleDateString('sv-SE', { timeZone: reps.maya.timeZone }));
  const monday = today.getTime() / DAY_MS - ((today.getUTCDay() + 6) % 7);
  return new Date((monday + day) * DAY_MS).toISOString().slice(0, 10);
}

/** The last Friday of the month of `now`. */
export function lastFriday(now: Date): string {
  const last = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 0));
  return new Date(last.getTime() - ((last.getUTCDay() + 2) % 7) * DAY_MS).toISOString().slice(0, 10);
}
