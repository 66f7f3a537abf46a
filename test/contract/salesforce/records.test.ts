import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, emulated, openTarget, queryPath } from './target.ts';
import type { Target } from './target.ts';

let target: Target;
const made: string[] = [];
beforeAll(async () => {
  target = await openTarget();
});
afterAll(async () => {
  for (const id of made) await target.send('DELETE', `${ROOT}/sobjects/Contact/${id}`);
  await target.close();
});

const key = (name: string) => `contract-${process.pid}-${name}`;

async function create(fields: Record<string, unknown>): Promise<string> {
  const answer = await target.send('POST', `${ROOT}/sobjects/Contact`, fields);
  expect(answer.status).toBe(201);
  const { id } = answer.body as { id: string };
  made.push(id);
  return id;
}

async function read(id: string, ...fields: string[]): Promise<Record<string, unknown>> {
  const answer = await target.send('GET', `${ROOT}/sobjects/Contact/${id}?fields=${fields.join(',')}`);
  expect(answer.status).toBe(200);
  return answer.body as Record<string, unknown>;
}

describe('one row', () => {
  test('a create answers 201 with an id of 18 characters, and the id of 15 names the same row', async () => {
    const id = await create({ LastName: 'Díaz' });
    expect(id).toMatch(/^003\w{15}$/);
    expect(await read(id.slice(0, 15), 'LastName')).toMatchObject({ Id: id, LastName: 'Díaz' });
  });

  test('text is trimmed and empty text is null', async () => {
    const id = await create({ LastName: '  Díaz  ', Title: '', Department: '   ' });
    const row = await read(id, 'LastName', 'Title', 'Department');
    expect(row).toMatchObject({ LastName: 'Díaz', Title: null, Department: null });
  });

  test('stamps have whole seconds and an offset without a colon', async () => {
    const id = await create({ LastName: 'Stamp' });
    const row = await read(id, 'CreatedDate', 'SystemModstamp');
    expect(row['CreatedDate']).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.000\+0000$/);
    expect(row['SystemModstamp']).toBe(row['CreatedDate']);
  });

  test('an update answers 204, a second delete 404', async () => {
    const id = await create({ LastName: 'Gone' });
    const path = `${ROOT}/sobjects/Contact/${id}`;
    expect((await target.send('PATCH', path, { Title: 'Engineer' })).status).toBe(204);
    expect((await target.send('DELETE', path)).status).toBe(204);
    const again = await target.send('DELETE', path);
    expect(again).toMatchObject({ status: 404, body: [{ errorCode: 'ENTITY_IS_DELETED' }] });
  });

  test('a row that never was answers 404', async () => {
    const answer = await target.send('GET', `${ROOT}/sobjects/Contact/003000000000000AAA`);
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual([
      { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' },
    ]);
  });

  test('an update is refused when the row changed after If-Unmodified-Since', async () => {
    const id = await create({ LastName: 'Conditional' });
    const since = { 'if-unmodified-since': 'Mon, 01 Jan 2024 00:00:00 GMT' };
    const answer = await target.send('PATCH', `${ROOT}/sobjects/Contact/${id}`, { Title: 'Late' }, since);
    expect(answer.status).toBe(412);
    expect(await read(id, 'Title')).toMatchObject({ Title: null });
  });

  test('a row that did not change answers 304 to If-Modified-Since', async () => {
    const id = await create({ LastName: 'Unchanged' });
    const since = { 'if-modified-since': new Date(Date.now() + 60_000).toUTCString() };
    const answer = await target.send('GET', `${ROOT}/sobjects/Contact/${id}`, undefined, since);
    expect(answer.status).toBe(304);
  });
});

describe('upsert by external id', () => {
  test('creates once, then changes', async () => {
    const path = `${ROOT}/sobjects/Contact/Tandem_Key__c/${encodeURIComponent(key('up|sert'))}`;
    const first = await target.send('PATCH', path, { LastName: 'Once' });
    const { id } = first.body as { id: string };
    made.push(id);
    const second = await target.send('PATCH', path, { LastName: 'Twice' });
    expect(first).toMatchObject({ status: 201, body: { success: true, created: true } });
    expect(second).toMatchObject({ status: 200, body: { id, created: false } });
    expect(await target.send('GET', path)).toMatchObject({
      status: 200,
      body: { Id: id, LastName: 'Twice' },
    });
  });

  test('an external id field that does not exist is not found', async () => {
    const answer = await target.send('PATCH', `${ROOT}/sobjects/Contact/Nope__c/1`, { LastName: 'X' });
    expect(answer).toMatchObject({
      status: 404,
      body: [
        {
          errorCode: 'NOT_FOUND',
          message: 'Provided external ID field does not exist or is not accessible: Nope__c',
        },
      ],
    });
  });

  test.runIf(emulated)('several matches answer 300 with their urls', async () => {
    const { ids } = await target.control.seed({
      records: {
        Tandem_Link__c: ['one', 'two'].map((ref) => ({
          ref,
          Link_Key__c: ref,
          Kind__c: 'Contact',
          Scope__c: 'contacts',
          State__c: 'Live',
          Record_Id__c: '003000000000000AAA',
        })),
      },
    });
    const path = `${ROOT}/sobjects/Tandem_Link__c/Record_Id__c/003000000000000AAA`;
    const answer = await target.send('PATCH', path, { State__c: 'Live' });
    expect(answer.status).toBe(300);
    expect(answer.body).toEqual(
      [ids['one'], ids['two']].map((id) => `${ROOT}/sobjects/Tandem_Link__c/${id}`),
    );
  });
});

describe('refusals', () => {
  test.each([
    [{ FirstName: 'Ana' }, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [LastName]', ['LastName']],
    [
      { LastName: 'x'.repeat(81) },
      'STRING_TOO_LONG',
      `Last Name: data value too large: ${'x'.repeat(81)} (max length=80)`,
      ['LastName'],
    ],
    [
      { LastName: 'A', Email: 'abc' },
      'INVALID_EMAIL_ADDRESS',
      'Email: invalid email address: abc',
      ['Email'],
    ],
    [
      { LastName: 'A', AccountId: 'abc' },
      'MALFORMED_ID',
      'Account ID: id value of incorrect type: abc',
      ['AccountId'],
    ],
  ])('%j is refused as %s', async (fields, errorCode, message, names) => {
    const answer = await target.send('POST', `${ROOT}/sobjects/Contact`, fields);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual([{ message, errorCode, fields: names }]);
  });

  test('a read-only field is refused', async () => {
    const answer = await target.send('POST', `${ROOT}/sobjects/Contact`, { LastName: 'A', Name: 'B' });
    expect(answer).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE', fields: ['Name'] }],
    });
  });

  test('an unknown field is refused without a list of fields', async () => {
    const answer = await target.send('POST', `${ROOT}/sobjects/Contact`, { LastName: 'A', Nope__c: 1 });
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual([
      { message: "No such column 'Nope__c' on sobject of type Contact", errorCode: 'INVALID_FIELD' },
    ]);
  });

  test('a value that is taken in a unique field is refused', async () => {
    const id = await create({ LastName: 'First', Tandem_Key__c: key('unique') });
    const answer = await target.send('POST', `${ROOT}/sobjects/Contact`, {
      LastName: 'Second',
      Tandem_Key__c: key('unique'),
    });
    expect(answer).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'DUPLICATE_VALUE',
          message: `duplicate value found: Tandem_Key__c duplicates value on record with id: ${id}`,
        },
      ],
    });
  });

  test('a value outside a restricted picklist is refused', async () => {
    const answer = await target.send('POST', `${ROOT}/sobjects/Tandem_Issue__c`, { Kind__c: 'Nonsense' });
    expect(answer).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fields: ['Kind__c'] }],
    });
  });

  test('a body that is not JSON is refused', async () => {
    const answer = await target.send('POST', `${ROOT}/sobjects/Contact`, '{"LastName":');
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR' }] });
  });

  test('a path over 16,384 bytes is refused with 414', async () => {
    const answer = await target.send(
      'GET',
      queryPath(`SELECT Id FROM Contact WHERE Title = '${'x'.repeat(17_000)}'`),
    );
    expect(answer.status).toBe(414);
  });

  test.runIf(emulated)('a record that somebody holds is refused until it is released', async () => {
    const id = await create({ LastName: 'Locked' });
    await target.control.people.lock(id);
    const held = await target.send('PATCH', `${ROOT}/sobjects/Contact/${id}`, { Title: 'A' });
    await target.control.people.unlock(id);
    const free = await target.send('PATCH', `${ROOT}/sobjects/Contact/${id}`, { Title: 'A' });
    expect(held).toMatchObject({ status: 400, body: [{ errorCode: 'UNABLE_TO_LOCK_ROW' }] });
    expect(free.status).toBe(204);
  });
});

test('describe tells lengths, required fields and what can be written', async () => {
  const connection = await target.connect();
  const { fields } = await connection.describe('Contact');
  const field = (name: string) => fields.find((one) => one.name === name);
  expect(field('LastName')).toMatchObject({ length: 80, nillable: false, createable: true });
  expect(field('Title')).toMatchObject({ length: 128, nillable: true });
  expect(field('Name')).toMatchObject({ createable: false, updateable: false });
  expect(field('Tandem_Key__c')).toMatchObject({
    externalId: true,
    unique: true,
    caseSensitive: true,
    length: 255,
  });
  expect(field('AccountId')).toMatchObject({ type: 'reference', referenceTo: ['Account'] });
});
