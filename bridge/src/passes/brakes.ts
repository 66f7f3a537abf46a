import type { ConfigurationId } from '../domain/ids.ts';
import type { Store } from '../store/store.ts';
import type { WriteTally } from '../domain/write-tally.ts';
import { stopsItself } from '../sync/self-stop.ts';

/** What keeps a configuration's writes within bounds, for all of its mailboxes and processes together. */
export interface Brakes {
  /** How many of so many writes to Salesforce may be made now. */
  grant(wanted: number): Promise<number>;
  /** Notes what became of writes; answers the tally of the last hour when the configuration has to stop for it. */
  note(tally: WriteTally): Promise<WriteTally | null>;
}

const hourMs = 60 * 60 * 1000;

/** The brakes of a mailbox. `cap`: how many writes first syncs may make in an hour; null for any number, or none of them. */
export function brakesOf(
  store: Pick<Store, 'brakes'>,
  configurationId: ConfigurationId,
  cap: number | null,
  orgTime: () => Date,
): Brakes {
  return {
    grant: async (wanted) => {
      if (cap === null || wanted === 0) return wanted;
      const hour = orgTime().toISOString().slice(0, 13);
      return store.brakes.takeFirstSyncWrites(configurationId, hour, wanted, cap);
    },
    note: async ({ written, refused }) => {
      if (written + refused === 0) return null;
      const tally = await store.brakes.tally(configurationId, { written, refused });
      return stopsItself(tally) ? tally : null;
    },
  };
}

/** Milliseconds until the next hour begins. */
export function untilNextHour(time: Date): number {
  return hourMs - (time.getTime() % hourMs);
}
