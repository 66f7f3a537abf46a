import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { screensOf } from '../lightning/host.ts';
import { integrationUsername, personas, seedCompany } from '../company/seed.ts';
import { createLines } from '../lines.ts';
import { createPlayground } from '../server.ts';
import { bridgeEnvironment } from './bridge-environment.ts';
import type { PollSeconds } from './bridge-environment.ts';
import { makeCredentials } from './credentials.ts';
import { startEmulator } from './emulator.ts';
import { named } from './named.ts';
import { startProcess } from './process.ts';
import type { RunningProcess } from './process.ts';

export interface DemoOptions {
  /** The checkout. */
  readonly root: string;
  /** An empty folder for keys and the bridge's database. */
  readonly folder: string;
  /** The port of the playground. */
  readonly port: number;
  /** Whether the company has a configuration already; true unless told otherwise. */
  readonly configured?: boolean;
  /** How often the bridge asks each side for changes; every 5 seconds unless told otherwise. */
  readonly pollSeconds?: PollSeconds;
  /** Whether the screens were compiled before; false unless told otherwise. */
  readonly compiled?: boolean;
  /** Says a line to the person who started the demo. */
  readonly say: (line: string) => void;
}

export interface Demo {
  /** Where to look. */
  readonly url: string;
  /** Resolves with words for people when a part ends by itself. */
  readonly crashed: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Starts all parts of the demo, each as a process of its own but the playground; when one does not start, none is left running. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const {
    root,
    folder,
    port,
    configured,
    pollSeconds = { exchange: 5, salesforce: 5 },
    compiled = false,
    say,
  } = options;
  const running: RunningProcess[] = [];
  /** The bridge, which was started last, goes first: it would wait for services that are gone. */
  const stopAll = async () => {
    for (const one of running.toReversed()) await one.stop();
  };
  try {
    const emulators = await Promise.allSettled(
      ['exchange', 'salesforce'].map(async (side) => {
        const name = side === 'exchange' ? 'The emulated Exchange tenant' : 'The emulated Salesforce org';
        const emulator = await startEmulator(name, join(root, 'emulators', side, 'start.ts'));
        running.push(emulator.process);
        return emulator.url;
      }),
    );
    const [exchangeUrl, salesforceUrl] = emulators.map(fulfilled) as [string, string];
    const credentials = await makeCredentials(folder);
    const keys = {
      tenantId: randomUUID(),
      exchangeClientId: randomUUID(),
      salesforceClientId: `3MVG9${randomBytes(32).toString('hex')}`,
    };
    const names = await seedCompany(
      exchangeUrl,
      salesforceUrl,
      { ...keys, certificatePem: credentials.certificatePem },
      configured,
    );

    const lines = createLines();
    const bridge = startProcess({
      name: 'The bridge',
      script: join(root, 'bridge', 'src', 'cli', 'main.ts'),
      args: ['start'],
      env: bridgeEnvironment(
        {
          ...{ ...keys, credentials, exchangeUrl, salesforceUrl, folder, pollSeconds },
          username: integrationUsername,
        },
        process.env,
      ),
      onLine: (line) => {
        const words = named(line, names);
        lines.add(words);
        say(words);
      },
    });
    running.push(bridge);
    const playground = await createPlayground({
      ...{ exchangeUrl, salesforceUrl, lines, port },
      lightning: { personas, folder: screensOf(root), compiled },
    });
    return {
      url: playground.url,
      crashed: Promise.race(
        running.map(({ name, ended }) =>
          ended.then((code) => `${name} stopped by itself (exit code ${code}).`),
        ),
      ),
      stop: async () => {
        await Promise.all([playground.close(), stopAll()]);
      },
    };
  } catch (error) {
    await stopAll();
    throw error;
  }
}

function fulfilled(result: PromiseSettledResult<string>): string {
  if (result.status === 'rejected') throw result.reason;
  return result.value;
}
