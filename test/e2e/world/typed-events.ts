import type { EventState } from '../../../emulators/client/exchange-events.ts';
import type { EventLedger } from '../oracle/events/event-ledger.ts';
import { DEFAULT_MAPPING, valueInExchange, valueInSalesforce } from '../oracle/events/event-values.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Notes what a person typed into an event of Outlook, or into one date of it; `event` is how it is now. */
export function notesInExchange(
  ledger: EventLedger,
  round: number,
  event: EventState,
  change: Fields,
  date?: string,
): void {
  const exception = event.exceptions.find((one) => one.date === date);
  const { extendedProperties: extended, ...properties } =
    date === undefined ? event : { ...event, ...exception };
  const item = date === undefined ? event.id : `${event.id}/${date}`;
  const isSeries = date === undefined && Boolean(event.recurrence);
  const names = new Set(Object.keys(change).flatMap((name) => propertiesIn(name, change[name])));
  for (const name of names)
    ledger.enters({
      side: 'Exchange',
      item,
      name,
      value: valueInExchange({ properties, extended }, name),
      round,
      isSeries,
    });
}

/** Notes what a person typed into a record; `fields` is how it is now. */
export function notesInSalesforce(
  ledger: EventLedger,
  round: number,
  item: string,
  change: Fields,
  fields: Fields,
): void {
  const isSeries = fields.IsRecurrence === true || fields.IsRecurrence2 === true;
  const names = new Set(Object.keys(change).map((name) => PARTS_IN_SALESFORCE[name] ?? name));
  for (const name of names) {
    const property = DEFAULT_MAPPING.find(({ field }) => field === name)?.property ?? '';
    const value = valueInSalesforce(fields, { field: name, property });
    ledger.enters({ side: 'Salesforce', item, name, value, round, isSeries });
  }
}

/** What is one value together with others. */
const PARTS_IN_EXCHANGE: Readonly<Record<string, string>> = {
  end: 'start',
  isAllDay: 'start',
  isReminderOn: 'reminderMinutesBeforeStart',
};

const PARTS_IN_SALESFORCE: Readonly<Record<string, string>> = {
  DurationInMinutes: 'StartDateTime',
  EndDateTime: 'StartDateTime',
  IsAllDayEvent: 'StartDateTime',
  IsReminderSet: 'ReminderDateTime',
};

/** The properties that a mapping knows, in one that a person gave a value. */
function propertiesIn(name: string, value: unknown): string[] {
  if (name === 'recurrence') return ['start', name];
  if (name !== 'singleValueExtendedProperties') return [PARTS_IN_EXCHANGE[name] ?? name];
  return (value as { id: string }[]).map(({ id }) => `named:${id.split(' Name ')[1] ?? ''}`);
}
