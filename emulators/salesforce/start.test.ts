import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createSalesforceClient } from '../client/salesforce.ts';
import { FIXTURE_PACKAGE } from './fixture/fixture-org.ts';

test('as a process it says where it listens, has the named package, and ends on SIGTERM', async () => {
  const start = fileURLToPath(new URL('start.ts', import.meta.url));
  const child = spawn(process.execPath, [start, '--port', '0', '--package', FIXTURE_PACKAGE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const ready = JSON.parse(line) as { ready: boolean; url: string };
    expect(ready).toMatchObject({
      ready: true,
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string,
    });
    const { objects } = await createSalesforceClient(ready.url).state(['Box__c', 'Tandem_Link__c']);
    expect(Object.keys(objects)).toEqual(['Box__c']);
  } finally {
    child.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
});
