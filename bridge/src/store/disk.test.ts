import { Kysely, sql } from 'kysely';
import { expect, it } from 'vitest';
import { codedDialect } from './coded-dialect.ts';
import { databaseFault } from './database-fault.ts';
import { embeddedDialect } from './embedded/dialect.ts';
import type { EmbeddedDatabase } from './embedded/database.ts';
import { migrate } from './migrate.ts';
import type { Database } from './schema.ts';

/** A database whose statements fail with this error, those of reading aside. */
function failing(error: Error): Kysely<Database> {
  const answer = async (text: string) => {
    if (/^\s*(select|begin|rollback)/i.test(text)) return { rows: [], affected: 0 };
    throw error;
  };
  const database: EmbeddedDatabase = {
    query: answer,
    script: answer,
    close: async () => {},
    terminate: async () => {},
    broken: new AbortController().signal,
  };
  return new Kysely<Database>({ dialect: codedDialect(embeddedDialect(database)) });
}

const sayings: readonly (readonly [string, Error])[] = [
  [
    'the server',
    Object.assign(new Error('could not extend file "base/5/16384": No space left on device'), {
      code: '53100',
    }),
  ],
  ['the file system', Object.assign(new Error('write'), { code: 'ENOSPC' })],
  ['the write-ahead log', new Error('could not write to file "pg_wal/xlogtemp.9": No space left on device')],
  ['a quota', Object.assign(new Error('write'), { code: 'EDQUOT' })],
];

it.each(sayings)('a full disk that %s tells of is one coded fault with its remedy', async (_, error) => {
  const db = failing(error);
  await expect(sql`insert into tandem.meta values ('a', 'b')`.execute(db)).rejects.toMatchObject({
    code: 'TDM-B-DISK',
    remedy: expect.stringContaining('space') as string,
  });
});

it.each(sayings)('a full disk that %s tells of ends a transaction with the same fault', async (_, error) => {
  const db = failing(error);
  const writing = db.transaction().execute((trx) => sql`update tandem.meta set value = ''`.execute(trx));
  await expect(writing).rejects.toMatchObject({ code: 'TDM-B-DISK' });
});

it('a full disk at a commit is the same fault', async () => {
  const db = failing(Object.assign(new Error('commit'), { code: '53100' }));
  const writing = db.transaction().execute(async (trx) => sql`select 1`.execute(trx));
  await expect(writing).rejects.toMatchObject({ code: 'TDM-B-DISK' });
});

it('a migration that meets a full disk is the same fault', async () => {
  const db = failing(Object.assign(new Error('full'), { code: '53100' }));
  await expect(migrate(db)).rejects.toMatchObject({ code: 'TDM-B-DISK' });
});

it('other errors of statements stay what they are', async () => {
  const error = Object.assign(new Error('duplicate key value'), { code: '23505' });
  await expect(sql`insert into tandem.meta values ('a', 'b')`.execute(failing(error))).rejects.toBe(error);
});

it('a full disk while opening is told from a database that cannot be reached', () => {
  expect(databaseFault(Object.assign(new Error('mkdir'), { code: 'ENOSPC' }))).toMatchObject({
    code: 'TDM-B-DISK',
  });
  expect(databaseFault(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }))).toMatchObject({
    code: 'TDM-B-DATABASE',
    detail: 'ECONNREFUSED: refused',
  });
});
