import type { Invitations } from '../../domain/invitations.ts';
import type { EventWrite } from './mailed-by.ts';
import { isSeen, mailedBy } from './mailed-by.ts';

/**
 * Why Tandem makes a write. `personsEdit`: the record was last saved by its owner or the mailbox's user; `othersEdit`: by anybody
 * else, as an automation or Tandem's own user. `firstSync` is the one after a reset too. `pairing`: nobody remembers what attendees
 * saw before. `accessLost`: the record is another user's now, or hidden from its user.
 */
export type WriteCause = 'personsEdit' | 'othersEdit' | 'firstSync' | 'pairing' | 'accessLost';

/** What is known when a write is about to be made. */
export interface Circumstances {
  readonly setting: Invitations;
  readonly cause: WriteCause;
  /** The meeting has ended, before the write or after it. */
  readonly isPast: boolean;
  /** Mailing writes of the mailbox in the last 24 hours. */
  readonly mailedToday: number;
  /** The contract check has passed against this tenant and org; until then nothing is written that mails. */
  readonly isChecked: boolean;
}

/** What becomes of a write. `mailed` are the addresses that it would mail. */
export type Verdict =
  | { readonly kind: 'write' }
  | { readonly kind: 'writeWithoutAttendees' }
  | { readonly kind: 'hold'; readonly mailed: readonly string[] }
  | { readonly kind: 'refuse'; readonly mailed: readonly string[] };

/** More mailing writes of a mailbox in 24 hours are a bulk change, and held. */
export const mostMailingWrites = 10;

/** What one person's own edit of a meeting may change although it mails. */
const timePlaceSubject: ReadonlySet<string> = new Set([
  'start',
  'end',
  'isAllDay',
  'location',
  'locations',
  'subject',
]);

/**
 * The invitation guard: whether a write to Exchange may be made, asked before every one. docs/invitations.md is its table of
 * cases. A new event that would mail is made without attendees; any other write that must not mail is refused, and becomes an
 * issue that says who would have been mailed.
 */
export function guardInvitations(write: EventWrite, circumstances: Circumstances): Verdict {
  const mailed = mailedBy(write);
  if (mailed.length === 0) return { kind: 'write' };
  if (mayMail(write, circumstances))
    return circumstances.setting === 'PeoplesEdits' && circumstances.mailedToday >= mostMailingWrites
      ? { kind: 'hold', mailed }
      : { kind: 'write' };
  return write.kind === 'create' ? { kind: 'writeWithoutAttendees' } : { kind: 'refuse', mailed };
}

function mayMail(
  { kind, changes }: EventWrite,
  { setting, cause, isPast, isChecked }: Circumstances,
): boolean {
  if (!isChecked || setting === 'Never') return false;
  if (setting === 'Always') return true;
  return (
    cause === 'personsEdit' &&
    !isPast &&
    kind === 'update' &&
    changes.every((property) => timePlaceSubject.has(property) || !isSeen(property))
  );
}
