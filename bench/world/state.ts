import type { SeriesShape } from '../events.ts';
import { datesAhead } from '../events.ts';

/** What both sides hold before a bench, in each of so many mailboxes. */
export type StartState = ContactsAtStart | EventsAtStart;

/** Where the items are; `linked`: on both sides, with the links of a former sync. */
type Place = 'exchange' | 'salesforce' | 'both' | 'linked';

/** Only contacts sync. */
export interface ContactsAtStart {
  readonly kind: 'Contact';
  readonly mailboxes: number;
  /** Contacts of each mailbox. */
  readonly contacts: number;
  readonly place: Place;
}

/** Only events sync. */
export interface EventsAtStart {
  readonly kind: 'Event';
  readonly mailboxes: number;
  /** Single events of each mailbox. */
  readonly singles: number;
  /** Series of each mailbox, which are in Exchange. */
  readonly series: number;
  readonly shape: SeriesShape;
  /** Where the single events are. */
  readonly place: Exclude<Place, 'linked'>;
  /** How many days ahead dates of series are synced. */
  readonly seriesDaysAhead: number;
}

/** How many links there are once everything is in step, `nights` later. */
export function itemsOf(state: StartState, nights = 0): number {
  if (state.kind === 'Contact') return state.mailboxes * state.contacts;
  const dates = datesAhead(state.shape, state.seriesDaysAhead + nights);
  return state.mailboxes * (state.singles + state.series * dates);
}

/** One mailbox of the bench with the items that were seeded, in the order of their numbers. */
export interface BenchMailbox {
  readonly email: string;
  /** Salesforce id of the user. */
  readonly userId: string;
  /** Contacts, or single events and then series. */
  readonly exchangeIds: readonly string[];
  readonly recordIds: readonly string[];
}
