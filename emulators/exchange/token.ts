import { randomUUID } from 'node:crypto';
import { compactVerify, decodeJwt, decodeProtectedHeader } from 'jose';
import type { WireAnswer, WireRequest } from '../kernel/wire.ts';
import type { Moment } from './settings.ts';
import type { App, Tenant } from './tenant.ts';

type OAuthError =
  'invalid_request' | 'invalid_client' | 'unauthorized_client' | 'unsupported_grant_type' | 'invalid_scope';

interface Denial {
  status: 400 | 401;
  error: OAuthError;
  /** The AADSTS number. */
  number: number;
  message: string;
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const CLOCK_SKEW_SECONDS = 300;

/**
 * `POST /{tenant}/oauth2/v2.0/token` with client credentials and a certificate assertion (learn.microsoft.com
 * "Microsoft identity platform application authentication certificate credentials"; error numbers of "Microsoft Entra
 * authentication and authorization error codes"). The assertion's times are read by real time, since its signer does
 * not follow the emulator's clock; the token expires by the emulator's clock.
 */
export async function serveToken(
  request: WireRequest,
  tenantName: string,
  tenant: Tenant,
  moment: Moment,
): Promise<WireAnswer> {
  const form = new URLSearchParams(request.body);
  const denial = await denied(request, form, tenantName, tenant);
  if (denial) return denialAnswer(denial, moment.now, form.get('client-request-id'));
  const seconds = moment.limits.tokenSeconds;
  return {
    status: 200,
    headers: { 'cache-control': 'no-store, no-cache' },
    body: {
      token_type: 'Bearer',
      expires_in: seconds,
      ext_expires_in: seconds,
      access_token: tenant.issueToken(form.get('client_id') ?? '', moment.now, seconds),
    },
  };
}

async function denied(
  request: WireRequest,
  form: URLSearchParams,
  tenantName: string,
  tenant: Tenant,
): Promise<Denial | undefined> {
  if (tenantName.toLowerCase() !== tenant.id.toLowerCase()) {
    return badRequest(
      90002,
      `Tenant '${tenantName}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
    );
  }
  for (const parameter of ['grant_type', 'client_id', 'scope']) {
    if (!form.get(parameter)) {
      return badRequest(900144, `The request body must contain the following parameter: '${parameter}'.`);
    }
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return {
      status: 400,
      error: 'unsupported_grant_type',
      number: 70003,
      message: `The app requested an unsupported grant type '${form.get('grant_type')}'.`,
    };
  }
  const clientId = form.get('client_id') ?? '';
  const app = tenant.apps.get(clientId);
  if (!app) {
    return {
      status: 400,
      error: 'unauthorized_client',
      number: 700016,
      message: `Application with identifier '${clientId}' was not found in the directory '${tenant.id}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    };
  }
  if (!/^https:\/\/graph\.microsoft\.com\/+\.default\b/.test(scopeOf(form))) {
    return {
      status: 400,
      error: 'invalid_scope',
      number: 1002012,
      message: `The provided value for scope ${form.get('scope')} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    };
  }
  if (form.get('client_assertion_type') !== ASSERTION_TYPE || !form.get('client_assertion')) {
    return badClient(
      7000216,
      "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
    );
  }
  return deniedAssertion(form.get('client_assertion') ?? '', app, audiences(request, tenantName));
}

/** MSAL adds the OpenID scopes, which the service ignores here. */
function scopeOf(form: URLSearchParams): string {
  return (
    (form.get('scope') ?? '')
      .split(' ')
      .find((scope) => !['openid', 'profile', 'offline_access'].includes(scope)) ?? ''
  );
}

function audiences(request: WireRequest, tenantName: string): string[] {
  const path = `/${tenantName}/oauth2/v2.0/token`;
  return [`https://login.microsoftonline.com${path}`, `http://${request.headers.host ?? ''}${path}`];
}

async function deniedAssertion(assertion: string, app: App, audience: string[]): Promise<Denial | undefined> {
  let header: ReturnType<typeof decodeProtectedHeader>;
  let claims: ReturnType<typeof decodeJwt>;
  try {
    header = decodeProtectedHeader(assertion);
    claims = decodeJwt(assertion);
  } catch {
    return badClient(50027, 'JWT token is invalid or malformed.');
  }
  const thumbprint = typeof header['x5t#S256'] === 'string' ? header['x5t#S256'] : '';
  const key = app.certificates.get(thumbprint);
  if (!key) {
    return badClient(
      700027,
      `The certificate with identifier used to sign the client assertion is not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${thumbprint}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${app.clientId}'.]`,
    );
  }
  try {
    await compactVerify(assertion, key, { algorithms: ['PS256', 'RS256'] });
  } catch {
    return badClient(700027, 'Client assertion failed signature validation.');
  }
  const now = Date.now() / 1000;
  if ((claims.exp ?? 0) < now - CLOCK_SKEW_SECONDS || (claims.nbf ?? 0) > now + CLOCK_SKEW_SECONDS) {
    return badClient(700024, 'Client assertion is not within its valid time range.');
  }
  if (claims.iss !== app.clientId || claims.sub !== app.clientId) {
    return badClient(700021, "Client assertion application identifier doesn't match 'client_id' parameter.");
  }
  if (!audience.includes(String(claims.aud))) {
    return badClient(700023, 'Client assertion audience claim does not match Realm issuer.');
  }
  return undefined;
}

function badRequest(number: number, message: string): Denial {
  return { status: 400, error: 'invalid_request', number, message };
}

function badClient(number: number, message: string): Denial {
  return { status: 401, error: 'invalid_client', number, message };
}

function denialAnswer(denial: Denial, now: Date, correlation: string | null): WireAnswer {
  const trace = randomUUID();
  const correlationId = correlation ?? randomUUID();
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    status: denial.status,
    body: {
      error: denial.error,
      error_description: `AADSTS${denial.number}: ${denial.message} Trace ID: ${trace} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [denial.number],
      timestamp,
      trace_id: trace,
      correlation_id: correlationId,
      error_uri: `https://login.microsoftonline.com/error?code=${denial.number}`,
    },
  };
}
