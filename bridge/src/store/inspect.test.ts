import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { TestPlace } from './fixture.ts';
import { openingMs, testLog, testStores } from './fixture.ts';
import { freeBytes, inspectStore } from './inspect.ts';
import { latestMigration } from './migrate.ts';
import { openStore } from './open.ts';

const places: TestPlace[] = [];
afterEach(async () => {
  await Promise.all(places.splice(0).map((place) => place.remove()));
}, openingMs);

describe.each(testStores())('looking at a database, $name', ({ empty }) => {
  it(
    'says that it is not migrated yet, and leaves that to others; then that it is current; then that it is newer',
    async () => {
      const place = await empty();
      places.push(place);
      const options = { ...place.options, log: testLog() };
      const old = { kind: 'old', migration: null, latest: latestMigration };
      expect(await inspectStore(options)).toEqual(old);
      expect(await inspectStore(options)).toEqual(old);
      const open = await openStore(options);
      expect(open.migrated).toEqual({ from: null, to: latestMigration });
      await open.close();
      expect(await inspectStore(options)).toEqual({ kind: 'current', migration: latestMigration });
      await place.sql(
        `insert into tandem.kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')`,
      );
      await expect(inspectStore(options)).rejects.toMatchObject({
        code: 'TDM-B-SCHEMA',
        detail: '9999-from-the-future',
      });
    },
    openingMs,
  );
});

it('an embedded database that is not there is not made, and refused where it cannot be', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-inspect-'));
  const dataDir = join(folder, 'deep', 'data');
  expect(await inspectStore({ dataDir, log: testLog() })).toEqual({ kind: 'none' });
  expect(await freeBytes(dataDir)).toBeGreaterThan(0);
  expect(existsSync(join(folder, 'deep'))).toBe(false);
  writeFileSync(join(folder, 'file'), '');
  await expect(inspectStore({ dataDir: join(folder, 'file', 'data'), log: testLog() })).rejects.toMatchObject(
    { code: 'TDM-B-DATABASE' },
  );
  rmSync(folder, { recursive: true });
});
