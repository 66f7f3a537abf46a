import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from 'jsforce';
import { ROOT, emulated, openTarget, queryPath } from './target.ts';
import type { Target } from './target.ts';

let target: Target;
let connection: Connection;
beforeAll(async () => {
  target = await openTarget();
  connection = await target.connect();
});
afterAll(() => target.close());

interface Deleted {
  deletedRecords: { id: string; deletedDate: string }[];
  earliestDateAvailable: string;
  latestDateCovered: string;
}

const span = (resource: 'updated' | 'deleted', from: number, to: number) =>
  `${ROOT}/sobjects/Contact/${resource}/?start=${encodeURIComponent(new Date(from).toISOString())}` +
  `&end=${encodeURIComponent(new Date(to).toISOString())}`;

describe.runIf(emulated)('feeds', () => {
  test('updated rows and deleted rows are told apart', async () => {
    const { people, clock } = target.control;
    const start = Date.parse((await clock.read()).now) - 120_000;
    const kept = await people.create({ object: 'Contact', fields: { LastName: 'Kept' } });
    const gone = await people.create({ object: 'Contact', fields: { LastName: 'Gone' } });
    await people.delete({ id: gone });
    const { now } = await clock.change({ advance: 120 });
    const updated = await connection.sobject('Contact').updated(new Date(start), new Date(now));
    const deleted = (await target.send('GET', span('deleted', start, Date.parse(now)))).body as Deleted;
    expect(updated.ids).toContain(kept);
    expect(updated.ids).not.toContain(gone);
    expect(deleted.deletedRecords.map(({ id }) => id)).toContain(gone);
    expect(deleted.deletedRecords[0]!.deletedDate).toMatch(/\.000\+0000$/);
    expect(updated.latestDateCovered).toMatch(/:00\.000\+0000$/);
  });

  test('a span of less than a minute is refused', async () => {
    const now = Date.parse((await target.control.clock.read()).now);
    const answer = await target.send('GET', span('updated', now, now));
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_REPLICATION_DATE' }] });
  });

  test('a purge of the delete log moves the earliest date and loses the deletions', async () => {
    const { people, clock } = target.control;
    const gone = await people.create({ object: 'Contact', fields: { LastName: 'Purged' } });
    await people.delete({ id: gone });
    const { now } = await clock.change({ advance: 120 });
    const start = Date.parse(now) - 600_000;
    await target.control.purgeDeleteLog();
    const deleted = (await target.send('GET', span('deleted', start, Date.parse(now)))).body as Deleted;
    expect(deleted.deletedRecords).toEqual([]);
    expect(Date.parse(deleted.earliestDateAvailable.replace('+0000', 'Z'))).toBeGreaterThan(start);
  });
});

describe.runIf(emulated)('deleted rows', () => {
  const ask = async (soql: string, resource: 'query' | 'queryAll') =>
    (await target.send('GET', queryPath(soql, resource))).body as { records: Record<string, unknown>[] };

  test('only queryAll shows what is in the recycle bin, and undelete brings the same id back', async () => {
    const { people } = target.control;
    const id = await people.create({ object: 'Contact', fields: { LastName: 'Bin' } });
    const soql = `SELECT Id, IsDeleted FROM Contact WHERE Id = '${id}'`;
    await people.delete({ id });
    expect((await ask(soql, 'query')).records).toEqual([]);
    expect((await ask(soql, 'queryAll')).records).toMatchObject([{ Id: id, IsDeleted: true }]);
    await people.undelete({ id });
    expect((await ask(soql, 'query')).records).toMatchObject([{ Id: id, IsDeleted: false }]);
  });

  test('an emptied recycle bin leaves no row, but the delete log knows the id', async () => {
    const { people, clock } = target.control;
    const id = await people.create({ object: 'Contact', fields: { LastName: 'Emptied' } });
    await people.delete({ id });
    await people.emptyRecycleBin();
    const { now } = await clock.change({ advance: 60 });
    const deleted = await target.send('GET', span('deleted', Date.parse(now) - 600_000, Date.parse(now)));
    expect((await ask(`SELECT Id FROM Contact WHERE Id = '${id}'`, 'queryAll')).records).toEqual([]);
    expect((deleted.body as Deleted).deletedRecords.map((one) => one.id)).toContain(id);
  });

  test('an account takes its contacts along and back', async () => {
    const { people } = target.control;
    const account = await people.create({ object: 'Account', fields: { Name: 'Parent' } });
    const contact = await people.create({
      object: 'Contact',
      fields: { LastName: 'Child', AccountId: account },
    });
    const soql = `SELECT Id FROM Contact WHERE Id = '${contact}'`;
    await people.delete({ id: account });
    expect((await ask(soql, 'query')).records).toEqual([]);
    await people.undelete({ id: account });
    expect((await ask(soql, 'query')).records).toHaveLength(1);
  });
});

test.runIf(emulated)(
  'a late commit appears with an older stamp, and its record is held until then',
  async () => {
    const { people, clock } = target.control;
    const id = await people.create({ object: 'Contact', fields: { LastName: 'Early' } });
    await people.update({ id, fields: { LastName: 'Late' }, lateBy: 30 });
    const madeAt = (await clock.read()).now;
    const held = await target.send('PATCH', `${ROOT}/sobjects/Contact/${id}`, { Title: 'A' });
    const before = await connection.sobject('Contact').retrieve(id);
    await clock.change({ advance: 31 });
    const after = await connection.sobject('Contact').retrieve(id);
    expect(held).toMatchObject({ status: 400, body: [{ errorCode: 'UNABLE_TO_LOCK_ROW' }] });
    expect([before['LastName'], after['LastName']]).toEqual(['Early', 'Late']);
    expect(Date.parse((after['SystemModstamp'] as string).replace('+0000', 'Z'))).toBeLessThanOrEqual(
      Date.parse(madeAt),
    );
  },
);

test('rows of one collection have one stamp', async () => {
  const made = await connection
    .sobject('Contact')
    .create([{ LastName: 'Same1' }, { LastName: 'Same2' }, { LastName: 'Same3' }]);
  const ids = [made].flat().map((one) => (one as { id: string }).id);
  const { records } = await connection.query(
    `SELECT SystemModstamp FROM Contact WHERE Id IN (${ids.map((id) => `'${id}'`).join(',')})`,
  );
  await connection.sobject('Contact').destroy(ids);
  expect(records).toHaveLength(3);
  expect(new Set(records.map((record) => record['SystemModstamp'] as string)).size).toBe(1);
});

test('an equal update moves the stamp all the same', async () => {
  const id = (await connection.sobject('Contact').create({ LastName: 'Equal' })).id!;
  const before = await connection.sobject('Contact').retrieve(id);
  if (emulated) await target.control.clock.change({ advance: 5 });
  else await new Promise((resolve) => setTimeout(resolve, 2000));
  await target.send('PATCH', `${ROOT}/sobjects/Contact/${id}`, { LastName: 'Equal' });
  const after = await connection.sobject('Contact').retrieve(id);
  await connection.sobject('Contact').destroy(id);
  expect((after['SystemModstamp'] as string) > (before['SystemModstamp'] as string)).toBe(true);
});
