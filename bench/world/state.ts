/** What both sides hold before a bench, in each of so many mailboxes. */
export interface StartState {
  readonly mailboxes: number;
  /** Contacts of each mailbox. */
  readonly contacts: number;
  readonly place: 'exchange' | 'salesforce' | 'both' | 'linked';
}

/** One mailbox of the bench with the contacts that were seeded, in the order of their numbers. */
export interface BenchMailbox {
  readonly email: string;
  /** Salesforce id of the user. */
  readonly userId: string;
  readonly exchangeIds: readonly string[];
  readonly recordIds: readonly string[];
}
