import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConfigurationId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { TestPlace } from './fixture.ts';
import { newId, openingMs, testLog, testStores } from './fixture.ts';
import type { OpenStore } from './open.ts';
import { openStore } from './open.ts';

describe.each(testStores())('the brakes, $name', ({ migrated }) => {
  let place: TestPlace;
  let database: OpenStore;
  beforeAll(async () => {
    place = await migrated();
    database = await openStore({ ...place.options, log: testLog() });
  }, openingMs);
  afterAll(async () => {
    await database.close();
    await place.remove();
  });
  const configuration = () => as<ConfigurationId>(newId('a00'));
  const hour = '2026-11-25T03';

  it('give out no more writes of an hour than there are, however many ask at once', async () => {
    const { brakes } = database.store;
    const one = configuration();
    const taken = await Promise.all(
      Array.from({ length: 10 }, () => brakes.takeFirstSyncWrites(one, hour, 30, 100)),
    );
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(100);
    expect(await brakes.takeFirstSyncWrites(one, hour, 1, 100)).toBe(0);
  });

  it('give out others in the next hour, for another configuration, and when more are allowed', async () => {
    const { brakes } = database.store;
    const one = configuration();
    expect(await brakes.takeFirstSyncWrites(one, hour, 5, 3)).toBe(3);
    expect(await brakes.takeFirstSyncWrites(one, hour, 5, 4)).toBe(1);
    expect(await brakes.takeFirstSyncWrites(one, hour, 5, 2)).toBe(0);
    expect(await brakes.takeFirstSyncWrites(configuration(), hour, 5, 3)).toBe(3);
    expect(await brakes.takeFirstSyncWrites(one, '2026-11-25T04', 5, 3)).toBe(3);
  });

  it('sum up what became of the writes of a configuration, until they are forgotten', async () => {
    const { brakes } = database.store;
    const one = configuration();
    expect(await brakes.tally(one, { written: 10, refused: 1 })).toEqual({ written: 10, refused: 1 });
    expect(await brakes.tally(one, { written: 5, refused: 2 })).toEqual({ written: 15, refused: 3 });
    expect(await brakes.tally(configuration(), { written: 1, refused: 0 })).toEqual({
      written: 1,
      refused: 0,
    });
    await brakes.forgetTally(one);
    expect(await brakes.tally(one, { written: 1, refused: 0 })).toEqual({ written: 1, refused: 0 });
  });
});
