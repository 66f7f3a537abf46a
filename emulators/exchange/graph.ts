import { randomUUID } from 'node:crypto';
import type { WireAnswer, WireRequest } from '../kernel/wire.ts';
import { errorAnswer, GraphError, refuse } from './errors.ts';
import type { GraphCall } from './graph-call.ts';
import { routeOf, segmentsOf } from './router.ts';
import type { Moment } from './settings.ts';
import type { App, Tenant } from './tenant.ts';

/** Carries out one request below `/v1.0`, alone or as a member of a batch. */
export function serveGraph(request: WireRequest, tenant: Tenant, moment: Moment): WireAnswer {
  let answer: WireAnswer;
  try {
    answer = dispatch(request, tenant, moment);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    answer = errorAnswer(error, moment.now, request.headers['client-request-id']);
  }
  const clientRequestId = request.headers['client-request-id'];
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'request-id': randomUUID(),
      ...(clientRequestId === undefined ? {} : { 'client-request-id': clientRequestId }),
    },
  };
}

function dispatch(request: WireRequest, tenant: Tenant, moment: Moment): WireAnswer {
  const app = authenticatedApp(request, tenant, moment.now);
  const [version, ...segments] = segmentsOf(request.path);
  if (version !== 'v1.0') throw refuse.badRequest(`Invalid version: ${version ?? ''}`);
  if (segments[0]?.toLowerCase() === 'me') throw refuse.meNeedsUser();
  const route = routeOf(segments);
  if (!route) throw refuse.unknownSegment(segments.at(-1) ?? '');
  const handler = route.resource.methods[request.method];
  if (!handler) throw refuse.notAllowed(request.method);
  return handler(callOf(request, app, tenant, moment, route.params));
}

function callOf(
  request: WireRequest,
  app: App,
  tenant: Tenant,
  moment: Moment,
  params: Record<string, string>,
): GraphCall {
  const prefer = request.headers.prefer ?? '';
  const maxPageSize = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(prefer)?.[1];
  return {
    request,
    params,
    query: new URLSearchParams(request.path.split('?')[1] ?? ''),
    base: `http://${request.headers.host ?? 'localhost'}/v1.0`,
    app,
    tenant,
    moment,
    ids: /IdType\s*=\s*"?ImmutableId"?/i.test(prefer) ? 'immutable' : 'mutable',
    maxPageSize: maxPageSize === undefined ? undefined : Math.max(1, Number(maxPageSize)),
  };
}

/** The app of the bearer token; 401 when there is none, or it is unknown or expired. */
export function authenticatedApp(request: WireRequest, tenant: Tenant, now: Date): App {
  const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw refuse.tokenMissing();
  const access = tenant.tokens.get(token);
  const app = access && tenant.apps.get(access.clientId);
  if (!access || !app) throw refuse.tokenUnknown();
  if (access.expiresAt <= now) throw refuse.tokenExpired();
  return app;
}
