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
afterAll(async () => {
  const { records } = await connection.query(`SELECT Id FROM Contact WHERE Department = '${mark}'`);
  for (let at = 0; at < records.length; at += 200) {
    await connection
      .sobject('Contact')
      .destroy(records.slice(at, at + 200).map((record) => record.Id as string));
  }
  await target.close();
});

const mark = `contract-${process.pid}`;
const contact = (LastName: string, more: object = {}) => ({
  attributes: { type: 'Contact' },
  LastName,
  Department: mark,
  ...more,
});
const count = async (lastName: string) =>
  (
    await connection.query(
      `SELECT COUNT() FROM Contact WHERE LastName = '${lastName}' AND Department = '${mark}'`,
    )
  ).totalSize;

interface Composite {
  compositeResponse: { body: never; httpStatusCode: number; referenceId: string }[];
}

describe('collections', () => {
  test('jsforce creates 450 records in calls of 200, each with its own result', async () => {
    const records = Array.from({ length: 450 }, (_none, index) => ({
      LastName: `Bulk${index}`,
      Department: mark,
    }));
    const results = await connection.sobject('Contact').create(records, { allowRecursive: true });
    expect(results).toHaveLength(450);
    expect(results.every((result) => result.success)).toBe(true);
  });

  test('one bad record fails alone, with statusCode where single rows say errorCode', async () => {
    const answer = await target.send('POST', `${ROOT}/composite/sobjects`, {
      allOrNone: false,
      records: [contact('Good'), { attributes: { type: 'Contact' }, FirstName: 'Bad' }],
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual([
      { id: expect.stringMatching(/^003/) as string, success: true, errors: [] },
      {
        success: false,
        errors: [
          {
            statusCode: 'REQUIRED_FIELD_MISSING',
            message: 'Required fields are missing: [LastName]',
            fields: ['LastName'],
          },
        ],
      },
    ]);
  });

  test('all or none takes the good ones back', async () => {
    const answer = await target.send('POST', `${ROOT}/composite/sobjects`, {
      allOrNone: true,
      records: [contact('TakenBack'), { attributes: { type: 'Contact' }, FirstName: 'Bad' }],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: [
        { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        { success: false },
      ],
    });
    expect(await count('TakenBack')).toBe(0);
  });

  test('an upsert says which records it created', async () => {
    const send = (names: string[]) =>
      target.send('PATCH', `${ROOT}/composite/sobjects/Contact/Tandem_Key__c`, {
        records: names.map((name) => contact(name, { Tandem_Key__c: `${mark}-${name}` })),
      });
    await send(['Upsert1']);
    const answer = await send(['Upsert1', 'Upsert2']);
    expect(answer).toMatchObject({ status: 200, body: [{ created: false }, { created: true }] });
  });

  test('reading many gives null for what is missing', async () => {
    const made = await target.send('POST', `${ROOT}/sobjects/Contact`, {
      LastName: 'Readable',
      Department: mark,
    });
    const { id } = made.body as { id: string };
    const answer = await target.send('POST', `${ROOT}/composite/sobjects/Contact`, {
      ids: [id, '003000000000000AAA'],
      fields: ['LastName'],
    });
    expect(answer).toMatchObject({ status: 200, body: [{ Id: id, LastName: 'Readable' }, null] });
  });

  test('more than 200 records are refused as a whole', async () => {
    const records = Array.from({ length: 201 }, () => contact('TooMany'));
    const answer = await target.send('POST', `${ROOT}/composite/sobjects`, { records });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'EXCEEDED_ID_LIMIT' }] });
  });
});

describe('composite', () => {
  test('a row refers to the first id of a collection before it, and the whole is one call', async () => {
    const used = () => connection.limitInfo.apiUsage!.used;
    await connection.query('SELECT Id FROM Organization');
    const before = used();
    const link = `${mark}-link`;
    const { compositeResponse } = await connection.requestPost<Composite>('/composite', {
      compositeRequest: [
        {
          method: 'PATCH',
          url: `${ROOT}/composite/sobjects/Contact/Tandem_Key__c`,
          referenceId: 'contacts',
          body: { records: [contact('Referred', { Tandem_Key__c: `${mark}-ref` })] },
        },
        {
          method: 'PATCH',
          url: `${ROOT}/composite/sobjects/Tandem_Link__c/Link_Key__c`,
          referenceId: 'links',
          body: {
            records: [
              {
                attributes: { type: 'Tandem_Link__c' },
                Link_Key__c: link,
                Kind__c: 'Contact',
                Scope__c: 'contacts',
                State__c: 'Live',
                Record_Id__c: '@{contacts[0].id}',
              },
            ],
          },
        },
      ],
    });
    const [contacts] = compositeResponse as unknown as { body: { id: string }[] }[];
    const { records } = await connection.query(
      `SELECT Id, Record_Id__c FROM Tandem_Link__c WHERE Link_Key__c = '${link}'`,
    );
    await connection.sobject('Tandem_Link__c').destroy(records[0]!.Id as string);
    expect(compositeResponse.map((one) => one.httpStatusCode)).toEqual([200, 200]);
    expect(records[0]!['Record_Id__c']).toBe(contacts!.body[0]!.id);
    if (emulated) expect(used() - before).toBe(3);
  });

  test('only what refers to a failed subrequest is halted', async () => {
    const { compositeResponse } = await connection.requestPost<Composite>('/composite', {
      compositeRequest: [
        { method: 'POST', url: `${ROOT}/sobjects/Account`, referenceId: 'account', body: {} },
        {
          method: 'POST',
          url: `${ROOT}/sobjects/Contact`,
          referenceId: 'dependent',
          body: { LastName: 'Dependent', AccountId: '@{account.id}' },
        },
        {
          method: 'POST',
          url: `${ROOT}/sobjects/Contact`,
          referenceId: 'free',
          body: { LastName: 'Free', Department: mark },
        },
      ],
    });
    expect(compositeResponse.map((one) => one.httpStatusCode)).toEqual([400, 400, 201]);
    expect(compositeResponse[1]!.body).toMatchObject([{ errorCode: 'PROCESSING_HALTED' }]);
  });

  test('all or none takes everything back', async () => {
    const { compositeResponse } = await connection.requestPost<Composite>('/composite', {
      allOrNone: true,
      compositeRequest: [
        {
          method: 'POST',
          url: `${ROOT}/sobjects/Contact`,
          referenceId: 'good',
          body: { LastName: 'Halted', Department: mark },
        },
        { method: 'POST', url: `${ROOT}/sobjects/Contact`, referenceId: 'bad', body: {} },
      ],
    });
    expect(compositeResponse[0]!.body).toMatchObject([
      {
        errorCode: 'PROCESSING_HALTED',
        message: 'The transaction was rolled back since another operation in the same transaction failed.',
      },
    ]);
    expect(await count('Halted')).toBe(0);
  });

  test('more than 25 subrequests are refused', async () => {
    const compositeRequest = Array.from({ length: 26 }, (_none, index) => ({
      method: 'GET',
      url: `${ROOT}/limits`,
      referenceId: `limits${index}`,
    }));
    const answer = await target.send('POST', `${ROOT}/composite`, { compositeRequest });
    expect(answer.body).toMatchObject({ compositeResponse: [{ body: [{ errorCode: 'LIMIT_EXCEEDED' }] }] });
  });

  test('a graph that fails is taken back, the others stay', async () => {
    const graph = (graphId: string, last: object) => ({
      graphId,
      compositeRequest: [
        {
          method: 'POST',
          url: `${ROOT}/sobjects/Contact`,
          referenceId: 'first',
          body: { LastName: `Graph${graphId}`, Department: mark },
        },
        {
          method: 'POST',
          url: `${ROOT}/sobjects/Contact`,
          referenceId: 'second',
          body: { Description: 'after @{first.id}', Department: mark, ...last },
        },
      ],
    });
    const answer = await target.send('POST', `${ROOT}/composite/graph`, {
      graphs: [graph('1', { LastName: 'Second' }), graph('2', {})],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        graphs: [
          { graphId: '1', isSuccessful: true },
          { graphId: '2', isSuccessful: false },
        ],
      },
    });
    expect([await count('Graph1'), await count('Graph2')]).toEqual([1, 0]);
  });

  test.runIf(emulated)('a member can fail alone', async () => {
    await target.control.faults.add({
      match: { method: 'GET', path: '/query', member: true },
      effect: { kind: 'status', status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }] },
    });
    const query = (referenceId: string) => ({
      method: 'GET',
      url: queryPath('SELECT Id FROM Organization'),
      referenceId,
    });
    const answer = await target.send('POST', `${ROOT}/composite`, {
      compositeRequest: [query('a'), query('b')],
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { compositeResponse: [{ httpStatusCode: 503 }, { httpStatusCode: 200 }] },
    });
  });
});
