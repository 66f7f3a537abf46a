import { afterEach, describe, expect, it } from 'vitest';
import type { Fault } from '../domain/fault.ts';
import type { UserId } from '../domain/ids.ts';
import { createSalesforce } from './create-salesforce.ts';
import type { Salesforce } from './salesforce.ts';
import type { Answer, HttpOrg, Seen } from './testing/http-org.ts';
import { compositeAnswer, privateKeyPem, silent, startHttpOrg, subrequests } from './testing/http-org.ts';

const emptyPage = { totalSize: 0, done: true, records: [] };
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

async function connect(
  answer: (request: Seen) => Answer,
  more: { token?: () => Answer | null; patienceMs?: number; key?: string } = {},
): Promise<{ org: HttpOrg; salesforce: Salesforce }> {
  const org = await startHttpOrg({ answer, ...(more.token && { token: more.token }) });
  const salesforce = createSalesforce({
    loginUrl: org.url,
    clientId: 'consumer',
    username: 'tandem@example.com',
    privateKeyPem: more.key ?? privateKeyPem,
    log: silent,
    random: () => 0,
    patienceMs: more.patienceMs ?? 0,
  });
  open.push(org, salesforce);
  return { org, salesforce };
}

const allEmpty = (request: Seen): Answer =>
  request.method === 'GET'
    ? { status: 200, json: emptyPage }
    : compositeAnswer(request, () => ({ status: 200, body: emptyPage }));

function html(status: number): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
    response.end('<html><body>Proxy error</body></html>');
  };
}

async function faultOf(promise: Promise<unknown>): Promise<Fault> {
  return promise.then(
    () => expect.fail('it should have failed'),
    (fault: unknown) => fault as Fault,
  );
}

describe('signing in', () => {
  it('tells org, user and instance', async () => {
    const { org, salesforce } = await connect(allEmpty);
    await expect(salesforce.signIn()).resolves.toEqual({
      orgId: '00D000000000001EAA',
      userId: '005000000000001AAA',
      instanceUrl: org.url,
    });
  });

  it('repeats the words of Salesforce when it is refused', async () => {
    const refusal = { error: 'invalid_grant', error_description: "user hasn't approved this consumer" };
    const { salesforce } = await connect(allEmpty, { token: () => ({ status: 400, json: refusal }) });
    const fault = await faultOf(salesforce.signIn());
    expect(fault).toMatchObject({
      code: 'TDM-S-LOGIN',
      detail: "invalid_grant: user hasn't approved this consumer",
    });
  });

  it('is a coded fault, too, where the answer has another form than documented', async () => {
    const answer = [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }];
    const { salesforce } = await connect(allEmpty, { token: () => ({ status: 403, json: answer }) });
    expect(await faultOf(salesforce.signIn())).toMatchObject({ code: 'TDM-S-ANSWER' });
  });

  it('says so when the private key cannot be read', async () => {
    const { salesforce } = await connect(allEmpty, { key: 'not a key' });
    expect(await faultOf(salesforce.signIn())).toMatchObject({ code: 'TDM-S-LOGIN' });
  });

  it('can be tried again after it failed', async () => {
    let tries = 0;
    const refusal = { error: 'invalid_client_id', error_description: 'client identifier invalid' };
    const { salesforce } = await connect(allEmpty, {
      token: () => (tries++ === 0 ? { status: 400, json: refusal } : null),
    });
    await faultOf(salesforce.signIn());
    await expect(salesforce.signIn()).resolves.toMatchObject({ orgId: '00D000000000001EAA' });
  });

  it('happens once for calls made at the same time', async () => {
    const { org, salesforce } = await connect(allEmpty);
    await Promise.all([salesforce.readHot(null), salesforce.readHot(null), salesforce.readHot(null)]);
    expect(org.tokens()).toBe(1);
  });
});

describe('a session that ended', () => {
  const expired: Answer = {
    status: 401,
    json: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
  };

  it('is renewed once for all calls in flight, which are repeated', async () => {
    const { org, salesforce } = await connect((request) =>
      request.headers.authorization === 'Bearer token-1' ? expired : allEmpty(request),
    );
    await Promise.all([salesforce.readHot(null), salesforce.readHot(null)]);
    expect(org.tokens()).toBe(2);
  });

  it('is a login fault when the new one is refused too', async () => {
    const { org, salesforce } = await connect(() => expired);
    expect(await faultOf(salesforce.readHot(null))).toMatchObject({ code: 'TDM-S-LOGIN' });
    expect(org.tokens()).toBe(2);
  });
});

describe('faults of the whole org', () => {
  const cases: readonly [string, Answer, string][] = [
    ['an HTML page of a proxy', html(502), 'TDM-S-ANSWER'],
    ['an HTML page with status 200', html(200), 'TDM-S-ANSWER'],
    [
      'JSON that is cut',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end('{"compositeResponse":[{"refer');
      },
      'TDM-S-ANSWER',
    ],
    ['another JSON than documented', { status: 200, json: { hello: 1 } }, 'TDM-S-ANSWER'],
    [
      'a connection that is cut within the answer',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
        response.write('{"comp');
        setImmediate(() => response.destroy());
      },
      'TDM-S-UNREACHABLE',
    ],
    ['a connection that is cut', (response) => response.destroy(), 'TDM-S-UNREACHABLE'],
    [
      'an overloaded server',
      { status: 503, json: [{ errorCode: 'SERVER_UNAVAILABLE', message: 'busy' }] },
      'TDM-S-UNREACHABLE',
    ],
    [
      'a used up request limit',
      {
        status: 403,
        json: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'TotalRequests Limit exceeded.' }],
      },
      'TDM-S-LIMIT',
    ],
  ];

  it.each(cases)('%s', async (_, answer, code) => {
    const { salesforce } = await connect(() => answer);
    expect(await faultOf(salesforce.readHot(null))).toMatchObject({ code });
  });

  it('an org without the package, named by the object that is missing and nothing else', async () => {
    const message =
      "\nSELECT Id FROM Tandem_Request__c WHERE\n  ^\nERROR at Row:1:Column:16\nsObject type 'Tandem_Request__c' is not supported.";
    const { salesforce } = await connect((request) =>
      compositeAnswer(request, () => ({ status: 400, body: [{ errorCode: 'INVALID_TYPE', message }] })),
    );
    expect(await faultOf(salesforce.readHot(null))).toMatchObject({
      code: 'TDM-S-PACKAGE',
      detail: "sObject type 'Tandem_Request__c'",
    });
  });

  it('an org that cannot be reached', async () => {
    const { org, salesforce } = await connect(allEmpty);
    await org.close();
    expect(await faultOf(salesforce.signIn())).toMatchObject({ code: 'TDM-S-UNREACHABLE' });
  });
});

describe('calls', () => {
  it('repeat a read while its trouble may pass', async () => {
    let calls = 0;
    const { salesforce } = await connect(
      (request) => {
        calls++;
        if (calls === 1) return (response) => response.destroy();
        if (calls === 2) return html(502);
        return allEmpty(request);
      },
      { patienceMs: 20_000 },
    );
    await expect(salesforce.readHot(null)).resolves.toEqual({ contacts: [], more: false, requests: [] });
    expect(calls).toBe(3);
  });

  it('do not repeat what is refused for good', async () => {
    const { org, salesforce } = await connect(
      () => ({ status: 400, json: [{ errorCode: 'MALFORMED_QUERY', message: 'unexpected token' }] }),
      { patienceMs: 20_000 },
    );
    await faultOf(salesforce.readHot(null));
    expect(org.seen).toHaveLength(1);
  });

  it('say who calls, and that neither rules nor recent items are wanted', async () => {
    const { org, salesforce } = await connect(allEmpty);
    await salesforce.readHot(null);
    expect(org.seen[0]?.headers).toMatchObject({
      'sforce-call-options': 'client=tandem',
      'sforce-auto-assign': 'FALSE',
      'sforce-mru': 'updateMru=false',
      'sforce-duplicate-rule-header': 'allowSave=true',
    });
  });

  it('tell the use of the API limit', async () => {
    const { salesforce } = await connect(allEmpty);
    expect(salesforce.usage()).toBeNull();
    await salesforce.readHot(null);
    expect(salesforce.usage()).toEqual({ used: 7, limit: 100_000 });
  });

  it("tell the time of the org's clock", async () => {
    const { salesforce } = await connect(() => (response) => {
      response.writeHead(200, { 'content-type': 'application/json', date: 'Fri, 01 May 2026 09:00:00 GMT' });
      response.end('[]');
    });
    expect(salesforce.serverTime()).toBeNull();
    await faultOf(salesforce.readHot(null));
    expect(salesforce.serverTime()).toBe('2026-05-01T09:00:00.000Z');
  });

  it('end before the connection is closed', async () => {
    const { org, salesforce } = await connect((request) =>
      compositeAnswer(request, () => ({ status: 200, body: [{ id: 'row', success: true, errors: [] }] })),
    );
    const written = salesforce.writer.upsertRows('Tandem_Bridge__c', 'Bridge_Key__c', [
      { Bridge_Key__c: 'default' },
    ]);
    await salesforce.close();
    expect(org.seen).toHaveLength(1);
    await expect(written).resolves.toEqual([{ ok: true, done: 'row' }]);
  });

  it('read contacts and requests after a position in one call', async () => {
    const { org, salesforce } = await connect(allEmpty);
    await salesforce.readHot({ stamp: '2026-05-01T09:00:00.000+0000', id: '003000000000001AAA' });
    expect(org.seen).toHaveLength(1);
    const [contacts, requests] = subrequests(org.seen[0] as Seen).map((sub) => new URL(sub.url, org.url));
    expect(contacts?.pathname).toBe('/services/data/v66.0/queryAll');
    expect(contacts?.searchParams.get('q')).toContain(
      "WHERE SystemModstamp > 2026-05-01T09:00:00.000Z OR (SystemModstamp = 2026-05-01T09:00:00.000Z AND Id > '003000000000001AAA') ORDER BY SystemModstamp, Id",
    );
    expect(requests?.pathname).toBe('/services/data/v66.0/query');
  });

  it('carry what is asked at the same moment together; what is refused fails alone', async () => {
    const { org, salesforce } = await connect((request) =>
      compositeAnswer(request, ({ url }) =>
        url.includes('Tandem_Issue__c')
          ? { status: 400, body: [{ errorCode: 'INVALID_TYPE', message: 'no such object' }] }
          : { status: 200, body: emptyPage },
      ),
    );
    const user = '005000000000001AAA' as UserId;
    const [links, issues] = await Promise.allSettled([
      salesforce.readLinkRows(user),
      salesforce.readOpenIssueRows(user),
    ]);
    expect(org.seen).toHaveLength(1);
    expect(links).toEqual({ status: 'fulfilled', value: [] });
    expect(issues.status).toBe('rejected');
  });
});
