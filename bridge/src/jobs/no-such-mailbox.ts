import { Fault } from '../domain/fault.ts';

/** Nobody who syncs has the address that was named. */
export function noSuchMailbox(): Fault {
  return new Fault('TDM-R-NO-MAILBOX', 'Nobody who syncs has this e-mail address.');
}
