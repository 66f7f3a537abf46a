import { z } from 'zod';

const text = z.string().nullish();

const email = z.looseObject({ name: text, address: text }).nullish();

const time = z.looseObject({ dateTime: z.string(), timeZone: z.string() });

const attendee = z.looseObject({
  type: z.enum(['required', 'optional', 'resource']).catch('required'),
  status: z
    .looseObject({
      response: z
        .enum(['none', 'organizer', 'tentativelyAccepted', 'accepted', 'declined', 'notResponded'])
        .catch('none'),
      time: text,
    })
    .nullish(),
  emailAddress: email,
});

/** Properties of an event by shape, as far as Tandem reads them. Source: the event resource type of Microsoft Graph v1.0. */
const properties = {
  type: z.enum(['singleInstance', 'occurrence', 'exception', 'seriesMaster']),
  lastModifiedDateTime: z.string(),
  seriesMasterId: text,
  iCalUId: text,
  start: time,
  end: time,
  isAllDay: z.boolean().nullish(),
  originalStartTimeZone: text,
  isOrganizer: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  organizer: z.looseObject({ emailAddress: email }).nullish(),
  attendees: z.array(attendee).nullish(),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']).nullish(),
  categories: z.array(z.string().nullable()).nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  webLink: text,
};

/** Properties that go between the sides. */
const mapped = {
  subject: text,
  body: z.looseObject({ contentType: text, content: text }).nullish(),
  location: z.looseObject({ displayName: text }).nullish(),
  showAs: text,
  isReminderOn: z.boolean().nullish(),
  reminderMinutesBeforeStart: z.number().nullish(),
  importance: text,
};

/** The names of the properties that go between the sides. */
export const mappedNames: readonly string[] = Object.keys(mapped);

/** The names of all properties that Tandem reads of an event; Exchange leaves some out of what it sends in part. */
export const eventNames: readonly string[] = [...Object.keys(properties), ...mappedNames];

/** The names that a refusal of a write may give. */
export const writableNames: readonly string[] = [...eventNames, 'recurrence', 'transactionId'];

/** An event that came whole, with what only some requests bring. */
export const eventShape = z.looseObject({
  id: z.string().min(1),
  '@odata.etag': z.string().optional(),
  occurrenceId: text,
  originalStart: text,
  ...properties,
  ...mapped,
});

/** What a bare occurrence has that names its series. */
export const occurrenceShape = z.looseObject({
  id: z.string().min(1),
  type: z.literal('occurrence'),
  seriesMasterId: z.string().min(1),
});

const exceptionShape = z.looseObject({ type: z.literal('exception') });

/** Whether this is an exception to a series. */
export function isException(body: unknown): boolean {
  return exceptionShape.safeParse(body).success;
}

/** An event of the shape. */
export type EventBody = z.infer<typeof eventShape>;
