import { GraphError } from '../errors.ts';

const exchange = (status: number, code: string, message: string) => new GraphError(status, code, message);

/** What Exchange refuses about events, by what is wrong. */
export const refuseEvent = {
  timeZone: (name: string) =>
    exchange(
      400,
      'TimeZoneNotSupportedException',
      `A valid TimeZone value must be specified. The following TimeZone value is not supported: '${name}'.`,
    ),
  missing: (property: string) =>
    exchange(
      400,
      'ErrorInvalidRequest',
      `Your request can't be completed. Missing parameters: Event.${property}`,
    ),
  validation: () =>
    exchange(400, 'ErrorPropertyValidationFailure', 'At least one property failed validation.'),
  allDay: (property: 'Start' | 'End') =>
    exchange(
      400,
      'ErrorInvalidRequest',
      `Your request can't be completed. The Event.${property} property for an all-day event needs to be set to midnight.`,
    ),
  allDayLength: () =>
    exchange(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. The duration of an event marked as All day must be at least 24 hours.",
    ),
  crossing: () =>
    exchange(
      400,
      'ErrorOccurrenceCrossingBoundary',
      'Modified occurrence is crossing or overlapping adjacent occurrence.',
    ),
  tooManyAttendees: (most: number) =>
    exchange(
      400,
      'ErrorInvalidRequest',
      `Your request can't be completed. An event has at most ${most} attendees.`,
    ),
  organizerOnly: (what: string) =>
    exchange(
      400,
      'ErrorInvalidRequest',
      `Your request can't be completed. You need to be an organizer to ${what} a meeting.`,
    ),
  organizerResponds: () =>
    exchange(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
    ),
  gone: () => exchange(400, 'ErrorInvalidRequest', "Your request can't be completed. The event was deleted."),
  notASeries: () =>
    exchange(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. The event is not a recurring series.",
    ),
  windowMissing: () =>
    exchange(
      400,
      'ErrorInvalidParameter',
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    ),
  windowWrong: (name: string) =>
    exchange(400, 'ErrorInvalidParameter', `The value of the parameter '${name}' is invalid.`),
  windowTooLarge: (most: string) =>
    exchange(
      400,
      'ErrorCalendarViewRangeTooBig',
      `Your request can't be completed. The range between the start and end dates is greater than the allowed range. Maximum number of ${most}`,
    ),
  deltaOptions: (options: readonly string[]) =>
    exchange(
      400,
      'ErrorInvalidUrlQuery',
      `The following parameters are not supported with change tracking over the 'CalendarView' resource: '${options.join(', ')}'.`,
    ),
};
