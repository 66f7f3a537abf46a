import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A name that no database on the server has. */
export const newDatabaseName = (): string => `tandem_${randomUUID().replaceAll('-', '')}`;

/** Connects to the database of that name on the server. */
export function urlOfDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs statements in the database of that address. */
export async function runInDatabase(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statements).finally(() => client.end());
}
