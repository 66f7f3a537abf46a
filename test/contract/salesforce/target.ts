import { readFileSync } from 'node:fs';
import { SignJWT, importPKCS8 } from 'jose';
import { Connection } from 'jsforce';
import { request } from 'undici';
import { createCertificate } from '../../../emulators/client/certificate.ts';
import { createSalesforceClient } from '../../../emulators/client/salesforce.ts';
import type { SalesforceClient } from '../../../emulators/client/salesforce.ts';
import { createSalesforce } from '../../../emulators/salesforce/salesforce.ts';

/**
 * What the expectations are held against: the emulator, or a real org when these are in the environment:
 * `CONTRACT_SALESFORCE_LOGIN_URL` (My Domain), `CONTRACT_SALESFORCE_CLIENT_ID`, `CONTRACT_SALESFORCE_KEY_FILE` (PEM) and
 * `CONTRACT_SALESFORCE_USERNAME` (a user with the permission set Tandem_Integration); `CONTRACT_SALESFORCE_AUDIENCE` for a
 * sandbox (https://test.salesforce.com). The package has to be installed.
 * Each test file makes records of its own and deletes them.
 */
export const emulated = process.env.CONTRACT_SALESFORCE_LOGIN_URL === undefined;

export const API_VERSION = '66.0';
export const ROOT = `/services/data/v${API_VERSION}`;

export interface SignIn {
  loginUrl: string;
  audience: string;
  clientId: string;
  username: string;
  privateKeyPem: string;
}

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

export interface Target {
  signIn: SignIn;
  /** A new session. */
  token(): Promise<{ accessToken: string; instanceUrl: string }>;
  /** A connection that signs in again when its session ended. */
  connect(): Promise<Connection>;
  /** One plain request with the target's session; `path` below the instance. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Only of the emulator. */
  control: SalesforceClient;
  /** Only of the emulator: the app as seeded. */
  app: { clientId: string; certificatePem: string };
  close(): Promise<void>;
}

export async function openTarget(): Promise<Target> {
  if (!emulated) return target(realSignIn(), undefined, undefined, async () => {});
  const server = await createSalesforce();
  const certificate = createCertificate('Tandem contract');
  const control = createSalesforceClient(server.url);
  const username = 'bridge@contract.example';
  const app = { clientId: 'contract-app', certificatePem: certificate.certificatePem };
  await control.seed({
    apps: [app],
    users: [
      {
        ref: 'bridge',
        Username: username,
        LastName: 'Bridge',
        profile: 'Minimum Access - API Only Integrations',
        permissionSets: ['Tandem_Integration'],
      },
      { ref: 'ana', Username: 'ana@contract.example', FirstName: 'Ana', LastName: 'Díaz' },
    ],
  });
  const signIn: SignIn = {
    loginUrl: server.url,
    audience: 'https://login.salesforce.com',
    clientId: 'contract-app',
    username,
    privateKeyPem: certificate.privateKeyPem,
  };
  return target(signIn, control, app, () => server.close());
}

function realSignIn(): SignIn {
  const { env } = process;
  return {
    loginUrl: env.CONTRACT_SALESFORCE_LOGIN_URL ?? '',
    audience: env.CONTRACT_SALESFORCE_AUDIENCE ?? 'https://login.salesforce.com',
    clientId: env.CONTRACT_SALESFORCE_CLIENT_ID ?? '',
    username: env.CONTRACT_SALESFORCE_USERNAME ?? '',
    privateKeyPem: readFileSync(env.CONTRACT_SALESFORCE_KEY_FILE ?? '', 'utf8'),
  };
}

function target(
  signIn: SignIn,
  control: SalesforceClient | undefined,
  app: Target['app'] | undefined,
  close: () => Promise<void>,
): Target {
  const token = async () => {
    const answer = await requestToken(signIn, await assertion(signIn));
    const body = answer.body as { access_token: string; instance_url: string };
    return { accessToken: body.access_token, instanceUrl: body.instance_url };
  };
  let session: ReturnType<typeof token> | undefined;
  return {
    signIn,
    token,
    async connect() {
      return new Connection({
        ...(await token()),
        version: API_VERSION,
        refreshFn: (_connection, done) => {
          token().then(
            ({ accessToken }) => void done(null, accessToken),
            (error: unknown) => void done(error as Error),
          );
        },
      });
    },
    async send(method, path, body, headers = {}) {
      const { accessToken, instanceUrl } = await (session ??= token());
      return plain(method, `${instanceUrl}${path}`, body, {
        authorization: `Bearer ${accessToken}`,
        ...headers,
      });
    },
    get control() {
      if (!control) throw new Error('only the emulator has a control endpoint');
      return control;
    },
    get app() {
      if (!app) throw new Error('only the emulator has seeded apps');
      return app;
    },
    close,
  };
}

/** A signed assertion; `claims` replace the right ones. */
export async function assertion(signIn: SignIn, claims: Record<string, unknown> = {}): Promise<string> {
  const key = await importPKCS8(signIn.privateKeyPem, 'RS256');
  const exp = Math.floor(Date.now() / 1000) + 170;
  return new SignJWT({ iss: signIn.clientId, sub: signIn.username, aud: signIn.audience, exp, ...claims })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(key);
}

/** Posts an assertion to the token endpoint. */
export async function requestToken(signIn: SignIn, signedAssertion: string): Promise<Answer> {
  const form = new URLSearchParams({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    assertion: signedAssertion,
  });
  return plain('POST', `${signIn.loginUrl}/services/oauth2/token`, form.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
  });
}

/** One request without a session. */
export async function plain(
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await request(url, {
    method: method as 'GET',
    headers: { 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.body.text();
  return { status: answer.statusCode, headers: answer.headers, body: text === '' ? undefined : parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A query as a path. */
export function queryPath(soql: string, resource: 'query' | 'queryAll' = 'query'): string {
  return `${ROOT}/${resource}?q=${encodeURIComponent(soql)}`;
}
