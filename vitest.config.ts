import { defineConfig } from 'vitest/config';
import { keepTemporaryFilesInMemory } from './scripts/checks/temporary-folder.ts';

keepTemporaryFilesInMemory();

/** Unit tests stand beside their source; what crosses parts stands in test/. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: ['test/database/made.ts'],
          // A process of its own for each file would cost more than most files do.
          isolate: false,
          include: [
            'bridge/src/**/*.test.ts',
            'emulators/**/*.test.ts',
            'playground/**/*.test.ts',
            'bench/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          // Some start processes, which on a busy machine takes a minute.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'package',
          isolate: false,
          include: ['test/package/**/*.test.ts'],
          // Some compile every component or start Java, which on a busy machine takes minutes.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'contract',
          isolate: false,
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'programs',
          include: ['test/programs/**/*.test.ts'],
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['test/simulation/**/*.test.ts'],
          testTimeout: 3_600_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/installed.ts', 'test/browser/compiled.ts', 'test/database/made.ts'],
          testTimeout: 900_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 240_000 } },
        },
      },
      {
        test: {
          name: 'end-to-end',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/database/made.ts'],
          // The bridge's process and the services are kept from one file to the next; worlds are told apart by themselves.
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        // The same scenarios with the bridge's database on the server that TANDEM_TEST_DATABASE_URL names.
        test: {
          name: 'end-to-end-postgres',
          include: ['test/e2e/scenarios/**/*.test.ts'],
          globalSetup: ['test/database/template.ts'],
          isolate: false,
          env: { TANDEM_TEST_DATABASE: 'postgres' },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'reliability',
          isolate: false,
          include: ['test/reliability/**/*.test.ts'],
          // A pass that is cut at every call takes minutes on a busy machine.
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
