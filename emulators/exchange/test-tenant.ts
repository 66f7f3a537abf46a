import { SignJWT, importPKCS8 } from 'jose';
import { createCertificate } from '../client/certificate.ts';
import { createExchangeClient } from '../client/exchange.ts';
import type { ExchangeClient, SeedInput } from '../client/exchange.ts';
import { createExchange } from './exchange.ts';

/** An emulated tenant for this folder's tests, with one app that is signed in. */
export interface TestTenant {
  url: string;
  client: ExchangeClient;
  /** A Graph request below `/v1.0`, or to a link of an answer, by immutable ids unless told otherwise. */
  graph(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  close(): Promise<void>;
}

export interface TestAnswer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & {
    value?: Record<string, unknown>[];
    error?: { code: string; message: string };
  };
}

const CLIENT_ID = '3f1e2d4c-0000-4000-8000-0000000000a1';
const certificate = createCertificate('test');

/** Starts the tenant with what is given to seed beside the app; `scope` limits the app to mailboxes. */
export async function startTestTenant(
  seed: SeedInput = {},
  scope: 'all' | string[] = 'all',
): Promise<TestTenant> {
  const exchange = await createExchange();
  const client = createExchangeClient(exchange.url);
  const app = { clientId: CLIENT_ID, certificatePem: certificate.certificatePem, mailboxes: scope };
  const { tenant } = await client.seed({ ...seed, apps: [app] });
  const token = await signIn(exchange.url, tenant.id);
  return {
    url: exchange.url,
    client,
    graph: async (method, path, body, headers) => {
      const answer = await fetch(path.startsWith('http') ? path : `${exchange.url}/v1.0${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          prefer: 'IdType="ImmutableId"',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return {
        status: answer.status,
        headers: answer.headers,
        body: (text === '' ? {} : JSON.parse(text)) as TestAnswer['body'],
      };
    },
    close: () => exchange.close(),
  };
}

async function signIn(url: string, tenantId: string): Promise<string> {
  const thumbprint = Buffer.from(certificate.thumbprintSha256, 'hex').toString('base64url');
  const endpoint = `${url}/${tenantId}/oauth2/v2.0/token`;
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuer(CLIENT_ID)
    .setSubject(CLIENT_ID)
    .setAudience(endpoint)
    .setNotBefore('0s')
    .setExpirationTime('5m')
    .sign(await importPKCS8(certificate.privateKeyPem, 'RS256'));
  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT_ID,
      scope: 'https://graph.microsoft.com/.default',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
