import type { Bar } from './bars.ts';
import { cpuAnItem, done, httpExchange, httpSalesforce, speed, wall, writes } from './bars.ts';
import { benchEdit } from './contacts.ts';
import { benchEventEdit } from './events.ts';
import type { EventsAtStart, StartState } from './world/state.ts';
import { itemsOf } from './world/state.ts';
import type { BenchWorld } from './world/world.ts';

/** One bench: what is there, what is measured, and what it has to come to. */
export interface Bench {
  readonly name: string;
  /** What is done, in a line. */
  readonly work: string;
  readonly start: StartState;
  /**
   * `first`: from signing in to the end of the first pass. `running`: one cycle of a bridge that runs and is in sync.
   * `nights`: thirty days of such a bridge with one cycle each.
   */
  readonly measures: 'first' | 'running' | 'nights';
  /** What people do before the cycle. */
  readonly people?: (world: BenchWorld) => Promise<void>;
  readonly bars: readonly Bar[];
}

const contacts = 5000;
const changedOnEachSide = 25;
const eventsChangedOnEachSide = 5;
export const nightsMeasured = 30;
const calendar: EventsAtStart = {
  kind: 'Event',
  mailboxes: 1,
  singles: 900,
  series: 100,
  shape: { pattern: 'weekly', dates: 10 },
  place: 'both',
  seriesDaysAhead: 90,
};
const endless: EventsAtStart = { ...calendar, shape: { pattern: 'weekly', dates: null } };
const oneSeries: EventsAtStart = {
  ...calendar,
  singles: 0,
  series: 1,
  shape: { pattern: 'daily', dates: 200 },
  seriesDaysAhead: 250,
};

/** All benches by the order in which people read them. */
export const benches: readonly Bench[] = [
  {
    name: 'contacts-first-in',
    work: '5,000 contacts from Exchange to an org without contacts',
    start: { kind: 'Contact', mailboxes: 1, contacts, place: 'exchange' },
    measures: 'first',
    bars: [httpExchange(50, 62), httpSalesforce(11, 26), speed(500), cpuAnItem(1)],
  },
  {
    name: 'contacts-first-out',
    work: '5,000 contacts from Salesforce to an empty folder',
    start: { kind: 'Contact', mailboxes: 1, contacts, place: 'salesforce' },
    measures: 'first',
    bars: [httpExchange(250, 265), httpSalesforce(8, 23), wall(31, 25)],
  },
  {
    name: 'contacts-rematch',
    work: '5,000 equal contacts on both sides, no links and no database',
    start: { kind: 'Contact', mailboxes: 1, contacts, place: 'both' },
    measures: 'first',
    bars: [httpExchange(50, 71), httpSalesforce(8, 23), wall(8), writes(0)],
  },
  {
    name: 'contacts-idle',
    work: 'running, 5,000 linked contacts, nothing changed',
    start: { kind: 'Contact', mailboxes: 1, contacts, place: 'linked' },
    measures: 'running',
    bars: [httpExchange(1, 1), httpSalesforce(2, 3), wall(0.2), writes(0)],
  },
  {
    name: 'contacts-one-percent',
    work: 'running, 5,000 linked contacts, 25 changed on each side',
    start: { kind: 'Contact', mailboxes: 1, contacts, place: 'linked' },
    measures: 'running',
    people: editOnEachSide,
    bars: [httpExchange(3, 4), httpSalesforce(4, 6), wall(1), writes(2 * changedOnEachSide)],
  },
  {
    name: 'mailboxes-idle',
    work: 'running, 200 mailboxes of 100 linked contacts, nothing changed',
    start: { kind: 'Contact', mailboxes: 200, contacts: 100, place: 'linked' },
    measures: 'running',
    bars: [httpExchange(200, 205), httpSalesforce(2, 4), wall(6), writes(0)],
  },
  {
    name: 'events-first-in',
    work: '900 single events and 100 series of 10 dates from Exchange to an org without events',
    start: { ...calendar, place: 'exchange' },
    measures: 'first',
    bars: [httpExchange(25, 36), httpSalesforce(6, 30), speed(300)],
  },
  {
    name: 'events-first-out',
    work: '1,000 single events from Salesforce to an empty calendar',
    start: { ...calendar, singles: 1000, series: 0, place: 'salesforce' },
    measures: 'first',
    bars: [httpExchange(51, 60), httpSalesforce(3, 20), wall(7, 5)],
  },
  {
    name: 'events-idle',
    work: 'running, 900 single events and 1,000 dates of series, nothing changed',
    start: calendar,
    measures: 'running',
    bars: [httpExchange(1, 1), httpSalesforce(2, 3), wall(0.2), writes(0)],
  },
  {
    name: 'events-one-percent',
    work: 'running, 900 single events and 1,000 dates of series, 5 single events changed on each side',
    start: calendar,
    measures: 'running',
    people: editEventsOnEachSide,
    bars: [httpExchange(2, 4), httpSalesforce(4, 6), writes(2 * eventsChangedOnEachSide)],
  },
  {
    name: 'series-edit',
    work: 'running, a series of 200 dates is renamed in Exchange',
    start: oneSeries,
    measures: 'running',
    people: renameSeries,
    bars: [
      httpExchange(4, 6),
      httpSalesforce(3, 6),
      done('updated', 200),
      done('created', 0),
      done('deleted', 0),
    ],
  },
  {
    name: 'window-slide',
    work: 'running, 30 nights with 900 single events and 100 series without an end',
    start: endless,
    measures: 'nights',
    bars: [
      httpExchange(31, 80),
      done('created', itemsOf(endless, nightsMeasured) - itemsOf(endless)),
      done('updated', 0),
      done('deleted', 0),
    ],
  },
];

async function editEventsOnEachSide({ exchange, salesforce, mailboxes }: BenchWorld): Promise<void> {
  const [mailbox] = mailboxes;
  if (!mailbox) return;
  for (let index = 0; index < eventsChangedOnEachSide; index += 1) {
    const [inExchange, inSalesforce] = [100 * index, 100 * index + 50];
    await exchange.people.editEvent(mailbox.email, mailbox.exchangeIds[inExchange] ?? '', {
      ...benchEventEdit(index).exchange,
    });
    await salesforce.people.update({
      as: mailbox.userId,
      id: mailbox.recordIds[inSalesforce] ?? '',
      fields: { ...benchEventEdit(index).salesforce },
    });
  }
}

async function renameSeries({ exchange, mailboxes }: BenchWorld): Promise<void> {
  const [mailbox] = mailboxes;
  const [series] = mailbox?.exchangeIds.slice(-1) ?? [];
  if (mailbox) await exchange.people.editEvent(mailbox.email, series ?? '', { subject: 'Another name' });
}

async function editOnEachSide({ exchange, salesforce, mailboxes }: BenchWorld): Promise<void> {
  const [mailbox] = mailboxes;
  if (!mailbox) return;
  const { email, userId, exchangeIds, recordIds } = mailbox;
  for (let index = 0; index < changedOnEachSide; index += 1) {
    const [inExchange, inSalesforce] = [100 * index, 100 * index + 50];
    await exchange.people.editContact(email, exchangeIds[inExchange] ?? '', {
      ...benchEdit(inExchange, index).exchange,
    });
    await salesforce.people.update({
      as: userId,
      id: recordIds[inSalesforce] ?? '',
      fields: benchEdit(inSalesforce, index).salesforce,
    });
  }
}
