import { jsonBody } from '../graph-call.ts';
import type { GraphCall, GraphHandler } from '../graph-call.ts';
import { deedOf, eventAnswer, knownEvent } from './event-call.ts';
import { deleteInstance, deleteMeeting } from './meetings.ts';
import { refuseEvent } from './refusals.ts';
import { respond } from './responses.ts';
import type { Answer } from './responses.ts';

/** `POST …/cancel`: the organizer ends a meeting, or one occurrence, with a word to the attendees; 202. */
export const cancelEvent: GraphHandler = (call) => {
  const named = knownEvent(call);
  const { comment } = actionBody(call);
  if (!named.record.isOrganizer) throw refuseEvent.organizerOnly('cancel');
  if (named.instance) deleteInstance(deedOf(call), named, named.instance, comment);
  else deleteMeeting(deedOf(call), named, { comment });
  return { ...eventAnswer(call, 202), writes: { deleted: 1 } };
};

/** `POST …/accept`, `…/tentativelyAccept`, `…/decline`: an attendee answers; `If-Match` is not looked at; 202. */
export const respondTo =
  (answer: Answer): GraphHandler =>
  (call) => {
    const named = knownEvent(call);
    const { comment, sendResponse } = actionBody(call);
    respond(deedOf(call), named, named.instance, { answer, comment, sendResponse });
    return { ...eventAnswer(call, 202), writes: { updated: 1 } };
  };

/** The parameters of an action, in any letter case; a body may be missing. */
function actionBody(call: GraphCall): { comment: string | undefined; sendResponse: boolean } {
  const body = call.request.body === '' ? {} : jsonBody(call.request);
  const named = new Map(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
  const comment = named.get('comment');
  return {
    comment: typeof comment === 'string' ? comment : undefined,
    sendResponse: named.get('sendresponse') !== false,
  };
}
