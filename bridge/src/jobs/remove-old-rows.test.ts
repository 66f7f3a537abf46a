import { expect, it, onTestFinished } from 'vitest';
import { startOrg } from '../salesforce/testing/emulated-org.ts';
import { silent } from '../salesforce/testing/http-org.ts';
import { removeOldRows } from './remove-old-rows.ts';

const keepDays = { requests: 30, issues: 90, conflicts: 365 };

it('deletes what is done with and old, once a day, and keeps conflicts longer', async () => {
  const org = await startOrg();
  onTestFinished(() => org.close());
  const { writer } = org.salesforce;
  await org.salesforce.signIn();
  const issue = (Issue_Key__c: string, Code__c: string, Status__c: string, Closed_At__c: string | null) => ({
    Issue_Key__c,
    Code__c,
    Status__c,
    Closed_At__c,
  });
  const outcomes = await writer.upsertRows('Tandem_Issue__c', 'Issue_Key__c', [
    issue('old', 'TDM-C-CLIPPED', 'Closed', '2026-01-01T00:00:00Z'),
    issue('young', 'TDM-C-CLIPPED', 'Closed', '2026-06-01T00:00:00Z'),
    issue('open', 'TDM-C-CLIPPED', 'Open', null),
    issue('conflict', 'TDM-C-CONFLICT', 'Closed', '2026-01-01T00:00:00Z'),
    issue('old conflict', 'TDM-C-CONFLICT', 'Closed', '2025-01-01T00:00:00Z'),
  ]);
  expect(outcomes.every(({ ok }) => ok)).toBe(true);
  const meta = new Map<string, string>();
  const store = {
    meta: {
      get: async (key: string) => Promise.resolve(meta.get(key) ?? null),
      set: async (key: string, value: string) => Promise.resolve(void meta.set(key, value)),
    },
  };
  const deps = {
    store: store as unknown as Parameters<typeof removeOldRows>[0]['store'],
    salesforce: org.salesforce,
    now: () => new Date('2026-06-10T00:00:00Z'),
    log: silent,
  };
  expect(await removeOldRows(deps, keepDays)).toBe(2);
  expect(await removeOldRows(deps, { requests: 0, issues: 0, conflicts: 0 })).toBe(0);
  const { objects } = await org.control<{ objects: Record<string, Record<string, unknown>[]> }>(
    'GET',
    'state?objects=Tandem_Issue__c',
  );
  const left = (objects.Tandem_Issue__c ?? []).filter(({ IsDeleted }) => IsDeleted !== true);
  expect(left.map(({ Issue_Key__c }) => Issue_Key__c).toSorted()).toEqual(['conflict', 'open', 'young']);
});
