import { afterEach, expect, it, vi } from 'vitest';
import { databaseOfTest } from '../../../../test/database/copied.ts';
import { openEmbeddedDatabase } from './database.ts';

afterEach(() => void vi.useRealTimers());

it('a thread that does not answer breaks the database, so that nobody waits for it for ever', async () => {
  const database = await openEmbeddedDatabase(databaseOfTest('empty'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const endless = database.script(
    'with recursive n as (select 1 as i union all select i from n) select count(*) from n',
  );
  const next = expect(database.query('select 1', [])).rejects.toMatchObject({ code: 'TDM-B-DATABASE' });

  vi.advanceTimersByTime(300_000);

  await expect(endless).rejects.toMatchObject({
    code: 'TDM-B-DATABASE',
    detail: 'Its thread does not answer.',
  });
  await next;
  expect(database.broken.aborted).toBe(true);
});

it('an answered question does not count any more', async () => {
  const database = await openEmbeddedDatabase(databaseOfTest('empty'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await database.query('select 1', []);

  vi.advanceTimersByTime(300_000);

  await expect(database.query('select 1 as one', [])).resolves.toMatchObject({ rows: [{ one: 1 }] });
  await database.close();
});

it('the thread of a closed database serves the next one, and what becomes of that is no matter of the first', async () => {
  const first = await openEmbeddedDatabase(databaseOfTest('empty'));
  await first.script('create table noted (word text)');
  await first.close();

  const next = await openEmbeddedDatabase(databaseOfTest('empty'));

  await expect(next.query('select * from noted', [])).rejects.toMatchObject({ code: '42P01' });
  await expect(first.query('select 1', [])).rejects.toMatchObject({ detail: 'It was closed.' });
  await next.terminate();
  expect(first.broken.aborted).toBe(false);
  const last = await openEmbeddedDatabase(databaseOfTest('empty'));
  await expect(last.query('select 1 as one', [])).resolves.toMatchObject({ rows: [{ one: 1 }] });
  await last.close();
});
