import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { RecordId, UserId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { createSalesforce } from '../create-salesforce.ts';
import type { SalesforceWriter } from '../salesforce.ts';
import type { Answer, HttpOrg, Seen } from '../testing/http-org.ts';
import { compositeAnswer, privateKeyPem, silent, startHttpOrg, subrequests } from '../testing/http-org.ts';

type Sub = ReturnType<typeof subrequests>[number];
type Result = { id?: string; success: boolean; created?: boolean; errors: unknown[] };

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function writing(
  answer: (request: Seen) => Answer,
  patienceMs = 20_000,
): Promise<{ org: HttpOrg; writer: SalesforceWriter }> {
  const org = await startHttpOrg({ answer });
  const salesforce = createSalesforce({
    loginUrl: org.url,
    clientId: 'consumer',
    username: 'tandem@example.com',
    privateKeyPem,
    log: silent,
    random: () => 0,
    patienceMs,
  });
  open.push(org, salesforce);
  return { org, writer: salesforce.writer };
}

function recordId(number: number): RecordId {
  return as<RecordId>(`003${String(number).padStart(12, '0')}AAA`);
}

function recordsOf(sub: Sub): Record<string, unknown>[] {
  if (sub.method !== 'DELETE') return sub.body?.records ?? [];
  return (new URL(sub.url, 'http://org').searchParams.get('ids') ?? '').split(',').map((Id) => ({ Id }));
}

function done(record: Record<string, unknown>): Result {
  const id = record['Id'] ?? `id of ${String(record['Tandem_Key__c'] ?? record['Link_Key__c'])}`;
  return { id: id as string, success: true, errors: [] };
}

function refused(statusCode: string, message = '', fields: string[] = []): Result {
  return { success: false, errors: [{ statusCode, message, fields }] };
}

function each(result: (record: Record<string, unknown>) => Result): (request: Seen) => Answer {
  return (request) => compositeAnswer(request, (sub) => ({ status: 200, body: recordsOf(sub).map(result) }));
}

function contacts(
  from: number,
  count: number,
  fields = {},
): { id: RecordId; fields: Record<string, string> }[] {
  return Array.from({ length: count }, (_, index) => ({
    id: recordId(from + index),
    fields: { Title: 'x', ...fields },
  }));
}

describe('writes that wait at the same time', () => {
  it('travel in one call, each object and operation as one collection', async () => {
    const { org, writer } = await writing(each(done));
    const [created, updated, deleted, links] = await Promise.all([
      writer.createContacts([{ key: 'k1', fields: { LastName: 'One' } }]),
      writer.updateContacts(contacts(1, 2)),
      writer.deleteContacts([recordId(9)]),
      writer.upsertRows('Tandem_Link__c', 'Link_Key__c', [{ Link_Key__c: 'L1' }]),
    ]);
    expect(org.seen).toHaveLength(1);
    expect(subrequests(org.seen[0] as Seen).map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /services/data/v66.0/composite/sobjects',
      'PATCH /services/data/v66.0/composite/sobjects',
      `DELETE /services/data/v66.0/composite/sobjects?ids=${recordId(9)}&allOrNone=false`,
      'PATCH /services/data/v66.0/composite/sobjects/Tandem_Link__c/Link_Key__c',
    ]);
    expect(created).toEqual([{ ok: true, done: { id: 'id of k1', made: true } }]);
    expect(updated).toEqual([
      { ok: true, done: null },
      { ok: true, done: null },
    ]);
    expect(deleted).toEqual([{ ok: true, done: null }]);
    expect(links).toEqual([{ ok: true, done: 'id of L1' }]);
  });

  it('of many callers share collections, and each caller gets its own outcomes', async () => {
    const { org, writer } = await writing(
      each((record) =>
        record['Id'] === recordId(51) ? refused('STRING_TOO_LONG', 'long', ['Title']) : done(record),
      ),
    );
    const outcomes = await Promise.all([0, 50, 100].map((from) => writer.updateContacts(contacts(from, 50))));
    expect(org.seen).toHaveLength(1);
    expect(outcomes.map((some) => some.filter((outcome) => !outcome.ok).length)).toEqual([0, 1, 0]);
    expect(outcomes[1]?.[1]).toEqual({
      ok: false,
      refusal: { kind: 'refused', code: 'STRING_TOO_LONG', message: 'long', fields: ['Title'] },
    });
  });

  it('fill a call with five collections of 200', async () => {
    const { org, writer } = await writing(each(done));
    await writer.updateContacts(contacts(0, 1_200));
    const sizes = org.seen.map((request) => subrequests(request).map((sub) => recordsOf(sub).length));
    expect(sizes).toEqual([[200, 200, 200, 200, 200], [200]]);
  });

  it('carry the headers in each part, since parts inherit none', async () => {
    const { org, writer } = await writing(each(done));
    await writer.updateContacts(contacts(0, 1));
    expect(subrequests(org.seen[0] as Seen)[0]?.httpHeaders).toEqual({
      'Sforce-Auto-Assign': 'FALSE',
      'Sforce-Mru': 'updateMru=false',
      'Sforce-Duplicate-Rule-Header': 'allowSave=true',
    });
  });

  it('travel apart where duplicate rules mean something else for them; rows of Tandem go with either', async () => {
    const { org, writer } = await writing(each(done));
    await Promise.all([
      writer.updateContacts(contacts(0, 1), 'Save'),
      writer.updateContacts(contacts(1, 1), 'Skip'),
      writer.upsertRows('Tandem_Link__c', 'Link_Key__c', [{ Link_Key__c: 'L1' }]),
    ]);
    const said = org.seen.map((request) => ({
      call: request.headers['sforce-duplicate-rule-header'],
      parts: subrequests(request).map(({ url, httpHeaders }) => [
        url.split('/').at(5),
        httpHeaders?.['Sforce-Duplicate-Rule-Header'],
      ]),
    }));
    expect(said.map(({ call }) => call).toSorted()).toEqual(['allowSave=false', 'allowSave=true']);
    for (const { call, parts } of said) expect(parts.filter(([, part]) => part === call)).not.toEqual([]);
    expect(said.flatMap(({ parts }) => parts)).toHaveLength(3);
  });

  it('keep the records of one account together', async () => {
    const { org, writer } = await writing(each(done));
    const mixed = contacts(0, 400).map(({ id, fields }, index) => ({
      id,
      fields: { ...fields, AccountId: `00100000000000${index % 2}AAA` },
    }));
    await writer.updateContacts(mixed);
    const accounts = subrequests(org.seen[0] as Seen).map(
      (sub) => new Set(recordsOf(sub).map((record) => record['AccountId'])).size,
    );
    expect(accounts).toEqual([1, 1]);
  });

  it('of the same record go one after the other, in the order they were asked for', async () => {
    const { org, writer } = await writing(each(done));
    await Promise.all([
      writer.updateContacts([{ id: recordId(1), fields: { Title: 'first' } }]),
      writer.updateContacts([{ id: recordId(1), fields: { Title: 'second' } }]),
    ]);
    const titles = org.seen.map((request) =>
      subrequests(request)
        .flatMap(recordsOf)
        .map((record) => record['Title']),
    );
    expect(titles).toEqual([['first'], ['second']]);
  });

  it('do not travel as a composite when a value looks like a reference', async () => {
    const { org, writer } = await writing((request) =>
      request.path.endsWith('/composite')
        ? each(done)(request)
        : { status: 200, json: [{ id: recordId(1), success: true, errors: [] }] },
    );
    const outcomes = await Promise.all([
      writer.updateContacts([{ id: recordId(1), fields: { Description: 'see @{r0[0].id}' } }]),
      writer.updateContacts([{ id: recordId(2), fields: { Description: 'plain' } }]),
    ]);
    expect(org.seen.map((request) => request.path).toSorted()).toEqual([
      '/services/data/v66.0/composite',
      '/services/data/v66.0/composite/sobjects',
    ]);
    expect(outcomes).toEqual([[{ ok: true, done: null }], [{ ok: true, done: null }]]);
  });
});

describe('records that are locked', () => {
  it.each([
    ['', 'UNABLE_TO_LOCK_ROW'],
    [' (a session that ends in the middle of a call is no other matter)', 'INVALID_SESSION_ID'],
  ])('are sent again, and the others are not%s', async (_, code) => {
    let failing = 2;
    const { org, writer } = await writing(
      each((record) => (record['Id'] === recordId(1) && failing-- > 0 ? refused(code) : done(record))),
    );
    const outcomes = await writer.updateContacts(contacts(0, 3));
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const sizes = org.seen.map((request) => subrequests(request).flatMap(recordsOf).length);
    expect(sizes).toEqual([3, 1, 1]);
  });

  it('come back as later when they stay locked', async () => {
    const { writer } = await writing(each(() => refused('UNABLE_TO_LOCK_ROW', 'locked')));
    const [outcome] = await writer.updateContacts(contacts(0, 1));
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'later', code: 'UNABLE_TO_LOCK_ROW' } });
  });

  it('are not overtaken by a later write of the same record', async () => {
    let locked = 1;
    const { org, writer } = await writing(
      each((record) => (locked-- > 0 ? refused('UNABLE_TO_LOCK_ROW') : done(record))),
    );
    const first = writer.updateContacts([{ id: recordId(1), fields: { Title: 'first' } }]);
    while (org.seen.length === 0) await sleep(5);
    await Promise.all([first, writer.updateContacts([{ id: recordId(1), fields: { Title: 'second' } }])]);
    const titles = org.seen.map((request) =>
      subrequests(request)
        .flatMap(recordsOf)
        .map((record) => record['Title']),
    );
    expect(titles).toEqual([['first'], ['first'], ['second']]);
  });
});

describe('trouble with a whole call', () => {
  it('a lost answer is repeated', async () => {
    let calls = 0;
    const { org, writer } = await writing((request) =>
      ++calls === 1 ? (response) => response.destroy() : each(done)(request),
    );
    const outcomes = await writer.createContacts([{ key: 'k', fields: { LastName: 'One' } }]);
    expect(outcomes).toEqual([{ ok: true, done: { id: 'id of k', made: true } }]);
    expect(org.seen).toHaveLength(2);
  });

  it('a collection refused for one record is taken apart until only that record is refused', async () => {
    const { writer } = await writing((request) =>
      compositeAnswer(request, (sub) => {
        const records = recordsOf(sub);
        if (!records.some((record) => record['Id'] === recordId(7))) {
          return { status: 200, body: records.map(done) };
        }
        const message = "No such column 'Gone__c' on sobject of type Contact";
        return { status: 400, body: [{ errorCode: 'INVALID_FIELD', message }] };
      }),
    );
    const outcomes = await writer.updateContacts(contacts(0, 10));
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([
      ...Array.from({ length: 7 }, () => true),
      false,
      true,
      true,
    ]);
    expect(outcomes[7]).toMatchObject({ ok: false, refusal: { kind: 'refused', code: 'INVALID_FIELD' } });
  });

  it('a used up request limit is a fault for every caller', async () => {
    const { writer } = await writing(() => ({
      status: 403,
      json: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
    }));
    const results = await Promise.allSettled([
      writer.updateContacts(contacts(0, 1)),
      writer.deleteContacts([recordId(5)]),
    ]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: { code: 'TDM-S-LIMIT' } },
      { status: 'rejected', reason: { code: 'TDM-S-LIMIT' } },
    ]);
  });

  it('a key field that is missing in the org is a fault that names it', async () => {
    const message = 'Provided external ID field does not exist or is not accessible: Tandem_Key__c';
    const { writer } = await writing((request) =>
      compositeAnswer(request, () => ({ status: 404, body: [{ errorCode: 'NOT_FOUND', message }] })),
    );
    await expect(writer.createContacts([{ key: 'k', fields: {} }])).rejects.toMatchObject({
      code: 'TDM-S-PACKAGE',
    });
  });

  it('an answer for fewer records than were sent is a fault', async () => {
    const { writer } = await writing(
      (request) => compositeAnswer(request, () => ({ status: 200, body: [] })),
      0,
    );
    await expect(writer.updateContacts(contacts(0, 2))).rejects.toMatchObject({ code: 'TDM-S-ANSWER' });
  });

  it('nothing to write is nothing sent', async () => {
    const { org, writer } = await writing(each(done));
    expect(await writer.updateContacts([])).toEqual([]);
    expect(org.seen).toHaveLength(0);
  });
});

describe('accounts', () => {
  const ownerId = as<UserId>('005000000000001AAA');
  const named = (...names: readonly string[]) => names.map((name) => ({ name, ownerId }));

  /** An org that has accounts by name, finds them by SOQL and creates them by collection. */
  function accountOrg(names: string[], loseFirstCreate = false): (request: Seen) => Answer {
    let lose = loseFirstCreate;
    return (request) => {
      if (request.method === 'GET') {
        const records = names.map((Name, index) => ({
          Id: `001${String(index).padStart(12, '0')}AAA`,
          Name,
        }));
        const soql = decodeURIComponent(request.path).toLowerCase();
        const found = records.filter((record) => soql.includes(`'${record.Name.toLowerCase()}'`));
        return { status: 200, json: { totalSize: found.length, done: true, records: found } };
      }
      const { records } = JSON.parse(request.body) as { records: { Name: string }[] };
      const results = records.map(({ Name }) => ({
        id: `001${String(names.push(Name) - 1).padStart(12, '0')}AAA`,
        success: true,
        errors: [],
      }));
      if (!lose) return { status: 200, json: results };
      lose = false;
      return (response) => response.destroy();
    };
  }

  it('are created once when the answer is lost', async () => {
    const names: string[] = [];
    const { writer } = await writing(accountOrg(names, true));
    const outcomes = await writer.createAccounts(named('Acme', 'Globex'));
    expect(names).toEqual(['Acme', 'Globex']);
    expect(outcomes).toEqual([
      { ok: true, done: '001000000000000AAA' },
      { ok: true, done: '001000000000001AAA' },
    ]);
  });

  it('of the same name are created once, whatever the letter case', async () => {
    const names: string[] = [];
    const { writer } = await writing(accountOrg(names));
    const outcomes = [
      ...(await writer.createAccounts(named('Acme', 'acme'))),
      ...(await writer.createAccounts(named('ACME'))),
    ];
    expect(names).toEqual(['Acme']);
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.done)).size).toBe(1);
  });
});
