import type { RecordId } from '../../domain/ids.ts';
import type { Side } from '../../domain/words.ts';

/** A deletion that waits for an admin: where it would be made, and of what. */
export interface HeldDeletion {
  readonly side: Side;
  /** Of a record that would be deleted; the screen names it, as far as its reader may see it. */
  readonly recordId?: RecordId;
  /** Of an item that would be deleted: its name in Exchange. */
  readonly item?: string;
}

/** More than anybody reads; the issue says how many there are. */
export const mostListed = 200;

/** The issue of a mailbox whose deletions of that kind wait. */
export const heldCode = { Contact: 'TDM-M-HELD', Event: 'TDM-M-HELD-EVENTS' } as const;
