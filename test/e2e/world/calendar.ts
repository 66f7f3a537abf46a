import { expect } from 'vitest';
import type { CalendarPeople, EventState, InstanceState } from '../../../emulators/client/exchange-events.ts';
import { createEventLedger } from '../oracle/events/event-ledger.ts';
import { eventViolations } from '../oracle/events/event-violations.ts';
import type { World } from '../world.ts';
import { eventSnapshot } from './calendar-snapshot.ts';
import type { Person } from './people.ts';
import { mayWriteEvents } from './permissions.ts';
import { notesInExchange, notesInSalesforce } from './typed-events.ts';

type Fields = Record<string, unknown>;
type CalendarAnswer = Parameters<CalendarPeople['receiveResponse']>[3];

/** A Salesforce event, as its owner sees it. */
export interface SalesforceEventRow extends Fields {
  Id: string;
  Subject: string;
}

/** What two people do in their calendars on both sides, and what came of it. */
export interface Calendars {
  /** A person's event in Outlook; the event. */
  creates(person: Person, event: Fields): Promise<EventState>;
  edits(person: Person, id: string, change: Fields, date?: string): Promise<void>;
  deletes(person: Person, id: string, date?: string): Promise<void>;
  /** Somebody outside of the company answers a person's invitation. */
  answers(person: Person, id: string, from: string, answer: CalendarAnswer): Promise<void>;
  /** Single events and series in Outlook. */
  events(person: Person): Promise<EventState[]>;
  /** What Outlook shows of the coming days. */
  shows(person: Person): Promise<InstanceState[]>;
  /** A person's event in Salesforce; its id. */
  records(person: Person, fields: Fields): Promise<string>;
  changes(person: Person, id: string, fields: Fields): Promise<void>;
  /** The admin changes somebody's record, as an automation might. */
  othersChange(id: string, fields: Fields): Promise<void>;
  removes(person: Person, id: string): Promise<void>;
  /** Events in Salesforce that are not deleted, by start, without those that the platform makes for invited users. */
  rows(): Promise<SalesforceEventRow[]>;
  /** Further syncs write nothing, nobody was mailed but those that `mailed` names, and the invariants hold. */
  verify(mailed?: readonly string[]): Promise<void>;
}

/** A time on a coming day, so and so many days from now, in Graph's form. */
export function at(days: number, time: string, timeZone = 'UTC'): Fields {
  return { dateTime: `${day(days)}T${time}`, timeZone };
}

/** When the tests of a file began: their days stay the same when midnight passes meanwhile. */
const begun = Date.now();

/** The date so and so many days from now. */
export function day(days: number): string {
  return new Date(begun + days * 86_400_000).toISOString().slice(0, 10);
}

/** An hour on a coming day. */
export function hour(subject: string, days: number, more: Fields = {}): Fields {
  return { subject, start: at(days, '10:00:00'), end: at(days, '11:00:00'), ...more };
}

/** Every week at ten by that zone's clock, for so many weeks from so many days ahead on. */
export function weekly(subject: string, days: number, numberOfOccurrences: number, zone = 'UTC'): Fields {
  const weekday = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
  const startDate = day(days);
  return {
    subject,
    start: at(days, '10:00:00', zone),
    end: at(days, '11:00:00', zone),
    recurrence: {
      pattern: {
        type: 'weekly',
        interval: 1,
        daysOfWeek: [weekday[new Date(`${startDate}T00:00:00Z`).getUTCDay()]],
        firstDayOfWeek: 'sunday',
      },
      range: { type: 'numbered', startDate, numberOfOccurrences },
    },
  };
}

/** Fields that the org leaves out where they are empty. */
const empty = { Location: null, Description: null, WhoId: null };

/** Switches events on for everybody, with these settings, and gives the people hands for both calendars. */
export async function calendarsOf(world: World, settings: Fields = {}): Promise<Calendars> {
  const { exchange, salesforce } = world;
  await mayWriteEvents(world);
  await world.admin.sets({
    Event_Direction__c: 'Both',
    Event_Deletes_To_Salesforce__c: 'Delete',
    Event_Deletes_To_Exchange__c: 'Delete',
    ...settings,
  });
  const { calendars, mail } = exchange;
  const ledger = createEventLedger();
  /** Notes what a person typed into a record. */
  const typed = async (id: string, change: Fields) => {
    const row = (await salesforce.rows('Event')).find(({ Id }) => Id === id);
    if (row) notesInSalesforce(ledger, world.rounds(), id, change, row);
  };
  const rows = async () =>
    (await salesforce.rows('Event'))
      .filter(({ IsChild }) => IsChild !== true)
      .map((row): SalesforceEventRow => ({
        ...empty,
        ...row,
        Id: String(row.Id),
        Subject: String(row.Subject),
      }))
      .toSorted((a, b) => String(a.StartDateTime).localeCompare(String(b.StartDateTime)));
  return {
    creates: async ({ email }, event) => {
      const made = await calendars.createEvent(email, event);
      notesInExchange(ledger, world.rounds(), made, event);
      return made;
    },
    edits: async ({ email }, id, change, date) => {
      const edited = await calendars.editEvent(email, id, change, date);
      notesInExchange(ledger, world.rounds(), edited, change, date);
    },
    deletes: async ({ email }, id, date) => {
      await calendars.deleteEvent(email, id, date);
      ledger.removes({ item: date === undefined ? id : `${id}/${date}`, round: world.rounds() });
    },
    answers: async ({ email }, id, from, answer) =>
      void (await calendars.receiveResponse(email, id, from, answer)),
    events: ({ email }) => calendars.events(email),
    shows: ({ email }) => calendars.view(email, `${day(-40)}T00:00:00Z`, `${day(400)}T00:00:00Z`),
    records: async ({ user }, fields) => {
      const [id] = await salesforce.insert('Event', [{ OwnerId: user, ...fields }], user);
      await typed(String(id), fields);
      return String(id);
    },
    changes: async ({ user }, id, fields) => {
      await salesforce.update('Event', id, fields, user);
      await typed(id, fields);
    },
    othersChange: async (id, fields) => {
      await world.admin.edits('Event', id, fields);
      await typed(id, fields);
    },
    removes: async ({ user }, id) => {
      await salesforce.remove('Event', id, user);
      ledger.removes({ item: id, round: world.rounds() });
    },
    rows,
    verify: async (mailed = []) => {
      await Promise.all([exchange.clearFaults(), salesforce.clearFaults()]);
      await world.syncs();
      await Promise.all([exchange.clearCounters(), salesforce.clearCounters()]);
      await world.syncs();
      expect((await exchange.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 0 });
      expect((await salesforce.counters()).writes).toEqual({ created: 0, updated: 0, deleted: 0 });
      expect((await mail.read()).filter(({ by }) => by === 'api').map(({ to }) => to)).toEqual(mailed);
      const violations = eventViolations(await eventSnapshot(world), ledger);
      expect(violations.map(({ invariant, sentence }) => `${invariant}: ${sentence}`)).toEqual([]);
    },
  };
}
