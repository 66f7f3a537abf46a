import { expect, test } from 'vitest';
import { fixtureOrg } from '../fixture/fixture-org.ts';
import { remove } from './delete.ts';
import { dataStorage } from './storage.ts';

test('a full storage refuses new records until some are deleted, and updates go on', () => {
  const fixture = fixtureOrg();
  fixture.limits.dataStorageMb = 4 / 1024;
  const [first] = ['A', 'B'].map((LastName) => fixture.make('Contact', { LastName })) as [string, string];
  expect(fixture.insert('Contact', { LastName: 'C' })).toMatchObject({
    refusal: { code: 'STORAGE_LIMIT_EXCEEDED' },
  });
  expect(fixture.update(first, { Title: 'T' })).toMatchObject({ ok: true });
  remove(fixture.org, fixture.org.schema.object('Contact')!, first, fixture.act());
  expect(fixture.insert('Contact', { LastName: 'C' })).toMatchObject({ ok: true });
});

test('the storage shown is what is left in whole megabytes', () => {
  const fixture = fixtureOrg();
  fixture.limits.dataStorageMb = 2;
  fixture.make('Contact', { LastName: 'A' });
  expect(dataStorage(fixture.org)).toEqual({ Max: 2, Remaining: 1 });
});
