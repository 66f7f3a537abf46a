import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Fault } from '../domain/fault.ts';
import { migrations } from './migrations/migrations.ts';
import type { Database } from './schema.ts';

async function unknownMigration(db: Kysely<Database>): Promise<string | undefined> {
  const { rows: tables } = await sql<{ found: boolean }>`
    select to_regclass('tandem.kysely_migration') is not null as found
  `.execute(db);
  if (tables[0]?.found !== true) return undefined;
  const { rows } = await sql<{ name: string }>`select name from tandem.kysely_migration`.execute(db);
  return rows.map((row) => row.name).find((name) => !(name in migrations));
}

/**
 * Brings the database's schema `tandem` up to date, under the migrator's own lock.
 *
 * @throws Fault `TDM-B-SCHEMA` when a migration was run that this version does not know, `TDM-B-DATABASE` when one fails
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const refuseNewer = async (): Promise<void> => {
    const unknown = await unknownMigration(db);
    if (unknown !== undefined) throw new Fault('TDM-B-SCHEMA', unknown);
  };
  await refuseNewer();
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: 'tandem',
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // Another process of a newer version may have migrated in between.
  await refuseNewer();
  throw new Fault('TDM-B-DATABASE', error instanceof Error ? error.message : 'The migration failed.', error);
}
