import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { controlBody } from '../../kernel/control.ts';
import { mayUseSession } from '../access.ts';
import { openSession } from '../rest/token.ts';
import type { Emulator } from '../state.ts';
import { parseDatetime, toStamp } from '../store/stamps.ts';
import { peopleSchemas, type PeopleAction } from './people-schemas.ts';
import { archive, createPeople, emptyBin, userOf, type Reply } from './people.ts';
import { seedSchema } from './seed-schema.ts';
import { seed } from './seed.ts';
import { dump } from './dump.ts';

const openSchema = z.strictObject({ user: z.string() });
const expireSchema = z.strictObject({ user: z.string().optional() });
const purgeSchema = z.strictObject({
  before: z
    .string()
    .refine((text) => parseDatetime(text) !== undefined, 'not a datetime')
    .optional(),
});

/** The org's own routes under `/_control`. */
export function registerOrgControl(app: FastifyInstance, emulator: Emulator): void {
  app.post('/_control/seed', (request, reply) => {
    const body = controlBody(request, reply, seedSchema);
    if (!body) return reply;
    const seeded = seed(emulator, body);
    return 'error' in seeded ? reply.code(400).send(seeded) : seeded;
  });
  app.get<{ Querystring: { objects?: string } }>('/_control/state', (request) =>
    dump(emulator, request.query.objects?.split(',')),
  );

  const people = createPeople(emulator);
  for (const action of Object.keys(peopleSchemas) as PeopleAction[]) {
    app.post(`/_control/people/${action}`, (request, reply) => {
      const body = controlBody(request, reply, peopleSchemas[action] as z.ZodType);
      return body ? answer(reply, people[action](body as never)) : reply;
    });
  }
  app.post('/_control/people/emptyRecycleBin', (_request, reply) => answer(reply, emptyBin(emulator)));

  app.post('/_control/people/archiveEvents', (_request, reply) => answer(reply, archive(emulator)));

  app.post('/_control/sessions/open', (request, reply) => {
    const body = controlBody(request, reply, openSchema);
    if (!body) return reply;
    const state = emulator.state();
    const userId = userOf(state, body.user);
    if (userId === undefined || !mayUseSession(state.org, userId))
      return reply.code(400).send({ error: `${body.user} is no active user` });
    return { userId, accessToken: openSession(emulator, userId) };
  });
  app.post('/_control/sessions/expire', (request, reply) => {
    const body = controlBody(request, reply, expireSchema);
    if (!body) return reply;
    const { sessions } = emulator.state();
    const userId = body.user === undefined ? undefined : userOf(emulator.state(), body.user);
    let expired = 0;
    for (const [token, session] of sessions) {
      if (body.user !== undefined && session.userId !== userId) continue;
      sessions.delete(token);
      expired += 1;
    }
    return { expired };
  });
  app.post('/_control/queryLocators/expire', () => {
    emulator.state().locators.clear();
    return {};
  });
  app.post('/_control/deleteLog/purge', (request, reply) => {
    const body = controlBody(request, reply, purgeSchema);
    if (!body) return reply;
    const { org } = emulator.state();
    const before = toStamp(parseDatetime(body.before ?? '') ?? org.now());
    const kept = org.deletions.filter(({ at }) => at >= before);
    const purged = org.deletions.length - kept.length;
    org.deletions.splice(0, Infinity, ...kept);
    org.earliestDeletion = before;
    return { purged, earliestDateAvailable: before };
  });
}

function answer(reply: FastifyReply, result: Reply): object {
  if ('body' in result) return result.body;
  const { code, message, fields } = result.refusal;
  return reply
    .code(400)
    .send({ error: `${code}: ${message}`, errorCode: code, message, fields: fields ?? [] });
}
