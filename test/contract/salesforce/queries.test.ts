import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Connection } from 'jsforce';
import { emulated, openTarget, queryPath } from './target.ts';
import type { Target } from './target.ts';

let target: Target;
let connection: Connection;
let accountId: string;
const mark = `contract-${process.pid}`;

beforeAll(async () => {
  target = await openTarget();
  connection = await target.connect();
  const account = await connection.sobject('Account').create({ Name: `Acme ${mark}` });
  accountId = account.id!;
  const records = Array.from({ length: 450 }, (_none, index) => ({
    LastName: `Query${String(index).padStart(3, '0')}`,
    FirstName: index % 2 ? 'Odd' : 'Even',
    Title: index === 7 ? "O'Neil 100%" : null,
    Department: mark,
    AccountId: accountId,
  }));
  await connection.sobject('Contact').create(records, { allowRecursive: true });
});
// The permission set lets nobody delete accounts: `Acme contract-…` stays in a real org.
afterAll(async () => {
  const { records } = await connection.query(`SELECT Id FROM Contact WHERE Department = '${mark}'`);
  const ids = records.map((record) => record.Id as string);
  await connection.sobject('Contact').destroy(ids, { allowRecursive: true });
  await target.close();
});

const names = async (where: string) => {
  const soql = `SELECT LastName FROM Contact WHERE Department = '${mark}' AND (${where}) ORDER BY LastName`;
  const { records } = await connection.query(soql, { maxFetch: 1000, autoFetch: true });
  return records.map((record) => record['LastName'] as string);
};

describe('rows', () => {
  test('parents nest with their own attributes, and are null when there is none', async () => {
    const { records } = await connection.query(
      `SELECT Id, Name, Account.Name, Owner.Profile.Name, MasterRecord.Name FROM Contact WHERE Department = '${mark}' LIMIT 1`,
    );
    expect(records[0]).toMatchObject({
      attributes: { type: 'Contact', url: expect.stringContaining('/sobjects/Contact/003') as string },
      Account: { attributes: { type: 'Account' }, Name: `Acme ${mark}` },
      Owner: { Profile: { attributes: { type: 'Profile' } } },
      MasterRecord: null,
    });
  });

  test('children are a result of their own', async () => {
    const { records } = await connection.query(
      `SELECT Id, (SELECT LastName FROM Contacts ORDER BY LastName LIMIT 2) FROM Account WHERE Id = '${accountId}'`,
    );
    expect(records[0]!['Contacts']).toMatchObject({
      totalSize: 2,
      done: true,
      records: [{ LastName: 'Query000' }, { LastName: 'Query001' }],
    });
  });

  test.each([
    ["LastName = 'QUERY003'", ['Query003']],
    ["LastName IN ('query001', 'Query002')", ['Query001', 'Query002']],
    [
      "LastName LIKE 'Query00_' AND (NOT FirstName = 'Even') AND LastName < 'Query004'",
      ['Query001', 'Query003'],
    ],
    ["Title = 'O\\'Neil 100%'", ['Query007']],
    ["Title LIKE '%\\%'", ['Query007']],
    ['Title != null', ['Query007']],
    ["LastName >= 'Query448' AND Account.Name LIKE 'acme%'", ['Query448', 'Query449']],
    [
      "LastName > 'Query447' AND CreatedDate = TODAY AND CreatedDate = LAST_N_DAYS:2",
      ['Query448', 'Query449'],
    ],
    ["AccountId IN (SELECT Id FROM Account WHERE Name = 'none')", []],
  ])('WHERE %s', async (where, expected) => {
    expect(await names(where)).toEqual(expected);
  });

  test('counting and grouping', async () => {
    const filter = `FROM Contact WHERE Department = '${mark}'`;
    const count = await connection.query(`SELECT COUNT() ${filter}`);
    const groups = await connection.query(
      `SELECT FirstName, COUNT(Id) many, MAX(LastName) ${filter} GROUP BY FirstName ORDER BY FirstName`,
    );
    expect(count).toMatchObject({ totalSize: 450, done: true, records: [] });
    expect(groups.records).toMatchObject([
      { attributes: { type: 'AggregateResult' }, FirstName: 'Even', many: 225, expr0: 'Query448' },
      { FirstName: 'Odd', many: 225, expr0: 'Query449' },
    ]);
  });
});

describe('pages', () => {
  const soql = `SELECT Id, SystemModstamp FROM Contact WHERE Department = '${mark}' ORDER BY SystemModstamp, Id`;

  test('pages follow each other by nextRecordsUrl', async () => {
    const first = await target.send('GET', queryPath(soql), undefined, {
      'sforce-query-options': 'batchSize=200',
    });
    const page = first.body as {
      totalSize: number;
      done: boolean;
      nextRecordsUrl: string;
      records: unknown[];
    };
    expect(page).toMatchObject({ totalSize: 450, done: false });
    expect(page.nextRecordsUrl).toMatch(/^\/services\/data\/v66\.0\/query\/01g\w+-\d+$/);
    const ids = page.records.map((record) => (record as { Id: string }).Id);
    let next: string | undefined = page.nextRecordsUrl;
    while (next) {
      const more: { records: { Id: string }[]; nextRecordsUrl?: string } = (await connection.queryMore(
        next,
      )) as never;
      ids.push(...more.records.map((record) => record.Id));
      next = more.nextRecordsUrl;
    }
    expect(new Set(ids).size).toBe(450);
  });

  test('stamp and id together page through rows of one stamp without gap or double', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { records } = await connection.query<{ Id: string; SystemModstamp: string }>(
        `SELECT Id, SystemModstamp FROM Contact WHERE Department = '${mark}'${after} ORDER BY SystemModstamp, Id LIMIT 100`,
      );
      if (records.length === 0) break;
      seen.push(...records.map((record) => record.Id));
      const { Id, SystemModstamp } = records.at(-1)!;
      const stamp = SystemModstamp.replace('.000+0000', 'Z');
      after = ` AND (SystemModstamp > ${stamp} OR (SystemModstamp = ${stamp} AND Id > '${Id}'))`;
    }
    expect(seen).toHaveLength(450);
    expect(new Set(seen).size).toBe(450);
  });

  test('an unknown locator is refused', async () => {
    const answer = await target.send('GET', '/services/data/v66.0/query/01g000000000000AAA-2000');
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_QUERY_LOCATOR' }] });
  });

  test.runIf(emulated)('pages can be smaller than asked for', async () => {
    await target.control.settings.change({ limits: { queryPageSize: 25 } });
    const { body } = await target.send('GET', queryPath(soql));
    await target.control.settings.change({ limits: { queryPageSize: 2000 } });
    expect((body as { records: unknown[] }).records).toHaveLength(25);
  });
});

describe('refusals', () => {
  test('an unknown field is shown with its place', async () => {
    const answer = await target.send('GET', queryPath('SELECT Id, X FROM Contact'));
    expect(answer.status).toBe(400);
    const [error] = answer.body as { errorCode: string; message: string }[];
    expect(error!.errorCode).toBe('INVALID_FIELD');
    expect(error!.message).toContain(
      "\nSELECT Id, X FROM Contact\n           ^\nERROR at Row:1:Column:12\nNo such column 'X' on entity 'Contact'.",
    );
  });

  test.each([
    ['SELECT Id FROM Nothing', 'INVALID_TYPE'],
    ['SELECT Id FROM Contact WHERE', 'MALFORMED_QUERY'],
    ["SELECT Id FROM Contact WHERE LastName = 'a' OR LastName = 'b' AND LastName = 'c'", 'MALFORMED_QUERY'],
    ["SELECT Id FROM Contact WHERE CreatedDate > '2026-01-01'", 'INVALID_FIELD'],
    ["SELECT Id FROM Contact WHERE Description = 'a'", 'INVALID_FIELD'],
    ["SELECT Id FROM Contact WHERE Id = 'abc'", 'INVALID_QUERY_FILTER_OPERATOR'],
    ["SELECT Id FROM Contact WHERE Id LIKE '003%'", 'INVALID_QUERY_FILTER_OPERATOR'],
    ['SELECT Nope.Name FROM Contact', 'INVALID_FIELD'],
  ])('%s', async (soql, errorCode) => {
    const answer = await target.send('GET', queryPath(soql));
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode }] });
  });
});
