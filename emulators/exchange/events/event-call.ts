import { refuse } from '../errors.ts';
import { answer, mailboxOf } from '../graph-call.ts';
import type { GraphCall } from '../graph-call.ts';
import { formOf } from '../ids.ts';
import type { Deed } from '../mail/deed.ts';
import type { MailboxRecord } from '../mailbox.ts';
import type { WireAnswer } from '../../kernel/wire.ts';
import type { EventRecord } from './calendar.ts';
import { readOccurrenceId } from './event-ids.ts';
import { eventPropertyNamed } from './event-properties.ts';
import { knownZone } from './event-times.ts';
import { eventEtag, occurrenceEtag } from './event-view.ts';
import type { Showing } from './event-view.ts';
import { instanceOn } from './series.ts';
import type { Instance } from './series.ts';

const TIME_ZONE = /outlook\.timezone\s*=\s*"?([^",;]+)"?/i;
const BODY_TYPE = /outlook\.body-content-type\s*=\s*"?(text|html)"?/i;

/** How the request wants events shown: `Prefer` for ids, time zone and body, and `$select`. */
export function showingOf(call: GraphCall, select = call.query.get('$select')): Showing {
  const prefer = call.request.headers.prefer ?? '';
  const zone = TIME_ZONE.exec(prefer)?.[1]?.trim();
  return {
    ids: call.ids,
    zone: knownZone(zone ?? 'UTC'),
    body: BODY_TYPE.exec(prefer)?.[1]?.toLowerCase() === 'text' ? 'text' : 'html',
    select: selected(select),
  };
}

/** `location` brings `locations` along, as the sample of "Get event" has it; what `$expand` brings may be named too. */
function selected(option: string | null): string[] | undefined {
  if (option === null || option.trim() === '') return undefined;
  return option.split(',').flatMap((name) => {
    if (name.trim() === 'exceptionOccurrences') return [];
    const property = eventPropertyNamed(name.trim());
    if (property === undefined) throw refuse.unknownProperty(name.trim(), 'microsoft.graph.event');
    return property === 'location' ? ['location', 'locations'] : [property];
  });
}

/** A successful answer about events, which says the preferences that it followed. */
export function eventAnswer(call: GraphCall, status: number, body?: unknown): WireAnswer {
  const prefer = call.request.headers.prefer ?? '';
  const zone = TIME_ZONE.exec(prefer)?.[1]?.trim();
  const content = BODY_TYPE.exec(prefer)?.[1]?.toLowerCase();
  const plain = answer(call, status, body);
  const applied = [
    plain.headers?.['preference-applied'],
    zone === undefined ? undefined : `outlook.timezone="${zone}"`,
    content === undefined ? undefined : `outlook.body-content-type="${content}"`,
  ].filter((preference) => preference !== undefined);
  if (body === undefined || applied.length === 0) return plain;
  return { ...plain, headers: { ...plain.headers, 'preference-applied': applied.join(', ') } };
}

/** The mailbox whose calendar the path names; 404 for a calendar that it does not have. */
export function calendarMailbox(call: GraphCall): MailboxRecord {
  const mailbox = mailboxOf(call);
  const { calendar } = call.params;
  if (calendar !== undefined && calendar !== mailbox.calendar.id) throw refuse.itemNotFound();
  return mailbox;
}

/** What the path names: an event, or an instance of a series. */
export interface Named {
  mailbox: MailboxRecord;
  record: EventRecord;
  instance: Instance | undefined;
}

/** The event or instance that the path names; nothing when it is not in the calendar. */
export function eventInPath(call: GraphCall): Named | undefined {
  const mailbox = calendarMailbox(call);
  return eventNamed(call, mailbox, call.params.event ?? '');
}

function eventNamed(call: GraphCall, mailbox: MailboxRecord, id: string): Named | undefined {
  const occurrence = readOccurrenceId(id);
  const form = formOf(occurrence?.master ?? id);
  if (form === undefined || form === 'folder') throw refuse.idMalformed();
  if (form !== call.ids && call.moment.quirks.idForms === 'strict') throw refuse.idMalformed();
  const { events, byMutableId } = mailbox.calendar;
  const record = (form === 'immutable' ? events : byMutableId).get(occurrence?.master ?? id);
  if (!record) return undefined;
  if (!occurrence) return { mailbox, record, instance: undefined };
  const instance = instanceOn(record, occurrence.date, call.moment.quirks);
  return instance && { mailbox, record, instance };
}

/** `eventInPath`, or 404. */
export function knownEvent(call: GraphCall): Named {
  const named = eventInPath(call);
  if (!named) throw refuse.itemNotFound();
  return named;
}

/** 412 when `If-Match` names another version. */
export function checkEventVersion(call: GraphCall, { record }: Named): void {
  const expected = call.request.headers['if-match'];
  if (expected === undefined || expected === '*') return;
  if (expected !== eventEtag(record) && expected !== occurrenceEtag(record)) throw refuse.staleVersion();
}

export function deedOf(call: GraphCall): Deed {
  return { tenant: call.tenant, moment: call.moment, by: 'api' };
}
