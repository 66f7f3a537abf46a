import type { WireAnswer, WireRequest } from '../../kernel/wire.ts';
import { mayUseSession, sessionGate } from '../access.ts';
import { RefusedRequest, notFound, refuse } from '../refusal.ts';
import type { Emulator } from '../state.ts';
import { createJournal, type Journal } from '../store/journal.ts';
import { versions } from '../version.ts';
import { refused, type Call } from './call.ts';
import { composite, compositeBatch, compositeGraph } from './composite.ts';
import { identity } from './org-info.ts';
import { findRoute } from './routes.ts';
import type { PerformMember } from './subrequests.ts';
import { token } from './token.ts';
import { apiUsage, countCalls } from './usage.ts';

const LONGEST_URI = 16_384;
const VERSION = /^\/services\/data\/v(\d+\.\d)(\/[^?]*)?$/;

/** Answers one request over HTTP. */
export async function serve(emulator: Emulator, request: WireRequest): Promise<WireAnswer> {
  emulator.state().org.settle();
  if (Buffer.byteLength(request.path) > LONGEST_URI) {
    return { status: 414, headers: { 'content-type': 'text/html' }, body: '<h1>414 URI Too Long</h1>' };
  }
  const path = request.path.replace(/\?.*$/s, '');
  if (path === '/services/oauth2/token') return token(emulator, request);
  if (/^\/services\/data\/?$/.test(path)) return stamped(emulator, { status: 200, body: versions });
  const answer = await serveSession(emulator, request, path);
  const { used, allowed } = apiUsage(emulator);
  return stamped(emulator, answer, { 'sforce-limit-info': `api-usage=${used}/${allowed}` });
}

/** Adds the headers that every answer has; the date is the emulator's. */
function stamped(emulator: Emulator, answer: WireAnswer, headers: Record<string, string> = {}): WireAnswer {
  const date = emulator.kernel.clock.now().toUTCString();
  return { ...answer, headers: { date, ...headers, ...answer.headers } };
}

async function serveSession(emulator: Emulator, request: WireRequest, path: string): Promise<WireAnswer> {
  const session = sessionOf(emulator, request);
  if ('answer' in session) return session.answer;
  const { userId } = session;
  if (path === '/services/oauth2/userinfo') return identity(emulator, userId, true);
  if (path.startsWith('/id/')) return identity(emulator, userId, false);
  const version = VERSION.exec(path)?.[1];
  if (version === undefined) return refused(notFound);
  if (!versions.some((one) => one.version === version)) {
    if (Number(version) > Number(versions.at(-1)!.version)) return refused(notFound);
    return refused(refuse('UNSUPPORTED_API_VERSION', `API version ${version} is retired`, undefined, 410));
  }
  if (!countCalls(emulator, 1)) {
    return refused(refuse('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.', undefined, 403));
  }
  return serveResource(emulator, request, { userId, journal: createJournal(), envelope: undefined });
}

/** The real answer to a token that is expired or was never given. */
export function invalidSession(): WireAnswer {
  const refusal = refuse('INVALID_SESSION_ID', 'Session expired or invalid', undefined, 401);
  return refused(refusal, { 'www-authenticate': 'Token' });
}

function sessionOf(emulator: Emulator, request: WireRequest): { userId: string } | { answer: WireAnswer } {
  const { sessions, org } = emulator.state();
  const inQuery = request.path.startsWith('/id/')
    ? /[?&]oauth_token=([^&]+)/.exec(request.path)?.[1]
    : undefined;
  const authorization = request.headers['authorization'] ?? `Bearer ${decodeSegment(inQuery ?? '')}`;
  const [scheme, accessToken] = authorization.split(' ');
  if (!/^(bearer|oauth)$/i.test(scheme ?? '')) {
    return { answer: refused(refuse('INVALID_AUTH_HEADER', 'INVALID_HEADER_TYPE', undefined, 401)) };
  }
  const session = sessions.get(accessToken ?? '');
  const now = emulator.kernel.clock.now().getTime();
  const longest = emulator.kernel.settings().quirks.sessionSeconds * 1000;
  if (!session || now - session.lastUsed > longest || !mayUseSession(org, session.userId)) {
    return { answer: invalidSession() };
  }
  session.lastUsed = now;
  return { userId: session.userId };
}

interface Scope {
  readonly userId: string;
  readonly journal: Journal;
  /** The all-or-none envelope of which the call is a member. */
  readonly envelope: object | undefined;
}

/** Answers a call of a REST resource, over HTTP or as a member. */
async function serveResource(emulator: Emulator, request: WireRequest, scope: Scope): Promise<WireAnswer> {
  const call = readCall(emulator, request, scope);
  if (!call) return refused(notFound);
  for (let other = othersEnvelope(emulator, scope); other; other = othersEnvelope(emulator, scope))
    await other;
  try {
    return await carryOut(call);
  } catch (error) {
    if (error instanceof RefusedRequest) return refused(error.refusal);
    throw error;
  }
}

function readCall(emulator: Emulator, request: WireRequest, scope: Scope): Call | undefined {
  const [path, ...query] = request.path.split('?');
  const resource = VERSION.exec(path!);
  if (!resource) return undefined;
  const segments = (resource[2] ?? '').split('/').filter(Boolean).map(decodeSegment);
  const { userId, journal } = scope;
  const parameters = new URLSearchParams(query.join('?'));
  const { org } = emulator.state();
  const gate = sessionGate(org, userId);
  return { emulator, org, userId, gate, request, segments, query: parameters, journal };
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The end of somebody else's all-or-none envelope, while one is being carried out. */
function othersEnvelope(emulator: Emulator, scope: Scope): Promise<void> | undefined {
  const { exclusive } = emulator.state();
  return exclusive && exclusive.owner !== scope.envelope ? exclusive.done : undefined;
}

async function carryOut(call: Call): Promise<WireAnswer> {
  const envelope = call.request.method === 'POST' && !call.request.member ? call.segments.join('/') : '';
  switch (envelope) {
    case 'composite':
      return /"allOrNone"\s*:\s*true/.test(call.request.body)
        ? exclusively(call, (perform) => composite(call, perform))
        : composite(call, performMember(call, undefined));
    case 'composite/graph':
      return exclusively(call, (perform) => compositeGraph(call, perform));
    case 'composite/batch':
      return compositeBatch(call, performMember(call, undefined));
    default: {
      const handler = findRoute(call.request.method, call.segments);
      if (handler === 'method') {
        const message = `HTTP Method '${call.request.method}' not allowed.`;
        return refused(refuse('METHOD_NOT_ALLOWED', message, undefined, 405));
      }
      return handler ? handler(call) : refused(notFound);
    }
  }
}

/** Carries out members; those of an all-or-none envelope count as writes only when the envelope is through. */
function performMember(call: Call, envelope: object | undefined): PerformMember {
  return async (request, atomic) => {
    let held: WireAnswer['writes'];
    const journal = atomic ? call.journal : createJournal();
    const answer = await call.emulator.kernel.perform(request, async (member) => {
      const { writes, ...rest } = await serveResource(call.emulator, member, {
        userId: call.userId,
        journal,
        envelope,
      });
      if (atomic) held = writes;
      return atomic || writes === undefined ? rest : { ...rest, writes };
    });
    return held === undefined ? answer : { ...answer, writes: held };
  };
}

/** Carries out an all-or-none envelope while nobody else writes. */
async function exclusively(
  call: Call,
  work: (perform: PerformMember) => Promise<WireAnswer>,
): Promise<WireAnswer> {
  const state = call.emulator.state();
  const owner = {};
  const { promise, resolve } = Promise.withResolvers<void>();
  state.exclusive = { owner, done: promise };
  try {
    return await work(performMember(call, owner));
  } finally {
    state.exclusive = undefined;
    resolve();
  }
}
