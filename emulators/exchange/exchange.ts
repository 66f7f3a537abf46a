import type { FastifyInstance } from 'fastify';
import { controlBody } from '../kernel/control.ts';
import { createKernel } from '../kernel/kernel.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { RequestDescription } from '../kernel/perform.ts';
import { startServer } from '../kernel/server.ts';
import type { EmulatorServer } from '../kernel/server.ts';
import type { WireAnswer, WireRequest } from '../kernel/wire.ts';
import { serveBatch } from './batch.ts';
import { instanceDiscovery, openidConfiguration } from './discovery.ts';
import { errorAnswer, GraphError, refuse } from './errors.ts';
import { serveGraph } from './graph.ts';
import { registerPeople } from './people.ts';
import { routeOf, segmentsOf } from './router.ts';
import { seed, seedSchema } from './seed.ts';
import { limitsSchema, quirksSchema } from './settings.ts';
import type { Limits, Moment, Quirks } from './settings.ts';
import { dumpState } from './state.ts';
import { createTenant } from './tenant.ts';
import type { Tenant } from './tenant.ts';
import { createThrottle } from './throttle.ts';
import { serveToken } from './token.ts';

export interface ExchangeOptions {
  /** 0 or nothing takes a free port. */
  port?: number;
  /** Virtual latency from the start. */
  latencyMs?: number;
}

/** Starts an emulated Exchange tenant: Entra's token endpoint, Graph v1.0 for contacts, and the control endpoint. */
export async function createExchange(options: ExchangeOptions = {}): Promise<EmulatorServer> {
  let tenant = createTenant();
  const throttle = createThrottle({
    moment: () => moment(),
    keyOf: (request) => throttleKey(request, tenant),
  });
  const kernel: Kernel<Quirks, Limits> = createKernel({
    quirks: quirksSchema,
    limits: limitsSchema,
    latencyMs: options.latencyMs,
    describe: (request) => describe(request, tenant),
    admit: throttle.admit,
    expiredToken: () => errorAnswer(refuse.tokenExpired(), kernel.clock.now()),
  });
  const moment = (): Moment => {
    const { quirks, limits } = kernel.settings();
    return { now: kernel.clock.now(), quirks, limits };
  };
  return startServer({
    kernel,
    port: options.port,
    resetState: () => {
      tenant = createTenant();
      throttle.reset();
    },
    service: (request) => serve(request, tenant, kernel.perform, moment),
    control: (app) => registerExchangeControl(app, () => tenant, moment),
  });
}

function serve(
  request: WireRequest,
  tenant: Tenant,
  perform: Kernel<Quirks, Limits>['perform'],
  moment: () => Moment,
): Promise<WireAnswer> | WireAnswer {
  const segments = segmentsOf(request.path);
  const path = segments.join('/');
  if (path === 'common/discovery/instance') return instanceDiscovery();
  if (segments.slice(1).join('/') === 'v2.0/.well-known/openid-configuration')
    return openidConfiguration(segments[0] ?? '');
  if (isToken(segments)) return serveToken(request, segments[0] ?? '', tenant, moment());
  if (isBatch(segments)) {
    return serveBatch(request, {
      tenant,
      moment,
      perform,
      serve: (member) => serveGraph(member, tenant, moment()),
    });
  }
  return serveGraph(request, tenant, moment());
}

function isToken(segments: readonly string[]): boolean {
  return segments.slice(1).join('/') === 'oauth2/v2.0/token';
}

function isBatch(segments: readonly string[]): boolean {
  return segments.length === 2 && segments[0] === 'v1.0' && segments[1] === '$batch';
}

function describe(request: WireRequest, tenant: Tenant): RequestDescription {
  const segments = segmentsOf(request.path);
  if (isToken(segments)) return { operation: 'POST /{tenant}/oauth2/v2.0/token', token: true };
  if (isBatch(segments)) return { operation: 'POST /$batch', envelope: true };
  const route = segments[0] === 'v1.0' ? routeOf(segments.slice(1)) : undefined;
  return {
    operation: `${request.method} ${route ? `/${route.resource.pattern}` : 'other'}`,
    mailbox:
      route?.params.user === undefined ? undefined : tenant.mailbox(route.params.user)?.userPrincipalName,
  };
}

/** Outlook's limits hold for what lies below `/users/{user}/`, not for the directory. */
function throttleKey(request: WireRequest, tenant: Tenant): string | undefined {
  const [version, ...segments] = segmentsOf(request.path);
  if (version !== 'v1.0' || segments.length < 3) return undefined;
  const mailbox = tenant.mailbox(segments[1] ?? '');
  const token = tenant.tokens.get((request.headers.authorization ?? '').replace(/^Bearer /i, ''));
  return mailbox && token ? `${token.clientId} ${mailbox.id}` : undefined;
}

function registerExchangeControl(app: FastifyInstance, tenantNow: () => Tenant, moment: () => Moment): void {
  app.post('/_control/seed', (request, reply) => {
    const input = controlBody(request, reply, seedSchema);
    if (!input) return reply;
    try {
      return seed(tenantNow(), input, moment());
    } catch (error) {
      if (!(error instanceof GraphError) && !isCertificateError(error)) throw error;
      return reply.code(400).send({ error: (error as Error).message });
    }
  });
  app.get('/_control/state', () => dumpState(tenantNow()));
  registerPeople(app, { tenant: tenantNow, moment });
}

function isCertificateError(error: unknown): boolean {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith('ERR_OSSL');
}
