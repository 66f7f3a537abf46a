import type { EventRecord } from '../../../emulators/exchange/events/calendar.ts';
import type { EventValues } from '../../../emulators/exchange/events/event-values.ts';
import type { Instance } from '../../../emulators/exchange/events/series.ts';
import { instancesIn, valuesOf } from '../../../emulators/exchange/events/series.ts';
import type { MailboxRecord } from '../../../emulators/exchange/mailbox.ts';
import type { Quirks } from '../../../emulators/exchange/settings.ts';

/** A single event, or one date of a series, as Outlook shows it. */
export interface Shown {
  /** As links know it: the event's, or `<series>/<original date>`. */
  readonly id: string;
  readonly record: EventRecord;
  readonly instance: Instance | undefined;
  readonly values: EventValues;
}

const dayMs = 86_400_000;

/** So far around a moment are dates of series looked at: wider than all windows, and than all days that pass in a run. */
export function widely(moment: number): { readonly from: number; readonly until: number } {
  return { from: moment - 60 * dayMs, until: moment + 150 * dayMs };
}

/** All that a calendar shows around a moment, what was cancelled too. */
export function shownAround({ calendar }: MailboxRecord, moment: number, quirks: Quirks): readonly Shown[] {
  return [...calendar.events.values()].flatMap((record) => shownOf(record, moment, quirks));
}

/** One event as a calendar shows it: itself, or its dates. */
export function shownOf(record: EventRecord, moment: number, quirks: Quirks): readonly Shown[] {
  const id = record.immutableId;
  if (!record.recurrence) return [{ id, record, instance: undefined, values: record.values }];
  return instancesIn(record, widely(moment), quirks).map((instance) => ({
    id: `${id}/${instance.date}`,
    record,
    instance,
    values: valuesOf(record, instance),
  }));
}

/** By what all copies of a meeting know one of its dates. */
export function meetingOf({ record, instance }: Pick<Shown, 'record' | 'instance'>): string {
  return `${record.uid}/${instance?.date ?? ''}`;
}

export function placeOf({ location }: EventValues): string {
  return typeof location.displayName === 'string' ? location.displayName : '';
}
