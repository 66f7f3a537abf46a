import type { GraphCall } from '../graph-call.ts';
import { civilDateTime, DAY_MS } from '../recurrence/civil.ts';
import { refuseEvent } from './refusals.ts';
import type { Window } from './series.ts';

/**
 * The window of `startDateTime` and `endDateTime`, in any letter case. An offset in them decides the zone, UTC when
 * there is none; `Prefer: outlook.timezone` does not touch them.
 */
export function windowOf(call: GraphCall, longest: { days: number; words: string }): Window {
  const named = new Map([...call.query].map(([name, value]) => [name.toLowerCase(), value]));
  const [start, end] = [named.get('startdatetime'), named.get('enddatetime')];
  if (start === undefined || end === undefined) throw refuseEvent.windowMissing();
  const from = instant('StartDateTime', start);
  const until = instant('EndDateTime', end);
  if (until < from) throw refuseEvent.windowWrong('EndDateTime');
  if (until - from > longest.days * DAY_MS) throw refuseEvent.windowTooLarge(longest.words);
  return { from, until };
}

function instant(name: string, text: string): number {
  const read =
    civilDateTime(text.trim().replace(/ (\d{2}:\d{2})$/, '+$1')) ?? civilDateTime(`${text}T00:00:00`);
  if (!read) throw refuseEvent.windowWrong(name);
  return read.civil - (read.offsetMs ?? 0);
}
