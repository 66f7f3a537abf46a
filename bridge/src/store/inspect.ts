import { constants, existsSync } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CamelCasePlugin, Kysely } from 'kysely';
import { databaseFault } from './database-fault.ts';
import { lastMigration, latestMigration } from './migrate.ts';
import type { StoreOptions } from './open.ts';
import { openPlace } from './open.ts';
import type { Database } from './schema.ts';

/** How a database is, found without changing it. */
export type Inspected =
  | { readonly kind: 'none' }
  | { readonly kind: 'current'; readonly migration: string }
  | { readonly kind: 'old'; readonly migration: string | null; readonly latest: string };

/**
 * Opens the database, looks at its schema and closes it again; an embedded database that is not there yet is not made.
 *
 * @throws Fault `TDM-B-LOCKED`, `TDM-B-SCHEMA`, `TDM-B-DATABASE` or `TDM-B-DISK`, as `openStore`
 */
export async function inspectStore(options: StoreOptions): Promise<Inspected> {
  const { databaseUrl, dataDir } = options;
  if (databaseUrl === undefined && dataDir !== undefined && !existsSync(dataDir)) {
    await canMakeFolders(above(dataDir));
    return { kind: 'none' };
  }
  const place = await openPlace(options);
  const db = new Kysely<Database>({ dialect: place.dialect, plugins: [new CamelCasePlugin()] });
  try {
    const migration = await lastMigration(db);
    if (migration === latestMigration) return { kind: 'current', migration };
    return { kind: 'old', migration, latest: latestMigration };
  } catch (error) {
    throw databaseFault(error);
  } finally {
    await db.destroy().finally(() => place.leave());
  }
}

/** Bytes that are free for this process on the disk of a folder, which need not exist yet. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(above(folder));
  return bavail * bsize;
}

/** The nearest that exists: the folder itself, or one above it. */
function above(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) || dirname(path) === path ? path : above(dirname(path));
}

async function canMakeFolders(folder: string): Promise<void> {
  try {
    // The slash refuses what is no folder.
    await access(join(folder, '/'), constants.W_OK);
  } catch (error) {
    throw databaseFault(error);
  }
}
