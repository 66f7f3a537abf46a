import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseOfTest } from '../../../test/database/copied.ts';
import type { ConfigurationId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import { silent } from '../salesforce/testing/http-org.ts';
import { openStore } from '../store/open.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import type { NightlyPace } from './nightly.ts';
import { continueNightly } from './nightly.ts';
import type { OrgSettings } from './settings-reader.ts';

const settings: OrgSettings = { configurations: new Map(), mailboxRows: new Map(), permissions: new Map() };
const userIds = Array.from({ length: 45 }, (_, index) =>
  as<UserId>(`0057Q0000000${String(index).padStart(3, '0')}AAA`),
);

/** So many mailboxes on a new database; the answer goes on with the round at that hour and tells who was done. */
async function startNights() {
  const open = await openStore({ dataDir: databaseOfTest(), log: silent });
  onTestFinished(() => open.close());
  const { store } = open;
  const configurationId = as<ConfigurationId>('a00000000000001AAA');
  await store.mailboxes.assign(
    userIds.map((userId) => ({ userId, email: '', configurationId, active: true })),
  );
  /** A process of its own each time: nothing but the database lives on. */
  return async (hour: number, pace: NightlyPace = 'portion', dies = false): Promise<readonly string[]> => {
    const done: string[] = [];
    const links: BridgeDeps['store']['links'] = {
      ...store.links,
      ofOthersRecords: (users, kind) => {
        if (dies) throw new Error('The process dies.');
        if (kind === 'Contact') done.push(...users);
        return Promise.resolve([]);
      },
    };
    const now = () => new Date(Date.parse('2026-05-01T00:00:00Z') + hour * 60 * 60 * 1000);
    const deps = { store: { ...store, links }, log: silent, now } as Partial<BridgeDeps> as BridgeDeps;
    await continueNightly(deps, settings, pace);
    return done;
  };
}

describe('the nightly round', () => {
  it('goes over all mailboxes in portions and starts anew a day after it began', async () => {
    const goOn = await startNights();
    expect(await goOn(0)).toEqual(userIds.slice(0, 20));
    expect(await goOn(1)).toEqual(userIds.slice(20, 40));
    expect(await goOn(2)).toEqual(userIds.slice(40));
    expect(await goOn(3)).toEqual([]);
    expect(await goOn(23.9)).toEqual([]);
    expect(await goOn(24)).toEqual(userIds.slice(0, 20));
  });

  it('goes on after a crash with the portion that broke off', async () => {
    const goOn = await startNights();
    await goOn(0);
    await expect(goOn(1, 'portion', true)).rejects.toThrow('dies');
    expect(await goOn(2)).toEqual(userIds.slice(20, 40));
    expect(await goOn(3)).toEqual(userIds.slice(40));
    expect(await goOn(4)).toEqual([]);
  });

  it('comes to its end even when it takes longer than a day', async () => {
    const goOn = await startNights();
    await goOn(0);
    expect(await goOn(30)).toEqual(userIds.slice(20, 40));
    expect(await goOn(31)).toEqual(userIds.slice(40));
    expect(await goOn(32)).toEqual(userIds.slice(0, 20));
  });

  it('is done to its end at once when asked to, and from the beginning when not due', async () => {
    const goOn = await startNights();
    await goOn(0);
    expect(await goOn(1, 'whole')).toEqual(userIds.slice(20));
    expect(await goOn(2, 'whole')).toEqual([]);
    expect(await goOn(3, 'now')).toEqual(userIds);
  });
});
