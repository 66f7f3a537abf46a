import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { controlBody } from '../kernel/control.ts';
import { purgeCursors } from './cursors.ts';
import { GraphError } from './errors.ts';
import { eventRoutes } from './events/people-events.ts';
import { migrateMailbox } from './mailbox-migration.ts';
import { found, Impossible } from './people-act.ts';
import type { Act, PeopleRoute } from './people-act.ts';
import { contactRoutes } from './people-contacts.ts';
import { folderRoutes } from './people-folders.ts';
import type { Moment } from './settings.ts';
import type { Tenant } from './tenant.ts';

export interface PeopleParts {
  tenant: () => Tenant;
  moment: () => Moment;
}

/** The routes by which people act in Outlook, under `/_control/people`. */
export function registerPeople(app: FastifyInstance, { tenant, moment }: PeopleParts): void {
  const root = '/_control/people/mailboxes';
  app.get(root, () => ({
    mailboxes: [...tenant().mailboxes.values()].map((mailbox) => ({
      id: mailbox.id,
      userPrincipalName: mailbox.userPrincipalName,
      displayName: mailbox.displayName,
      mail: mailbox.mail,
      timeZone: mailbox.timeZone,
      contactsFolderId: mailbox.contactsFolder.id,
    })),
  }));
  app.get<{ Querystring: { since?: string } }>('/_control/people/mail', ({ query }) => ({
    mail: tenant().mail.read(Number(query.since ?? 0)),
  }));
  for (const [method, path, perform] of [
    ...folderRoutes,
    ...contactRoutes,
    ...eventRoutes,
    ...mailboxRoutes,
  ]) {
    app.route<{ Params: Act['params'] & { mailbox: string }; Querystring: Record<string, string> }>({
      method,
      url: `${root}/:mailbox${path}`,
      handler: (request, reply) =>
        answering(reply, () => {
          const { params, query } = request;
          const mailbox = found(tenant().mailbox(params.mailbox), `no mailbox '${params.mailbox}'`);
          return perform({
            tenant: tenant(),
            mailbox,
            params,
            query,
            moment: moment(),
            body: (schema) => checked(request, schema),
          });
        }),
    });
  }
  app.post('/_control/cursors/purge', (request, reply) => {
    const input = controlBody(request, reply, z.strictObject({ mailbox: z.string().optional() }));
    if (!input) return reply;
    const named =
      input.mailbox === undefined ? [...tenant().mailboxes.values()] : [tenant().mailbox(input.mailbox)];
    for (const mailbox of named) if (mailbox) purgeCursors(mailbox);
    return {};
  });
}

const migrationRoute: PeopleRoute = [
  'POST',
  '/migrate',
  ({ mailbox, moment }) => {
    migrateMailbox(mailbox, moment);
    return {};
  },
];

const addressRoute: PeopleRoute = [
  'PATCH',
  '',
  ({ mailbox, body }) => {
    const { mail } = body(z.strictObject({ mail: z.string().nullable() }));
    mailbox.mail = mail;
    mailbox.proxyAddresses = mail === null ? [] : [`SMTP:${mail}`];
    return {};
  },
];

const mailboxRoutes = [migrationRoute, addressRoute];

function checked<Schema extends z.ZodType>(request: FastifyRequest, schema: Schema): z.output<Schema> {
  let input: unknown;
  try {
    input = JSON.parse((request.body as string | undefined) || '{}');
  } catch {
    throw new Impossible(400, 'the body is not JSON');
  }
  const result = schema.safeParse(input);
  if (!result.success) throw new Impossible(400, z.prettifyError(result.error));
  return result.data;
}

function answering(reply: FastifyReply, perform: () => unknown): unknown {
  try {
    return perform();
  } catch (error) {
    if (!(error instanceof Impossible || error instanceof GraphError)) throw error;
    return reply.code(error.status).send({ error: error.message });
  }
}
