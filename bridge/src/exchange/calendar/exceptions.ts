import type { ExchangeId } from '../../domain/ids.ts';
import type { MailboxCalls } from '../mailbox-calls.ts';
import { readList } from '../pages.ts';
import { selectEvent } from './event.ts';
import { isException } from './event-shape.ts';

const operation = 'readSeries';

const yearMs = 365 * 86_400_000;

/**
 * Exceptions that did not come with their series: the pages after `next`, or all around today when the service has not
 * expanded any; null when the series does not exist any more. More than five years are refused ("List instances").
 */
export async function restOfExceptions(
  { sender, paths, clock }: MailboxCalls,
  series: ExchangeId,
  next: string | undefined,
): Promise<readonly unknown[] | null> {
  const around = { startDateTime: dayAt(clock.now() - yearMs), endDateTime: dayAt(clock.now() + 3 * yearMs) };
  const query = new URLSearchParams(around).toString();
  const target =
    next === undefined
      ? { path: `${paths.instances(series)}?${query}&$top=999&${selectEvent}` }
      : { link: next };
  const items = await readList(sender, target, operation);
  return (next === undefined ? items?.filter(isException) : items) ?? null;
}

function dayAt(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 10)}T00:00:00Z`;
}
