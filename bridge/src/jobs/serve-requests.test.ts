import { expect, it } from 'vitest';
import { Fault } from '../domain/fault.ts';
import type { RequestRow } from '../salesforce/salesforce.ts';
import type { RequestDeps } from './requests/request.ts';
import { serveRequests } from './serve-requests.ts';

/** What is written to the rows of two requests, of which the first meets an error. */
async function answersAfter(error: Error) {
  const written: object[] = [];
  const deps = {
    now: () => new Date('2026-03-10T09:00:00Z'),
    log: { info: () => undefined, warn: () => undefined },
    salesforce: {
      isAdmin: (userId: string) => (userId === 'ann' ? Promise.reject(error) : Promise.resolve(false)),
      writer: {
        updateRows: (_object: string, rows: readonly object[]) => Promise.resolve(written.push(...rows)),
      },
    },
  } as unknown as RequestDeps;
  const request = { kind: 'SyncNow', userId: 'ann', issueId: null };
  const requests = [
    { ...request, id: 'a1', createdBy: 'ann' },
    { ...request, id: 'a2', createdBy: 'bob' },
  ];
  await serveRequests(deps, requests as unknown as readonly RequestRow[]);
  return written;
}

const others = { Id: 'a2', Status__c: 'Refused', Error_Code__c: 'TDM-R-NOT-YOURS' };

it('leaves a request for the next time where Salesforce does not answer, and serves the others', async () => {
  for (const code of ['TDM-S-UNREACHABLE', 'TDM-S-ANSWER', 'TDM-S-LIMIT'] as const)
    expect(await answersAfter(new Fault(code, ''))).toMatchObject([others]);
});

it('says of a request that it failed where trying again would not help', async () => {
  const failed = { Id: 'a1', Status__c: 'Failed', Error_Code__c: 'TDM-R-FAILED' };
  expect(await answersAfter(new Fault('TDM-S-PACKAGE', ''))).toMatchObject([failed, others]);
  expect(await answersAfter(new TypeError('broken'))).toMatchObject([failed, others]);
});
