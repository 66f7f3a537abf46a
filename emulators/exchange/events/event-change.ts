import { refuse } from '../errors.ts';
import { extendedChanges } from '../extended-properties.ts';
import type { ExtendedChange } from '../extended-properties.ts';
import type { Recurrence } from '../recurrence/pattern.ts';
import { readRecurrence } from '../recurrence/read-recurrence.ts';
import type { Moment } from '../settings.ts';
import { readAttendees } from './attendees.ts';
import { htmlBody, textBody } from './event-body.ts';
import { NOT_OFFERED, READ_ONLY } from './event-properties.ts';
import { readTime } from './event-times.ts';
import type { EventBody, EventValues } from './event-values.ts';
import { readLocation, readLocations } from './locations.ts';
import { refuseEvent } from './refusals.ts';

/** A checked request body. */
export interface EventChange {
  values: Partial<EventValues>;
  /** Nothing when it was not named; null ends the series. */
  recurrence: Recurrence | null | undefined;
  extended: ExtendedChange[];
  transactionId: string | undefined;
  /** The writable properties that were named, also where the value is the same. */
  named: Set<string>;
}

type Reader = (value: unknown, name: string, moment: Pick<Moment, 'limits'>) => Partial<EventValues>;

const text: Reader = (value, name) => {
  if (value !== null && typeof value !== 'string') throw refuse.bodyValue(name, 'Edm.String');
  return { [name]: value };
};

const yesOrNo: Reader = (value, name) => {
  if (typeof value !== 'boolean') throw refuse.bodyValue(name, 'Edm.Boolean');
  return { [name]: value };
};

const word =
  (...words: string[]): Reader =>
  (value, name) => {
    const found = typeof value === 'string' && words.find((one) => one.toLowerCase() === value.toLowerCase());
    if (!found) throw refuse.bodyValue(name, `microsoft.graph.${name}`);
    return { [name]: found };
  };

/** Minutes before the start ([MS-OXWSCORE] 2.2.5.5); that Graph refuses what EWS does not take is assumed. */
const EARLIEST_REMINDER = 2_629_800;

const READERS: Record<string, Reader> = {
  subject: text,
  body: (value) => ({ body: readBody(value) }),
  start: (value) => ({ start: readTime('start', value) }),
  end: (value) => ({ end: readTime('end', value) }),
  isAllDay: yesOrNo,
  location: (value) => readLocation(value),
  locations: (value) => readLocations(value),
  attendees: (value, _name, { limits }) => ({ attendees: readAttendees(value, limits.attendees) }),
  importance: word('low', 'normal', 'high'),
  sensitivity: word('normal', 'personal', 'private', 'confidential'),
  showAs: word('unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere'),
  categories: (value, name) => {
    if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string'))
      throw refuse.bodyValue(name, 'Collection(Edm.String)');
    return { categories: [...new Set(value as string[])] };
  },
  isReminderOn: yesOrNo,
  reminderMinutesBeforeStart: (value, name) => {
    if (typeof value !== 'number' || !Number.isInteger(value)) throw refuse.bodyValue(name, 'Edm.Int32');
    if (value < 0 || value > EARLIEST_REMINDER) throw refuseEvent.validation();
    return { reminderMinutesBeforeStart: value };
  },
  responseRequested: yesOrNo,
  allowNewTimeProposals: yesOrNo,
  hideAttendees: yesOrNo,
  isOnlineMeeting: yesOrNo,
  onlineMeetingProvider: word('unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness'),
};

/**
 * Checks the body of an event's create or update against the schema. Read-only properties and OData annotations are
 * ignored; anything unknown or of a wrong type is refused with 400.
 */
export function eventChange(body: Record<string, unknown>, moment: Pick<Moment, 'limits'>): EventChange {
  const change: EventChange = {
    values: {},
    recurrence: undefined,
    extended: [],
    transactionId: undefined,
    named: new Set(),
  };
  for (const [name, value] of Object.entries(body)) {
    if (name.includes('@') || READ_ONLY.has(name)) continue;
    if (NOT_OFFERED.has(name)) throw refuse.notOffered(name);
    change.named.add(name);
    if (name === 'singleValueExtendedProperties') change.extended = extendedChanges(value);
    else if (name === 'transactionId') change.transactionId = readTransaction(value);
    else if (name === 'recurrence') change.recurrence = value === null ? null : readRecurrence(value);
    else {
      const read = READERS[name];
      if (!read) throw refuse.bodyProperty(name, 'event');
      Object.assign(change.values, read(value, name, moment));
    }
  }
  return change;
}

function readTransaction(value: unknown): string | undefined {
  if (value === null) return undefined;
  if (typeof value !== 'string') throw refuse.bodyValue('transactionId', 'Edm.String');
  return value;
}

function readBody(value: unknown): EventBody {
  if (value === null) return htmlBody('');
  const { contentType, content } = value as { contentType?: unknown; content?: unknown };
  if (typeof (content ?? '') !== 'string') throw refuse.bodyValue('body/content', 'Edm.String');
  const html = typeof contentType === 'string' && contentType.toLowerCase() === 'html';
  return html ? htmlBody((content ?? '') as string) : textBody((content ?? '') as string);
}
