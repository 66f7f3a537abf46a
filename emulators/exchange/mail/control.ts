import type { FastifyInstance } from 'fastify';
import type { Tenant } from '../tenant.ts';

/** `GET /_control/mail?since=N` and `DELETE /_control/mail`: what Exchange mailed about events. */
export function registerMail(app: FastifyInstance, tenant: () => Tenant): void {
  app.get<{ Querystring: { since?: string } }>('/_control/mail', (request) => ({
    mail: tenant().mail.read(Number(request.query.since ?? 0)),
  }));
  app.delete('/_control/mail', () => {
    tenant().mail.clear();
    return {};
  });
}
