import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../bridge/src/cli/settings.ts';
import { bridgeEnvironment } from './bridge-environment.ts';
import { startEmulator } from './emulator.ts';
import { freePort } from './free-port.ts';
import { named } from './named.ts';
import { startProcess } from './process.ts';

function script(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'tandem-demo-')), 'part.mjs');
  writeFileSync(file, text);
  return file;
}

const settings = {
  tenantId: 'tenant',
  exchangeClientId: 'app',
  salesforceClientId: 'key',
  credentials: { certificateFile: 'c.pem', privateKeyFile: 'k.pem', certificatePem: '' },
  exchangeUrl: 'http://127.0.0.1:1',
  salesforceUrl: 'http://127.0.0.1:2',
  username: 'bridge@fernhill.example',
  folder: 'demo',
  pollSeconds: { exchange: 5, salesforce: 5 },
};

/** The same settings with a value in place of each file. */
const withoutFiles = (environment: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(environment).map(([name, value]) => [name.replace(/_FILE$/, ''), value]));

describe('the parts of the demo', () => {
  it("keeps the demo's bridge away from the database and the settings of a real one", () => {
    const machine = {
      PATH: '/bin',
      DATABASE_URL: 'postgres://real',
      TANDEM_CONCURRENCY: '9',
      TANDEM_TENANT_ID: 'real',
    };
    const environment = bridgeEnvironment(settings, machine);
    expect(environment).toMatchObject({
      PATH: '/bin',
      TANDEM_TENANT_ID: 'tenant',
      TANDEM_GRAPH_URL: 'http://127.0.0.1:1',
    });
    expect(environment).not.toHaveProperty('DATABASE_URL');
    expect(environment).not.toHaveProperty('TANDEM_CONCURRENCY');
  });

  it('names the reps where the bridge says ids, and leaves other ids alone', () => {
    const names = new Map([['0055g0000000002AAA', 'Maya Castellanos']]);
    expect(named('Mailbox of user 0055g0000000002AAA: in sync.', names)).toBe('Maya Castellanos: in sync.');
    expect(named('user 0055g0000000009AAA left', names)).toBe('user 0055g0000000009AAA left');
  });

  it('gives the bridge nothing but settings that it knows', () => {
    expect(() => readSettings(withoutFiles(bridgeEnvironment(settings, {})))).not.toThrow();
  });

  it('waits for the address that an emulator announces', async () => {
    const part = script(
      `console.log('{"ready":true,"url":"http://127.0.0.1:1"}'); setInterval(() => {}, 1000);`,
    );
    const emulator = await startEmulator('The tenant', part);
    expect(emulator.url).toBe('http://127.0.0.1:1');
    await emulator.process.stop();
  });

  it('tells what an emulator said when it ends before it is ready', async () => {
    const part = script(`console.error('no such port'); process.exit(3);`);
    await expect(startEmulator('The tenant', part)).rejects.toThrow(
      /The tenant did not start \(exit code 3\)[^]*no such port/,
    );
  });

  it('hands on each line of a part, from both streams, and how it ended', async () => {
    const lines: string[] = [];
    const part = script(`console.log(process.env.GREETING); console.error('and bye'); process.exitCode = 4;`);
    const running = startProcess({
      name: 'A part',
      script: part,
      env: { ...process.env, GREETING: 'hello' },
      onLine: (line) => lines.push(line),
    });
    expect(await running.ended).toBe(4);
    expect(lines.toSorted()).toEqual(['and bye', 'hello']);
  });

  it('takes the next port when somebody listens on the wished one', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen({ host: '127.0.0.1', port: 0 }, resolve));
    const { port } = taken.address() as AddressInfo;
    expect(await freePort(port)).not.toBe(port);
    await new Promise((resolve) => taken.close(resolve));
  });
});
