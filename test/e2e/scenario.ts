import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { createWorld } from './world.ts';
import type { Services, World } from './world.ts';
import { startExchange } from './world/exchange.ts';
import { createKeys } from './world/keys.ts';
import { startSalesforce } from './world/salesforce.ts';

/** A test in a world of its own; the services are shared within a file and emptied before each test. */
export const scenario = test
  .extend<{ $file: { services: Services } }>({
    services: [
      async ({}, use) => {
        const folder = mkdtempSync(join(tmpdir(), 'tandem-e2e-'));
        const [exchange, salesforce] = await Promise.all([startExchange(), startSalesforce()]);
        const keys = createKeys(folder);
        await use({ exchange, salesforce, keys, folder });
        await Promise.all([exchange.close(), salesforce.close()]);
        rmSync(folder, { recursive: true, force: true });
      },
      { scope: 'file' },
    ],
  })
  .extend<{ world: World }>({
    world: async ({ services }, use) => {
      const opened = await createWorld(services);
      await use(opened.world).finally(() => opened.close());
    },
  });
