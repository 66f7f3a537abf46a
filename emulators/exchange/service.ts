import { createKernel } from '../kernel/kernel.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { RequestDescription } from '../kernel/perform.ts';
import type { WireAnswer, WireRequest } from '../kernel/wire.ts';
import { serveBatch } from './batch.ts';
import { instanceDiscovery, openidConfiguration } from './discovery.ts';
import { errorAnswer, refuse } from './errors.ts';
import { serveGraph } from './graph.ts';
import { routeOf, segmentsOf } from './router.ts';
import { limitsSchema, quirksSchema } from './settings.ts';
import type { Limits, Moment, Quirks } from './settings.ts';
import { createTenant } from './tenant.ts';
import type { Tenant } from './tenant.ts';
import { createThrottle } from './throttle.ts';
import { serveToken } from './token.ts';

/** The emulated tenant without a server: what stands behind HTTP, or is called in the same process. */
export interface TenantService {
  readonly kernel: Kernel<Quirks, Limits>;
  /** The tenant; another one after a reset. */
  readonly tenant: () => Tenant;
  readonly moment: () => Moment;
  /** Carries out one request, below the kernel's `perform`. */
  readonly service: (request: WireRequest) => Promise<WireAnswer> | WireAnswer;
  readonly resetState: () => void;
}

/** An empty tenant: Entra's token endpoint and Graph v1.0 for contacts and events. */
export function createTenantService(latencyMs?: number): TenantService {
  let tenant = createTenant();
  const throttle = createThrottle({
    moment: () => moment(),
    keyOf: (request) => throttleKey(request, tenant),
  });
  const kernel: Kernel<Quirks, Limits> = createKernel({
    quirks: quirksSchema,
    limits: limitsSchema,
    latencyMs,
    describe: (request) => describe(request, tenant),
    admit: throttle.admit,
    expiredToken: () => errorAnswer(refuse.tokenExpired(), kernel.clock.now()),
  });
  const moment = (): Moment => {
    const { quirks, limits } = kernel.settings();
    return { now: kernel.clock.now(), quirks, limits };
  };
  return {
    kernel,
    tenant: () => tenant,
    moment,
    service: (request) => serve(request, tenant, kernel.perform, moment),
    resetState: () => {
      tenant = createTenant();
      throttle.reset();
    },
  };
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
