import { createPublicKey, randomBytes, verify, type KeyObject } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { WireAnswer, WireRequest } from '../../kernel/wire.ts';
import { mayUseSession } from '../access.ts';
import { permissionSetsOf } from '../access/user-permissions.ts';
import type { ConnectedApp, Emulator } from '../state.ts';
import type { Org } from '../store/org.ts';
import type { Row } from '../store/table.ts';
import { identityUrl } from './org-info.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const AUDIENCES = ['https://login.salesforce.com', 'https://test.salesforce.com'];

type Problem = readonly [error: string, description: string];

/**
 * `POST /services/oauth2/token` with a JWT bearer assertion (Salesforce help, "OAuth 2.0 JWT Bearer Flow for
 * Server-to-Server Integration"). The assertion's times are read by real time, since its signer does not follow the emulator's
 * clock; the session ends by the emulator's clock.
 */
export function token(emulator: Emulator, request: WireRequest): WireAnswer {
  const form = new URLSearchParams(request.body);
  if (form.get('grant_type') !== JWT_BEARER) {
    return problem(['unsupported_grant_type', 'grant type not supported']);
  }
  const accepted = acceptAssertion(emulator, form.get('assertion') ?? '');
  if ('problem' in accepted) return problem(accepted.problem);
  const { user } = accepted;
  const body = {
    access_token: openSession(emulator, user.Id),
    scope: 'api',
    instance_url: emulator.url(),
    id: identityUrl(emulator, user.Id),
    token_type: 'Bearer',
  };
  return { status: 200, headers: { 'cache-control': 'no-store' }, body };
}

/** Opens a session of a user and gives its token: the end of signing in, however it was done. */
export function openSession(emulator: Emulator, userId: string): string {
  const { organizationId, sessions } = emulator.state();
  const token = `${organizationId.slice(0, 15)}!AQ${randomBytes(48).toString('base64url').replaceAll('-', '.')}`;
  sessions.set(token, { userId, lastUsed: emulator.kernel.clock.now().getTime() });
  return token;
}

function problem([error, description]: Problem): WireAnswer {
  const body = { error, error_description: description };
  return { status: 400, headers: { 'cache-control': 'no-store' }, body };
}

type Accepted = { readonly user: Row } | { readonly problem: Problem };

function acceptAssertion(emulator: Emulator, assertion: string): Accepted {
  const { org, apps } = emulator.state();
  let claims: { iss?: unknown; sub?: unknown; aud?: unknown; exp?: unknown };
  let algorithm: unknown;
  try {
    claims = decodeJwt(assertion);
    algorithm = decodeProtectedHeader(assertion).alg;
  } catch {
    return { problem: ['invalid_grant', 'invalid assertion'] };
  }
  const app = apps.get(String(claims.iss));
  if (!app) return { problem: ['invalid_client_id', 'client identifier invalid'] };
  if (algorithm !== 'RS256' || !isSignedBy(app, assertion))
    return { problem: ['invalid_grant', 'invalid assertion'] };
  const audiences = [...AUDIENCES, emulator.url()];
  if (!audiences.includes(String(claims.aud).replace(/\/$/, ''))) {
    return { problem: ['invalid_grant', 'audience is invalid'] };
  }
  const ahead = Number(claims.exp) - Date.now() / 1000;
  if (!(ahead > 0)) return { problem: ['invalid_grant', 'expired authorization code'] };
  if (ahead > emulator.kernel.settings().limits.assertionSeconds + 5) {
    return { problem: ['invalid_grant', 'invalid assertion'] };
  }
  return acceptUser(emulator, org, app, String(claims.sub));
}

function isSignedBy(app: ConnectedApp, assertion: string): boolean {
  const [header, payload, signature] = assertion.split('.');
  let key: KeyObject;
  try {
    key = createPublicKey(app.certificatePem);
  } catch {
    return false;
  }
  return verify(
    'RSA-SHA256',
    Buffer.from(`${header}.${payload}`),
    key,
    Buffer.from(signature ?? '', 'base64url'),
  );
}

function acceptUser(emulator: Emulator, org: Org, app: ConnectedApp, username: string): Accepted {
  const type = org.schema.object('User')!;
  const users = org.table(type);
  const [id] = users.lookup(org.schema.field(type, 'Username')!, username);
  const user = id === undefined ? undefined : users.get(id);
  if (!user) return { problem: ['invalid_grant', "user hasn't approved this consumer"] };
  if (!mayUseSession(org, user.Id)) return { problem: ['invalid_grant', 'inactive user'] };
  if (app.policy === 'selfAuthorize')
    return { problem: ['invalid_grant', "user hasn't approved this consumer"] };
  if (!isPreauthorised(org, app, user)) {
    return { problem: ['invalid_app_access', 'user is not admin approved to access this app'] };
  }
  if (emulator.kernel.settings().quirks.requireApiEnabled && !hasApi(org, user)) {
    return { problem: ['invalid_grant', 'user is not API enabled'] };
  }
  return { user };
}

function isPreauthorised(org: Org, app: ConnectedApp, user: Row): boolean {
  if (app.profiles.length === 0 && app.permissionSets.length === 0) return true;
  const profile = org.row(user['ProfileId'] as string)?.['Name'] as string;
  if (app.profiles.includes(profile)) return true;
  return permissionSetsOf(org, user.Id).some((set) => app.permissionSets.includes(set['Name'] as string));
}

function hasApi(org: Org, user: Row): boolean {
  return permissionSetsOf(org, user.Id).some((set) => set['PermissionsApiEnabled'] === true);
}
