import { contactsDelta } from './contacts-delta.ts';
import {
  createContact,
  deleteContact,
  getContact,
  listContacts,
  purgeContact,
  updateContact,
} from './contacts.ts';
import { calendarViewDelta } from './events/calendar-view-delta.ts';
import { calendarView, listInstances } from './events/calendar-view.ts';
import { getCalendar, listCalendars, supportedTimeZones, updateCalendar } from './events/calendars.ts';
import { cancelEvent, respondTo } from './events/event-actions.ts';
import { createEvent, deleteEvent, getEvent, listEvents, purgeEvent, updateEvent } from './events/events.ts';
import {
  createFolder,
  deleteFolder,
  getFolder,
  listChildFolders,
  listFolders,
  updateFolder,
} from './folders.ts';
import type { GraphHandler } from './graph-call.ts';
import { getMailboxSettings, getUser, listUsers } from './users.ts';

/** What a path means for each method, with the name under which it is counted. */
export interface Resource {
  pattern: string;
  segments: string[];
  methods: Partial<Record<string, GraphHandler>>;
}

const FOLDER = 'users/{user}/contactFolders/{folder}';

const RESOURCES: Resource[] = Object.entries<Resource['methods']>({
  users: { GET: listUsers },
  'users/{user}': { GET: getUser },
  'users/{user}/mailboxSettings': { GET: getMailboxSettings },
  'users/{user}/contactFolders': { GET: listFolders, POST: createFolder },
  [FOLDER]: { GET: getFolder, PATCH: updateFolder, DELETE: deleteFolder },
  [`${FOLDER}/childFolders`]: { GET: listChildFolders, POST: createFolder },
  ...contactResources('users/{user}'),
  ...contactResources(FOLDER),
  'users/{user}/outlook/{standard}': { GET: supportedTimeZones },
  'users/{user}/calendars': { GET: listCalendars },
  'users/{user}/calendar': { GET: getCalendar, PATCH: updateCalendar },
  'users/{user}/calendars/{calendar}': { GET: getCalendar, PATCH: updateCalendar },
  ...eventResources('users/{user}'),
  ...eventResources('users/{user}/calendar'),
  ...eventResources('users/{user}/calendars/{calendar}'),
}).map(([pattern, methods]) => ({ pattern, methods, segments: pattern.split('/') }));

function contactResources(owner: string): Record<string, Resource['methods']> {
  return {
    [`${owner}/contacts`]: { GET: listContacts, POST: createContact },
    [`${owner}/contacts/delta`]: { GET: contactsDelta },
    [`${owner}/contacts/{contact}`]: { GET: getContact, PATCH: updateContact, DELETE: deleteContact },
    [`${owner}/contacts/{contact}/permanentDelete`]: { POST: purgeContact },
  };
}

function eventResources(owner: string): Record<string, Resource['methods']> {
  const event = `${owner}/events/{event}`;
  return {
    [`${owner}/calendarView`]: { GET: calendarView },
    [`${owner}/calendarView/delta`]: { GET: calendarViewDelta },
    [`${owner}/events`]: { GET: listEvents, POST: createEvent },
    [event]: { GET: getEvent, PATCH: updateEvent, DELETE: deleteEvent },
    [`${event}/instances`]: { GET: listInstances },
    [`${event}/permanentDelete`]: { POST: purgeEvent },
    [`${event}/cancel`]: { POST: cancelEvent },
    [`${event}/accept`]: { POST: respondTo('accept') },
    [`${event}/tentativelyAccept`]: { POST: respondTo('tentativelyAccept') },
    [`${event}/decline`]: { POST: respondTo('decline') },
  };
}

export interface Route {
  resource: Resource;
  params: Record<string, string>;
}

/** The resource at a path, given as decoded segments below the version. */
export function routeOf(segments: readonly string[]): Route | undefined {
  for (const resource of RESOURCES) {
    const params = matched(resource.segments, segments);
    if (params) return { resource, params };
  }
  return undefined;
}

function matched(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [place, part] of pattern.entries()) {
    const segment = segments[place] ?? '';
    if (part.startsWith('{')) params[part.slice(1, -1)] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return params;
}

/**
 * The decoded segments of a path without its query: `/v1.0/users('x')/contacts/y` and `/v1.0/users/x/contacts/y` both
 * give `['v1.0', 'users', 'x', 'contacts', 'y']`.
 */
export function segmentsOf(path: string): string[] {
  const plain = path.split('?')[0] ?? '';
  return plain
    .split('/')
    .filter((part) => part !== '')
    .map(decoded)
    .flatMap((part) => {
      const key = /^([A-Za-z]+)\('(.*)'\)$/.exec(part);
      if (key) return [key[1] ?? '', (key[2] ?? '').replaceAll("''", "'")];
      return [part.replace(/^(?:microsoft\.graph\.)?delta\(\)$/, 'delta')];
    });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
