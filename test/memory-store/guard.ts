import type { Store } from '../../bridge/src/store/store.ts';
import type { Database, Rows } from './database.ts';
import { everyRows } from './database.ts';
import type { Surroundings } from './memory-store.ts';

/** Deletions that were made in the last hours, and that passes are about to make. */
export function guardIn(database: Database, around: Surroundings): Store['guard'] {
  const sum = (all: Rows['deletions'], since: string) =>
    all.reduce((total, { count, at }) => total + (at >= Date.parse(since) ? count : 0), 0);
  const inOrg = (since: string) =>
    everyRows(database).reduce((total, { deletions }) => total + sum(deletions, since), 0);
  return {
    deletions: (userId, kind, since) => {
      const deletions = database.mailboxes.get(userId)?.rows[kind].deletions ?? [];
      const of = (wanted: 'Exchange' | 'Salesforce') =>
        sum(
          deletions.filter(({ side }) => side === wanted),
          since,
        );
      return Promise.resolve({ Exchange: of('Exchange'), Salesforce: of('Salesforce'), org: inOrg(since) });
    },
    announce: ({ userId, kind, epoch }, count, { since, most }) => {
      const mine = database.mailboxes.get(userId)?.rows[kind];
      const others = everyRows(database).reduce((total, one) => {
        const { lease, announced } = one;
        const lives = lease.until > around.now() || around.lives(lease.holder);
        const counts = one !== mine && lives && lease.holder !== '' && lease.epoch === announced.epoch;
        return total + (counts ? announced.count : 0);
      }, inOrg(since));
      const may = others + count <= most;
      if (mine && mine.announced.epoch <= epoch) mine.announced = { epoch, count: may ? count : 0 };
      return Promise.resolve(may);
    },
  };
}
