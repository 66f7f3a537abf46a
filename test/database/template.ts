import type { TestProject } from 'vitest/node';
import { migrateDatabase } from './migrated.ts';
import { newDatabaseName, runInDatabase, urlOfDatabase } from './on-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The name of a database on the server as a bridge leaves it that has seen nothing yet, to be copied. */
    template: string;
  }
}

/** Makes the template once for all files of a project, where there is a server; the answer removes it. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const server = process.env.TANDEM_TEST_DATABASE_URL;
  if (!server) return undefined;
  const name = newDatabaseName();
  await runInDatabase(server, `create database ${name}`);
  await migrateDatabase({ DATABASE_URL: urlOfDatabase(server, name) });
  project.provide('template', name);
  return () => runInDatabase(server, `drop database ${name} with (force)`);
}
