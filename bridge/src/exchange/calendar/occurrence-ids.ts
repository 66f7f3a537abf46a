import { z } from 'zod';
import { Fault } from '../../domain/fault.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { CivilDate } from '../../domain/recurrence.ts';
import type { MailboxCalls } from '../mailbox-calls.ts';
import { readList } from '../pages.ts';
import type { CalendarWindow } from './exchange-calendar.ts';
import { originalDate } from './original-date.ts';
import { ianaZone } from './zone-names.ts';

const operation = 'occurrenceIds';

const shape = z.looseObject({
  id: z.string().min(1),
  type: z.string().nullish(),
  iCalUId: z.string().nullish(),
  originalStart: z.string().nullish(),
  originalStartTimeZone: z.string().nullish(),
});

/**
 * The ids of a series' occurrences in the window that are no exceptions, by original date; none of a series that does not exist. They
 * are written without a condition, so what nobody had changed when it was read is asked for once more.
 */
export async function occurrenceIds(
  { sender, paths }: MailboxCalls,
  series: ExchangeId,
  window: CalendarWindow,
): Promise<ReadonlyMap<CivilDate, ExchangeId>> {
  const query = new URLSearchParams({ startDateTime: window.from, endDateTime: window.until }).toString();
  const select = '$select=type,iCalUId,originalStart,originalStartTimeZone';
  const path = `${paths.instances(series)}?${query}&$top=999&${select}`;
  const items = (await readList(sender, { path }, operation)) ?? [];
  return new Map(
    items.flatMap((body) => {
      const parsed = shape.safeParse(body);
      const zone = ianaZone(parsed.data?.originalStartTimeZone) ?? 'UTC';
      const date = parsed.success ? originalDate(parsed.data, zone) : null;
      if (!parsed.success || date === null)
        throw new Fault('TDM-X-ANSWER', `${operation}: an occurrence that cannot be read`);
      return parsed.data.type === 'exception' ? [] : [[date, as<ExchangeId>(parsed.data.id)] as const];
    }),
  );
}
