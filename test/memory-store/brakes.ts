import type { Store } from '../../bridge/src/store/store.ts';
import type { Database } from './database.ts';
import type { Surroundings } from './memory-store.ts';

/** What first syncs wrote by the hour, and what became of all writes. */
export function brakesIn(database: Database, around: Surroundings): Store['brakes'] {
  return {
    takeFirstSyncWrites: (configurationId, hour, wanted, most) => {
      const key = `${configurationId} ${hour}`;
      const before = database.firstSyncHours.get(key) ?? 0;
      const after = Math.max(before, Math.min(most, before + wanted));
      database.firstSyncHours.set(key, after);
      return Promise.resolve(after - before);
    },
    tally: (configurationId, tally) => {
      database.tallies.push({ configurationId, at: around.now(), ...tally });
      const recent = database.tallies.filter(
        (one) => one.configurationId === configurationId && one.at > around.now() - 3_600_000,
      );
      return Promise.resolve({
        written: recent.reduce((sum, { written }) => sum + written, 0),
        refused: recent.reduce((sum, { refused }) => sum + refused, 0),
      });
    },
    forgetTally: (configurationId) => {
      const others = database.tallies.filter((one) => one.configurationId !== configurationId);
      database.tallies.splice(0, Infinity, ...others);
      return Promise.resolve();
    },
  };
}
