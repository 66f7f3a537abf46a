import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from './migrated.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folders of embedded databases to be copied, since making one takes seconds. */
    databases: {
      /** As PGlite makes it, without a table. */
      empty: string;
      /** As a bridge leaves it that has seen nothing yet. */
      migrated: string;
    };
  }
}

/** Half the time to open a database goes into room for more pages and connections than a test has. */
const SMALL = 'shared_buffers = 4MB\nmax_connections = 5\n';

/** Makes the databases once for all files of a project; the answer removes them. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-databases-'));
  const [empty, migrated] = [join(folder, 'empty'), join(folder, 'migrated')];
  await (await PGlite.create({ dataDir: empty })).close();
  appendFileSync(join(empty, 'postgresql.auto.conf'), SMALL);
  cpSync(empty, migrated, { recursive: true });
  await migrateDatabase({ TANDEM_DATA_DIR: migrated });
  project.provide('databases', { empty, migrated });
  return () => rmSync(folder, { recursive: true });
}
