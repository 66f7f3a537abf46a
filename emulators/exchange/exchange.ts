import type { FastifyInstance } from 'fastify';
import { controlBody } from '../kernel/control.ts';
import { startServer } from '../kernel/server.ts';
import type { EmulatorServer } from '../kernel/server.ts';
import { GraphError } from './errors.ts';
import { registerPeople } from './people.ts';
import { registerMail } from './mail/control.ts';
import { seed, seedSchema } from './seed.ts';
import type { Moment } from './settings.ts';
import { createTenantService } from './service.ts';
import { dumpState } from './state.ts';
import type { Tenant } from './tenant.ts';

export interface ExchangeOptions {
  /** 0 or nothing takes a free port. */
  port?: number;
  /** Virtual latency from the start. */
  latencyMs?: number;
}

/** Starts an emulated Exchange tenant: Entra's token endpoint, Graph v1.0 for contacts and events, and the control endpoint. */
export async function createExchange(options: ExchangeOptions = {}): Promise<EmulatorServer> {
  const { kernel, service, resetState, tenant, moment } = createTenantService(options.latencyMs);
  return startServer({
    kernel,
    port: options.port,
    resetState,
    service,
    control: (app) => registerExchangeControl(app, tenant, moment),
  });
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
  registerMail(app, tenantNow);
  registerPeople(app, { tenant: tenantNow, moment });
}

function isCertificateError(error: unknown): boolean {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith('ERR_OSSL');
}
