import type { EventState, ExceptionState, InstanceState } from '../exchange/events/event-state.ts';
import type { EventSeed } from '../exchange/events/seed-events.ts';
import type { Answer } from '../exchange/events/responses.ts';
import type { SentMail } from '../exchange/mail/outgoing-mail.ts';
import type { ControlRequest } from './control.ts';

export type { EventSeed, EventState, ExceptionState, InstanceState, SentMail };

/** Graph-shaped properties of an event, as a person enters them. */
export type EventInput = Record<string, unknown>;

/** What people do with their calendars. An event is named by either form of its id; `date` names one occurrence by its original date. */
export interface CalendarPeople {
  events(mailbox: string): Promise<EventState[]>;
  event(mailbox: string, event: string): Promise<EventState>;
  createEvent(mailbox: string, event: EventInput): Promise<EventState>;
  editEvent(mailbox: string, event: string, change: EventInput, date?: string): Promise<EventState>;
  deleteEvent(mailbox: string, event: string, date?: string): Promise<void>;
  /** Takes an event back out of Deleted Items, by its immutable id. */
  restoreEvent(mailbox: string, event: string): Promise<EventState>;
  /** What the calendar shows between two ISO times: single events, occurrences and exceptions. */
  view(mailbox: string, from: string, until: string): Promise<InstanceState[]>;
  /** An attendee answers an invitation. */
  respond(mailbox: string, event: string, answer: Answer, date?: string): Promise<void>;
  /** An attendee outside the company has answered the organizer. */
  receiveResponse(mailbox: string, event: string, from: string, answer: Answer): Promise<EventState>;
  /** Somebody outside invites the mailbox's owner. */
  receiveInvitation(
    mailbox: string,
    invitation: EventInput & { organizer: { name?: string; address: string }; uid?: string },
  ): Promise<EventState>;
  /** The organizer outside changes the meeting, or cancels it. */
  updateInvitation(mailbox: string, event: string, change: EventInput, date?: string): Promise<EventState>;
  cancelInvitation(mailbox: string, event: string, date?: string): Promise<void>;
}

/** What Exchange mailed about events. */
export interface MailLog {
  read(since?: number): Promise<SentMail[]>;
  clear(): Promise<void>;
}

export function mailLog(request: ControlRequest): MailLog {
  return {
    read: async (since = 0) => (await request<{ mail: SentMail[] }>('GET', `mail?since=${since}`)).mail,
    clear: async () => void (await request('DELETE', 'mail')),
  };
}

export function calendarPeople(request: ControlRequest): CalendarPeople {
  const at = (mailbox: string, ...rest: string[]) =>
    ['people', 'mailboxes', mailbox, ...rest].map(encodeURIComponent).join('/');
  const on = (date: string | undefined) => (date === undefined ? '' : `?date=${date}`);
  return {
    events: async (mailbox) => (await request<{ events: EventState[] }>('GET', at(mailbox, 'events'))).events,
    event: (mailbox, event) => request('GET', at(mailbox, 'events', event)),
    createEvent: (mailbox, event) => request('POST', at(mailbox, 'events'), event),
    editEvent: (mailbox, event, change, date) =>
      request('PATCH', at(mailbox, 'events', event) + on(date), change),
    deleteEvent: async (mailbox, event, date) =>
      void (await request('DELETE', at(mailbox, 'events', event) + on(date))),
    restoreEvent: (mailbox, event) => request('POST', at(mailbox, 'events', event, 'restore')),
    view: async (mailbox, from, until) => {
      const query = new URLSearchParams({ from, until }).toString();
      return (await request<{ events: InstanceState[] }>('GET', `${at(mailbox, 'view')}?${query}`)).events;
    },
    respond: async (mailbox, event, answer, date) =>
      void (await request('POST', at(mailbox, 'events', event, 'respond') + on(date), { answer })),
    receiveResponse: (mailbox, event, from, answer) =>
      request('POST', at(mailbox, 'events', event, 'responses'), { from, answer }),
    receiveInvitation: (mailbox, invitation) => request('POST', at(mailbox, 'invitations'), invitation),
    updateInvitation: (mailbox, event, change, date) =>
      request('PATCH', at(mailbox, 'invitations', event) + on(date), change),
    cancelInvitation: async (mailbox, event, date) =>
      void (await request('DELETE', at(mailbox, 'invitations', event) + on(date))),
  };
}
