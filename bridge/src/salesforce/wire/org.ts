import type { Log } from '../../domain/log.ts';
import type { OnDuplicateAlert } from '../../domain/policy.ts';
import type { Credentials } from './assertion.ts';
import { refusalOf } from './refusal.ts';
import type { Session } from './sign-in.ts';
import { signInOnce } from './sign-in.ts';
import type { OrgTransport } from './transport.ts';
import { CallFailed } from './trouble.ts';

/** One request of the REST API; `path` starts after `/services/data/vNN.N`. */
export interface OrgRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Whether a duplicate rule that only alerts stops a save; none does unless said. */
  readonly onAlert?: OnDuplicateAlert;
}

/** The org over HTTP: a session that renews itself, one request at a time, nothing repeated but after a lost session. */
export interface Org {
  /** The session, signing in when there is none. */
  session(): Promise<Session>;
  /** The parsed JSON of the answer. Throws CallFailed, or a Fault when signing in is refused. */
  call(request: OrgRequest): Promise<unknown>;
  /** Used and allowed API requests of 24 hours, from the header `Sforce-Limit-Info` of the last answer. */
  usage(): { readonly used: number; readonly limit: number } | null;
  readonly apiVersion: string;
}

/** Headers of every request, after the REST API Developer Guide, "Headers"; the client's name is added by jsforce. */
export function callHeaders({ onAlert = 'Save' }: Pick<OrgRequest, 'onAlert'>) {
  return {
    'Sforce-Auto-Assign': 'FALSE',
    'Sforce-Mru': 'updateMru=false',
    'Sforce-Duplicate-Rule-Header': `allowSave=${onAlert === 'Save'}`,
  } as const;
}

/** Makes the org of these credentials; nothing is sent before the first call. */
export function createOrg(options: {
  readonly credentials: Credentials;
  readonly apiVersion: string;
  readonly transport: OrgTransport;
  readonly log: Log;
  readonly clock: () => number;
}): Org {
  let current: Promise<Session> | null = null;
  let usage: { used: number; limit: number } | null = null;

  function session(): Promise<Session> {
    current ??= signInOnce(options.credentials, options.apiVersion, options.transport, options.clock()).catch(
      (error: unknown) => {
        current = null;
        throw error;
      },
    );
    return current;
  }

  async function send(used: Session, request: OrgRequest): Promise<unknown> {
    const started = options.clock();
    try {
      const answer: unknown = await used.connection.request({
        method: request.method,
        url: request.path,
        headers: {
          ...callHeaders(request),
          ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      });
      if (typeof answer === 'string') {
        throw new CallFailed({ kind: 'unreadable', detail: 'an answer that is not whole JSON' });
      }
      return answer;
    } catch (error) {
      throw error instanceof CallFailed ? error : new CallFailed(refusalOf(error), error);
    } finally {
      usage = used.connection.limitInfo.apiUsage ?? usage;
      options.log.debug(
        { method: request.method, path: request.path.split('?')[0], ms: options.clock() - started },
        'called Salesforce',
      );
    }
  }

  async function call(request: OrgRequest): Promise<unknown> {
    const signingIn = session();
    const used = await signingIn;
    try {
      return await send(used, request);
    } catch (error) {
      if (!isSessionLost(error)) throw error;
      options.log.info({}, 'the Salesforce session ended; signing in again');
      if (current === signingIn) current = null;
      return send(await session(), request);
    }
  }

  return { session, call, usage: () => usage, apiVersion: options.apiVersion };
}

function isSessionLost(error: unknown): boolean {
  return (
    error instanceof CallFailed &&
    error.trouble.kind === 'refused' &&
    error.trouble.code === 'INVALID_SESSION_ID'
  );
}
