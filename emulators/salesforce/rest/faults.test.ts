import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCertificate } from '../../client/certificate.ts';
import { createSalesforceClient, type SalesforceClient } from '../../client/salesforce.ts';
import type { FaultInput } from '../../kernel/faults.ts';
import type { EmulatorServer } from '../../kernel/server.ts';
import { SignJWT, importPKCS8 } from 'jose';
import { FIXTURE_PACKAGE } from '../fixture/fixture-org.ts';
import { createSalesforce } from '../salesforce.ts';
import { API_ROOT } from '../version.ts';

const certificate = createCertificate('faults');
let server: EmulatorServer;
let control: SalesforceClient;
let token: string;
beforeAll(async () => {
  server = await createSalesforce({ packageFolder: FIXTURE_PACKAGE });
  control = createSalesforceClient(server.url);
});
afterAll(() => server.close());
beforeEach(async () => {
  await control.reset();
  await control.seed({ apps: [{ clientId: 'app', certificatePem: certificate.certificatePem }] });
  const exp = Math.floor(Date.now() / 1000) + 100;
  const claims = { iss: 'app', sub: 'admin@tandem.example', aud: 'https://login.salesforce.com', exp };
  const key = await importPKCS8(certificate.privateKeyPem, 'RS256');
  const assertion = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(key);
  const grant = { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion };
  const answer = await fetch(`${server.url}/services/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams(grant),
  });
  token = ((await answer.json()) as { access_token: string }).access_token;
});

async function post(path: string, body: unknown) {
  const answer = await fetch(`${server.url}${API_ROOT}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, text, headers: answer.headers };
}

const twoRows = (allOrNone: boolean) => ({
  allOrNone,
  compositeRequest: [
    {
      method: 'POST',
      url: `${API_ROOT}/sobjects/Contact`,
      referenceId: 'first',
      body: { LastName: 'First' },
    },
    {
      method: 'POST',
      url: `${API_ROOT}/sobjects/Contact`,
      referenceId: 'second',
      body: { LastName: 'Second' },
    },
  ],
});
const onSecond = (effect: FaultInput['effect']): FaultInput => ({
  match: { member: true, body: 'Second' },
  effect,
});
const lastNames = async () =>
  (await control.people.query('SELECT LastName FROM Contact')).map((one) => one['LastName']);

describe('a member of a composite', () => {
  test('whose answer is lost was carried out, and the whole answer is lost', async () => {
    await control.faults.add(onSecond({ kind: 'lostAnswer' }));
    await expect(post('/composite', twoRows(false))).rejects.toThrow();
    expect(await lastNames()).toEqual(['First', 'Second']);
  });

  test('that is cut was not carried out, the one before it was', async () => {
    await control.faults.add(onSecond({ kind: 'cut' }));
    await expect(post('/composite', twoRows(false))).rejects.toThrow();
    expect(await lastNames()).toEqual(['First']);
  });

  test('that fails in an all-or-none composite takes the others back, and nothing counts as written', async () => {
    await control.faults.add(
      onSecond({ kind: 'status', status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE' }] }),
    );
    const { text } = await post('/composite', twoRows(true));
    expect(text).toContain('PROCESSING_HALTED');
    expect(await lastNames()).toEqual([]);
    expect((await control.counters.read()).writes).toEqual({ created: 0, updated: 0, deleted: 0 });
  });

  test('is counted as a member, the composite as one request and one call', async () => {
    const { headers } = await post('/composite', twoRows(true));
    expect(await control.counters.read()).toMatchObject({
      requests: 1,
      members: 2,
      tokenRequests: 1,
      writes: { created: 2, updated: 0, deleted: 0 },
      byOperation: { 'POST /composite': 1, 'POST /sobjects/Contact': 2 },
    });
    expect(headers.get('sforce-limit-info')).toBe('api-usage=1/100000');
  });
});

test('an expired token is answered as the service does', async () => {
  await control.faults.add({ match: {}, effect: { kind: 'expiredToken' } });
  const { status, text } = await post('/sobjects/Contact', { LastName: 'A' });
  expect(status).toBe(401);
  expect(JSON.parse(text)).toEqual([
    { message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' },
  ]);
  expect(await lastNames()).toEqual([]);
});

test('two all-or-none composites at once do not mix', async () => {
  await control.settings.change({ latencyMs: 5 });
  const bad = twoRows(true);
  bad.compositeRequest[1]!.body = {} as never;
  const [failed, passed] = await Promise.all([post('/composite', bad), post('/composite', twoRows(true))]);
  expect(failed.text).toContain('REQUIRED_FIELD_MISSING');
  expect(passed.text).not.toContain('PROCESSING_HALTED');
  expect(await lastNames()).toEqual(['First', 'Second']);
});

test('a session ends after its time without use and with its user', async () => {
  await control.clock.change({ advance: 7201 });
  expect((await post('/sobjects/Contact', { LastName: 'A' })).status).toBe(401);
});

test('bodies that make no sense are refused, not crashed on', async () => {
  const statuses: number[] = [];
  for (const [path, body] of [
    ['/composite/sobjects', { records: [null] }],
    ['/composite/sobjects', {}],
    ['/composite', { compositeRequest: [{}] }],
    ['/composite/graph', { graphs: [{}] }],
    ['/composite/batch', { batchRequests: [{}] }],
    ['/sobjects/Contact', [1]],
    ['/sobjects/Contact', { LastName: { a: 1 } }],
  ] as const) {
    statuses.push((await post(path, body)).status);
  }
  expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 400]);
});
