import { PGlite } from '@electric-sql/pglite';
import { afterEach, expect, it, vi } from 'vitest';
import { databaseOfTest } from '../../../../test/database/copied.ts';
import { MortalPGlite } from './mortal-pglite.ts';

afterEach(() => void vi.restoreAllMocks());

async function failingOnce(severity: string) {
  const database = new MortalPGlite({ dataDir: databaseOfTest('empty') });
  await database.waitReady;
  const error = Object.assign(new Error('could not write to log file'), { severity });
  const sent = vi.spyOn(PGlite.prototype, 'execProtocolStream').mockRejectedValueOnce(error);
  await expect(database.exec('commit')).rejects.toBe(error);
  return { database, error, sent };
}

it('after an error that ended the server nothing more is sent to it, not even the Sync of the same script', async () => {
  const { database, error, sent } = await failingOnce('PANIC');
  expect(sent).toHaveBeenCalledTimes(1);
  await expect(database.query('select 1')).rejects.toBe(error);
  expect(sent).toHaveBeenCalledTimes(1);
});

it('after an error of a statement it goes on', async () => {
  const { database } = await failingOnce('ERROR');
  await expect(database.query('select 1 as one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
  await database.close();
});
