import { converged } from './converged.ts';
import type { GoesOut } from './honest.ts';
import { honest } from './honest.ts';
import type { Ledger } from './ledger.ts';
import { nothingLost } from './nothing-lost.ts';
import { single } from './single.ts';
import type { Snapshot, Violation } from './snapshot.ts';

export interface Rules {
  /** Salesforce fields whose mapping the admin switched off. */
  unmapped?: readonly string[];
  /** E-mail addresses, or names without one, of contacts that several people know, each for themselves. */
  apart?: readonly string[];
  /** Users whose mailbox is paused: their links wait as they are. */
  paused?: readonly string[];
  /** Whether the admin's scope, filter and the user's follows let a record out to a user; the user's own go out unless told. */
  goesOut?: GoesOut;
}

/** Checks the five invariants that one look at both sides can show; I2 needs a look before and after a sync, see `quiet`. */
export function violationsIn(all: Snapshot, ledger: Ledger, rules: Rules = {}): Violation[] {
  const unmapped = rules.unmapped ?? [];
  const snapshot = withoutMailboxes(all, rules.paused ?? []);
  return [
    ...converged(snapshot, unmapped),
    ...single(snapshot, ledger, rules.apart ?? []),
    ...nothingLost(snapshot, ledger, unmapped),
    ...silent(snapshot),
    ...honest(snapshot, unmapped, rules.goesOut),
  ];
}

/** I5: the sync caused no mail. */
function silent({ mails }: Snapshot): Violation[] {
  return mails === 0 ? [] : [{ invariant: 'I5', sentence: `${mails} mail(s) were sent` }];
}

function withoutMailboxes(snapshot: Snapshot, users: readonly string[]): Snapshot {
  return {
    ...snapshot,
    mailboxes: snapshot.mailboxes.filter(({ user }) => !users.includes(user)),
    links: snapshot.links.filter(({ user }) => !users.includes(user)),
  };
}
