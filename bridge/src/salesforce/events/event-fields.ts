import { z } from 'zod';
import type { EventTime, SalesforceEvent } from '../../domain/event.ts';
import type { RecordId, UserId } from '../../domain/ids.ts';
import type { Value } from '../../domain/item.ts';
import { id, instant, text } from '../wire/shapes.ts';
import type { EventKeys } from './salesforce-events.ts';

const dayMinutes = 1_440;

/** Fields that some orgs lack, and what says that a row belongs to a series. */
const seriesFields = ['IsRecurrence', 'RecurrenceActivityId', 'IsRecurrence2', 'GroupEventType'] as const;
const optionalFields = [...seriesFields, 'IsClientManaged', 'IsChild'] as const;

const ownFields = [
  ...['Id', 'OwnerId', 'SystemModstamp', 'CreatedDate', 'LastModifiedDate', 'LastModifiedById', 'IsDeleted'],
  ...['StartDateTime', 'DurationInMinutes', 'IsAllDayEvent', 'Subject', 'WhoId', 'Tandem_Key__c'],
];

const flag = z.boolean().nullish();

/** A row of Event. */
export const eventRow = z.looseObject({
  Id: id<RecordId>(),
  OwnerId: id<UserId>(),
  SystemModstamp: instant,
  CreatedDate: instant,
  LastModifiedDate: instant,
  LastModifiedById: id<UserId>(),
  IsDeleted: z.boolean(),
  StartDateTime: instant,
  DurationInMinutes: z.number().nullable(),
  IsAllDayEvent: z.boolean(),
  Subject: text,
  WhoId: text,
  Tandem_Key__c: text,
  IsRecurrence: flag,
  RecurrenceActivityId: z.string().nullish(),
  IsRecurrence2: flag,
  GroupEventType: z.string().nullish(),
  IsClientManaged: flag,
  IsChild: flag,
});

type EventRow = z.output<typeof eventRow>;

/** What a query selects to know events; `has` are the fields that the org's events have. */
export function eventSelect(has: ReadonlySet<string>, fields: readonly string[] = []): readonly string[] {
  return [...new Set([...ownFields, ...optionalFields.filter((field) => has.has(field)), ...fields])];
}

/** An event's keys, in the bridge's words. */
export function eventKeys(row: EventRow): EventKeys {
  return {
    id: row.Id,
    ownerId: row.OwnerId,
    stamp: row.SystemModstamp,
    created: row.CreatedDate,
    modified: row.LastModifiedDate,
    lastModifiedBy: row.LastModifiedById,
    subject: row.Subject,
    time: timeOf(row),
    key: row.Tandem_Key__c,
    deleted: row.IsDeleted,
    isChild: row.IsChild === true,
    isClientManaged: row.IsClientManaged === true,
    isSeriesRow: isSeriesRow(row),
  };
}

/** An event with the named fields as text. */
export function eventFrom(row: EventRow, fields: readonly string[]): SalesforceEvent {
  return {
    id: row.Id,
    stamp: row.SystemModstamp,
    modified: row.LastModifiedDate,
    modifiedBy: row.LastModifiedById,
    ownerId: row.OwnerId,
    time: timeOf(row),
    isChild: row.IsChild === true,
    isClientManaged: row.IsClientManaged === true,
    isSeriesRow: isSeriesRow(row),
    isPattern: isPattern(row),
    isCopy: row.Tandem_Key__c !== null,
    whoId: row.WhoId,
    values: Object.fromEntries(fields.map((field) => [field, valueOf(row[field])])),
  };
}

/** The pattern record of a Lightning series, and that of a classic one (Object Reference, "Event"). */
function isPattern({ IsRecurrence, GroupEventType }: EventRow): boolean {
  return IsRecurrence === true || GroupEventType === '3';
}

/** The pattern record and every row of a series. */
function isSeriesRow(row: EventRow): boolean {
  return isPattern(row) || row.IsRecurrence2 === true || (row.RecurrenceActivityId ?? null) !== null;
}

/**
 * When an event happens. By its length, since it is not documented whether the end of an all-day event counts; an all-day event
 * is a floating date at midnight UTC.
 */
function timeOf({ StartDateTime, DurationInMinutes, IsAllDayEvent }: EventRow): EventTime {
  const start = Date.parse(StartDateTime);
  const minutes = DurationInMinutes ?? (IsAllDayEvent ? dayMinutes : 0);
  if (!IsAllDayEvent)
    return { isAllDay: false, start: StartDateTime, end: new Date(start + minutes * 60_000).toISOString() };
  const days = Math.max(1, Math.ceil(minutes / dayMinutes));
  const date = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  return { isAllDay: true, start: date(start), end: date(start + days * dayMinutes * 60_000) };
}

function valueOf(value: unknown): Value {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
