import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication } from '@azure/msal-node';
import type { INetworkModule, NetworkRequestOptions } from '@azure/msal-node';
import { request } from 'undici';
import { createCertificate } from '../../../emulators/client/certificate.ts';
import { createExchangeClient } from '../../../emulators/client/exchange.ts';
import type { ExchangeClient } from '../../../emulators/client/exchange.ts';
import { createExchange } from '../../../emulators/exchange/exchange.ts';

/**
 * What the expectations are held against: the emulator, or a real tenant when these are in the environment:
 * `CONTRACT_EXCHANGE_TENANT`, `CONTRACT_EXCHANGE_CLIENT_ID`, `CONTRACT_EXCHANGE_KEY_FILE` (PEM),
 * `CONTRACT_EXCHANGE_THUMBPRINT` (SHA-256, hexadecimal) and `CONTRACT_EXCHANGE_MAILBOX` (a user principal name whose
 * contacts may be written). Each test file works in a folder of its own and deletes it.
 */
export const emulated = process.env.CONTRACT_EXCHANGE_TENANT === undefined;

export interface Target {
  graphUrl: string;
  mailbox: string;
  signIn: SignIn;
  token(): Promise<string>;
  /** Only of the emulator. */
  control: ExchangeClient;
  close(): Promise<void>;
}

/** What an app signs in with. */
export interface SignIn {
  tenantId: string;
  clientId: string;
  thumbprintSha256: string;
  privateKeyPem: string;
  /** Where the login host's requests go instead; the login host itself when it is not given. */
  loginUrl?: string;
}

export interface GraphAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Record<string, unknown> & {
    value?: Record<string, unknown>[];
    error?: { code: string; message: string };
  };
}

export interface GraphOptions {
  body?: unknown;
  headers?: Record<string, string>;
  /** Mutable ids instead of immutable ones. */
  mutableIds?: boolean;
  prefer?: string;
}

/** One plain request to Graph; `path` below the version, or a link from an answer. */
export type Graph = (method: string, path: string, options?: GraphOptions) => Promise<GraphAnswer>;

export async function openTarget(): Promise<Target> {
  return emulated ? emulatedTarget() : realTarget();
}

export function graphOf(target: Target): Graph {
  return async (method, path, { body, headers, mutableIds, prefer } = {}) => {
    const preferences = [mutableIds ? undefined : 'IdType="ImmutableId"', prefer].filter(Boolean).join(', ');
    const answer = await request(path.startsWith('http') ? path : target.graphUrl + path, {
      method: method as 'GET',
      headers: {
        authorization: `Bearer ${await target.token()}`,
        ...(preferences === '' ? {} : { prefer: preferences }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: (text === '' ? {} : JSON.parse(text)) as GraphAnswer['body'],
    };
  };
}

/** Signs in by MSAL as the bridge does, with the login host's address replaced when there is another. */
export async function acquireToken(signIn: SignIn): Promise<string> {
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: signIn.clientId,
      authority: `https://login.microsoftonline.com/${signIn.tenantId}`,
      clientCertificate: { thumbprintSha256: signIn.thumbprintSha256, privateKey: signIn.privateKeyPem },
    },
    ...(signIn.loginUrl === undefined ? {} : { system: { networkClient: redirected(signIn.loginUrl) } }),
  });
  const result = await app.acquireTokenByClientCredential({
    scopes: ['https://graph.microsoft.com/.default'],
  });
  return result?.accessToken ?? '';
}

function redirected(loginUrl: string): INetworkModule {
  const send = async (method: string, url: string, options?: NetworkRequestOptions) => {
    const answer = await fetch(url.replace('https://login.microsoftonline.com', loginUrl), {
      method,
      headers: options?.headers ?? {},
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: (await answer.json()) as never,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}

async function emulatedTarget(): Promise<Target> {
  const exchange = await createExchange();
  const control = createExchangeClient(exchange.url);
  const certificate = createCertificate('contract');
  const mailbox = 'ann@contoso.test';
  const clientId = '0b8f4a52-7a0d-4d54-9a53-3c1d7f6a2e11';
  const { tenant } = await control.seed({
    tenant: { id: '5f0c8a1e-93b7-4f4e-8d0e-6f1b2c3d4e5f' },
    apps: [{ clientId, certificatePem: certificate.certificatePem }],
    mailboxes: [{ userPrincipalName: mailbox, displayName: 'Ann Lee', usageLocation: 'US' }],
  });
  const signIn = { ...certificate, tenantId: tenant.id, clientId, loginUrl: exchange.url };
  return {
    ...withToken(signIn),
    graphUrl: `${exchange.url}/v1.0`,
    mailbox,
    control,
    close: () => exchange.close(),
  };
}

async function realTarget(): Promise<Target> {
  const setting = (name: string) => {
    const value = process.env[`CONTRACT_EXCHANGE_${name}`];
    if (value === undefined) throw new Error(`CONTRACT_EXCHANGE_${name} is not set`);
    return value;
  };
  const signIn = {
    tenantId: setting('TENANT'),
    clientId: setting('CLIENT_ID'),
    thumbprintSha256: setting('THUMBPRINT'),
    privateKeyPem: readFileSync(setting('KEY_FILE'), 'utf8'),
  };
  return {
    ...withToken(signIn),
    graphUrl: 'https://graph.microsoft.com/v1.0',
    mailbox: setting('MAILBOX'),
    control: createExchangeClient('http://no-control-endpoint.invalid'),
    close: async () => undefined,
  };
}

function withToken(signIn: SignIn): Pick<Target, 'signIn' | 'token'> {
  let token: Promise<string> | undefined;
  return { signIn, token: () => (token ??= acquireToken(signIn)) };
}
