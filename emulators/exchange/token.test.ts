import { SignJWT, importPKCS8 } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificate } from '../client/certificate.ts';
import { createExchangeClient } from '../client/exchange.ts';
import type { EmulatorServer } from '../kernel/server.ts';
import { createExchange } from './exchange.ts';

const TENANT = '1c2d3e4f-0000-4000-8000-00000000beef';
const CLIENT = '1c2d3e4f-0000-4000-8000-00000000cafe';
const certificate = createCertificate('token test');
const thumbprint = Buffer.from(certificate.thumbprintSha256, 'hex').toString('base64url');

let exchange: EmulatorServer;
beforeAll(async () => {
  exchange = await createExchange();
  const apps = [{ clientId: CLIENT, certificatePem: certificate.certificatePem }];
  await createExchangeClient(exchange.url).seed({ tenant: { id: TENANT }, apps });
});
afterAll(() => exchange.close());

const now = () => Math.floor(Date.now() / 1000);

async function assertion(claims: Record<string, unknown> = {}, alg = 'PS256'): Promise<string> {
  const aud = `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`;
  return new SignJWT({ aud, iss: CLIENT, sub: CLIENT, nbf: now() - 5, exp: now() + 300, ...claims })
    .setProtectedHeader({ alg, 'x5t#S256': thumbprint })
    .sign(await importPKCS8(certificate.privateKeyPem, alg));
}

async function ask(form: Record<string, string>): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${exchange.url}/${TENANT}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT,
      scope: 'https://graph.microsoft.com/.default',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      ...form,
    }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

describe('the token endpoint', () => {
  it.each(['PS256', 'RS256'])('takes an assertion signed with %s and gives a bearer token', async (alg) => {
    const { status, body } = await ask({ client_assertion: await assertion({}, alg) });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 3599,
      access_token: expect.any(String) as string,
    });
  });

  it('describes a refusal with number, time, trace and a link', async () => {
    const { status, body } = await ask({
      client_assertion: await assertion({ aud: 'https://elsewhere.test' }),
    });
    expect([status, body.error, body.error_codes]).toEqual([401, 'invalid_client', [700023]]);
    expect(body.error_description).toMatch(
      /^AADSTS700023: .+ Trace ID: .+ Correlation ID: .+ Timestamp: .+Z$/,
    );
    expect(Object.keys(body).toSorted()).toEqual([
      'correlation_id',
      'error',
      'error_codes',
      'error_description',
      'error_uri',
      'timestamp',
      'trace_id',
    ]);
  });

  it.each([
    ['expired', { exp: now() - 3600 }, 700024],
    ['not yet valid', { nbf: now() + 3600 }, 700024],
    ['of another issuer', { iss: 'someone' }, 700021],
  ])('refuses an assertion that is %s', async (_what, claims, number) => {
    const { body } = await ask({ client_assertion: await assertion(claims) });
    expect(body).toMatchObject({ error: 'invalid_client', error_codes: [number] });
  });

  it.each([
    ['text that is no assertion', { client_assertion: 'nonsense' }, 'invalid_client', 50027],
    ['no assertion', {}, 'invalid_client', 7000216],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type', 70003],
    [
      'a scope without /.default',
      { scope: 'https://graph.microsoft.com/Contacts.Read' },
      'invalid_scope',
      1002012,
    ],
    ['no client', { client_id: '' }, 'invalid_request', 900144],
  ])('refuses %s', async (_what, form: Record<string, string>, error, number) => {
    expect((await ask(form)).body).toMatchObject({ error, error_codes: [number] });
  });

  it('tells where it is by discovery', async () => {
    const open = await fetch(`${exchange.url}/${TENANT}/v2.0/.well-known/openid-configuration`);
    expect(await open.json()).toMatchObject({
      token_endpoint: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
    });
    const instance = await fetch(`${exchange.url}/common/discovery/instance`);
    expect(await instance.json()).toMatchObject({
      metadata: [{ preferred_network: 'login.microsoftonline.com' }],
    });
  });
});
