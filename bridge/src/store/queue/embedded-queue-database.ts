import type { Kysely } from 'kysely';
import { CompiledQuery } from 'kysely';
import type { Db } from 'pg-boss';
import type { Database } from '../schema.ts';

/**
 * The embedded database as pg-boss wants it. pg-boss sends whole transactions as one script; when one fails inside, it
 * is rolled back before the next caller gets the one session.
 */
export function embeddedQueueDatabase(db: Kysely<Database>): Db {
  return {
    executeSql: (text, values = []) =>
      db
        .withoutPlugins()
        .connection()
        .execute(async (session) => {
          try {
            const { rows } = await session.executeQuery(CompiledQuery.raw(text, values));
            return { rows };
          } catch (error) {
            if (values.length === 0) await session.executeQuery(CompiledQuery.raw('rollback'));
            throw error;
          }
        }),
  };
}
