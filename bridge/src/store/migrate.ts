import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Fault } from '../domain/fault.ts';
import { databaseFault } from './database-fault.ts';
import { migrations } from './migrations/migrations.ts';
import type { Database } from './schema.ts';

/** The last migration before and after; `from` null is an empty database. */
export interface Migrated {
  readonly from: string | null;
  readonly to: string;
}

/** The last migration that this version knows. */
export const latestMigration = Object.keys(migrations).toSorted().at(-1) ?? '';

/**
 * The last migration that was run on the database; null when none was.
 *
 * @throws Fault `TDM-B-SCHEMA` when one was run that this version does not know
 */
export async function lastMigration(db: Kysely<Database>): Promise<string | null> {
  const { rows: tables } = await sql<{ found: boolean }>`
    select to_regclass('tandem.kysely_migration') is not null as found
  `.execute(db);
  if (tables[0]?.found !== true) return null;
  const { rows } = await sql<{ name: string }>`
    select name from tandem.kysely_migration order by name
  `.execute(db);
  const unknown = rows.find(({ name }) => !(name in migrations));
  if (unknown !== undefined) throw new Fault('TDM-B-SCHEMA', unknown.name);
  return rows.at(-1)?.name ?? null;
}

/**
 * Brings the database's schema `tandem` up to date, under the migrator's own lock.
 *
 * @throws Fault `TDM-B-SCHEMA` when a migration was run that this version does not know, `TDM-B-DATABASE` when one fails,
 *   `TDM-B-DISK` when the disk is full
 */
export async function migrate(db: Kysely<Database>): Promise<Migrated> {
  const from = await lastMigration(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: 'tandem',
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return { from, to: latestMigration };
  // Another process of a newer version may have migrated in between.
  await lastMigration(db);
  throw databaseFault(error);
}
