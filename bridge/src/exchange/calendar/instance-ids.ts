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

const operation = 'instanceIds';

const shape = z.looseObject({
  id: z.string().min(1),
  iCalUId: z.string().nullish(),
  originalStart: z.string().nullish(),
  originalStartTimeZone: z.string().nullish(),
});

/** The ids of a series' occurrences and exceptions in the window, by original date; none of a series that does not exist. */
export async function instanceIds(
  { sender, paths }: MailboxCalls,
  series: ExchangeId,
  window: CalendarWindow,
): Promise<ReadonlyMap<CivilDate, ExchangeId>> {
  const query = new URLSearchParams({ startDateTime: window.from, endDateTime: window.until }).toString();
  const select = '$select=iCalUId,originalStart,originalStartTimeZone';
  const path = `${paths.instances(series)}?${query}&$top=999&${select}`;
  const items = (await readList(sender, { path }, operation)) ?? [];
  return new Map(
    items.map((body) => {
      const parsed = shape.safeParse(body);
      const zone = ianaZone(parsed.data?.originalStartTimeZone) ?? 'UTC';
      const date = parsed.success ? originalDate(parsed.data, zone) : null;
      if (!parsed.success || date === null)
        throw new Fault('TDM-X-ANSWER', `${operation}: an occurrence that cannot be read`);
      return [date, as<ExchangeId>(parsed.data.id)];
    }),
  );
}
