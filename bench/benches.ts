import type { Bar } from './bars.ts';
import { cpuAnItem, httpExchange, httpSalesforce, speed, wall, writes } from './bars.ts';
import { benchEdit } from './contacts.ts';
import type { StartState } from './world/state.ts';
import type { BenchWorld } from './world/world.ts';

/** One bench: what is there, what is measured, and what it has to come to. */
export interface Bench {
  readonly name: string;
  /** What is done, in a line. */
  readonly work: string;
  readonly start: StartState;
  /** `first`: from signing in to the end of the first pass. `running`: one cycle of a bridge that runs and is in sync. */
  readonly measures: 'first' | 'running';
  /** What people do before the cycle. */
  readonly people?: (world: BenchWorld) => Promise<void>;
  readonly bars: readonly Bar[];
}

const contacts = 5000;
const changedOnEachSide = 25;

/** All benches by the order in which people read them. */
export const benches: readonly Bench[] = [
  {
    name: 'contacts-first-in',
    work: '5,000 contacts from Exchange to an org without contacts',
    start: { mailboxes: 1, contacts, place: 'exchange' },
    measures: 'first',
    bars: [httpExchange(50, 62), httpSalesforce(11, 26), speed(500), cpuAnItem(1)],
  },
  {
    name: 'contacts-first-out',
    work: '5,000 contacts from Salesforce to an empty folder',
    start: { mailboxes: 1, contacts, place: 'salesforce' },
    measures: 'first',
    bars: [httpExchange(250, 265), httpSalesforce(8, 23), wall(31, 25)],
  },
  {
    name: 'contacts-rematch',
    work: '5,000 equal contacts on both sides, no links and no database',
    start: { mailboxes: 1, contacts, place: 'both' },
    measures: 'first',
    bars: [httpExchange(50, 71), httpSalesforce(8, 23), wall(8), writes(0)],
  },
  {
    name: 'contacts-idle',
    work: 'running, 5,000 linked contacts, nothing changed',
    start: { mailboxes: 1, contacts, place: 'linked' },
    measures: 'running',
    bars: [httpExchange(1, 1), httpSalesforce(2, 3), wall(0.2), writes(0)],
  },
  {
    name: 'contacts-one-percent',
    work: 'running, 5,000 linked contacts, 25 changed on each side',
    start: { mailboxes: 1, contacts, place: 'linked' },
    measures: 'running',
    people: editOnEachSide,
    bars: [httpExchange(3, 4), httpSalesforce(4, 6), wall(1), writes(2 * changedOnEachSide)],
  },
  {
    name: 'mailboxes-idle',
    work: 'running, 200 mailboxes of 100 linked contacts, nothing changed',
    start: { mailboxes: 200, contacts: 100, place: 'linked' },
    measures: 'running',
    bars: [httpExchange(200, 205), httpSalesforce(2, 4), wall(6), writes(0)],
  },
];

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
