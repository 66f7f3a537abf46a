import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Deed } from '../mail/deed.ts';
import { found, Impossible } from '../people-act.ts';
import type { Act, PeopleRoute } from '../people-act.ts';
import { eventChange } from './event-change.ts';
import { readOccurrenceId } from './event-ids.ts';
import { eventState, instanceState } from './event-state.ts';
import { receiveCancellation, receiveInvitation } from './invitations.ts';
import { restoreEvent } from './mailbox-events.ts';
import { createMeeting, deleteInstance, deleteMeeting, editInstance, editMeeting } from './meetings.ts';
import { ANSWERS, receiveResponse, respond } from './responses.ts';
import type { Answer } from './responses.ts';

import { instanceOn, listedIn } from './series.ts';

const graphEvent = z.record(z.string(), z.unknown());
const answers = Object.keys(ANSWERS) as [Answer, ...Answer[]];

/** What people do with their calendar. An event is named by either form of its id, an occurrence by the date of `?date=`. */
export const eventRoutes: PeopleRoute[] = [
  ['GET', '/events', ({ mailbox }) => ({ events: [...mailbox.calendar.events.values()].map(eventState) })],
  ['POST', '/events', create],
  ['GET', '/events/:event', (act) => eventState(named(act).record)],
  ['PATCH', '/events/:event', edit],
  ['DELETE', '/events/:event', remove],
  ['POST', '/events/:event/respond', answer],
  ['POST', '/events/:event/responses', receive],
  ['POST', '/events/:event/restore', restore],
  ['POST', '/invitations', invite],
  ['PATCH', '/invitations/:event', update],
  ['DELETE', '/invitations/:event', cancel],
  ['GET', '/view', view],
];

function deedOf({ tenant, moment }: Act): Deed {
  return { tenant, moment, by: 'people' };
}

function create(act: Act): unknown {
  const change = eventChange(
    { transactionId: `localevent:${randomUUID()}`, ...act.body(graphEvent) },
    act.moment,
  );
  return eventState(createMeeting(deedOf(act), act.mailbox, change));
}

function edit(act: Act): unknown {
  const { record, instance } = named(act);
  const change = eventChange(act.body(graphEvent), act.moment);
  const place = { mailbox: act.mailbox, record };
  if (instance) editInstance(deedOf(act), place, instance, change);
  else editMeeting(deedOf(act), place, change);
  return eventState(record);
}

function remove(act: Act): unknown {
  const { record, instance } = named(act);
  const place = { mailbox: act.mailbox, record };
  if (instance) deleteInstance(deedOf(act), place, instance);
  else deleteMeeting(deedOf(act), place, { purged: act.query.permanent === 'true' });
  return {};
}

function restore({ mailbox, params, moment }: Act): unknown {
  return eventState(found(restoreEvent(mailbox, params.event, moment), 'no such event in Deleted Items'));
}

/** What a calendar shows between two times: single events, occurrences and exceptions. */
function view({ mailbox, query, moment }: Act): unknown {
  const window = { from: Date.parse(query.from ?? ''), until: Date.parse(query.until ?? '') };
  if (Number.isNaN(window.from + window.until)) throw new Impossible(400, 'from and until must be times');
  return {
    events: [...mailbox.calendar.events.values()].flatMap((record) =>
      listedIn(record, window, moment.quirks).map(({ instance }) => instanceState(record, instance)),
    ),
  };
}

const given = z.strictObject({
  answer: z.enum(answers),
  comment: z.string().optional(),
  sendResponse: z.boolean().default(true),
});

function answer(act: Act): unknown {
  const { record, instance } = named(act);
  respond(deedOf(act), { mailbox: act.mailbox, record }, instance, act.body(given));
  return {};
}

const outsider = z.strictObject({ from: z.string(), answer: z.enum(answers) });

function receive(act: Act): unknown {
  const { record } = named(act);
  const response = act.body(outsider);
  receiveResponse(deedOf(act), { mailbox: act.mailbox, record }, response.from, response.answer);
  return eventState(record);
}

const invitation = z.looseObject({
  organizer: z.strictObject({ name: z.string().optional(), address: z.string() }),
  uid: z.string().optional(),
});

function invite(act: Act): unknown {
  const { organizer, uid, ...event } = act.body(invitation);
  const change = eventChange(event, act.moment);
  return eventState(receiveInvitation(deedOf(act), act.mailbox, { change, organizer, uid }));
}

/** The organizer outside changes the meeting, or one occurrence of it. */
function update(act: Act): unknown {
  const { record, instance } = named(act);
  const deed = { ...deedOf(act), silent: true };
  const change = eventChange(act.body(graphEvent), act.moment);
  if (instance) editInstance(deed, { mailbox: act.mailbox, record }, instance, change);
  else editMeeting(deed, { mailbox: act.mailbox, record }, change);
  return eventState(record);
}

/** The organizer outside cancels the meeting, or one occurrence of it. */
function cancel(act: Act): unknown {
  const { record, instance } = named(act);
  const place = { mailbox: act.mailbox, record };
  if (instance) deleteInstance(deedOf(act), place, instance);
  else receiveCancellation(deedOf(act), place);
  return {};
}

function named({ mailbox, params, query, moment }: Act) {
  const { calendar } = mailbox;
  const occurrence = readOccurrenceId(params.event);
  const id = occurrence?.master ?? params.event;
  const record = found(calendar.events.get(id) ?? calendar.byMutableId.get(id), `no event '${params.event}'`);
  const date = occurrence?.date ?? query.date;
  if (date === undefined) return { record, instance: undefined };
  return {
    record,
    instance: found(instanceOn(record, date, moment.quirks), `no occurrence on ${date}`),
  };
}
