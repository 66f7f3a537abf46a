import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from './clock.ts';
import { faultSchema } from './faults.ts';
import type { Faults } from './faults.ts';
import type { Log } from './log.ts';
import type { SettingsStore } from './settings.ts';

const clockChange = z.strictObject({
  now: z.iso.datetime({ offset: true }).optional(),
  advance: z.number().optional(),
  running: z.boolean().optional(),
});

export interface ControlParts {
  clock: Clock;
  faults: Faults;
  log: Log;
  settings: SettingsStore<unknown, unknown>;
  /** Empties the emulator's own state. */
  resetState(): void;
}

/** The routes under `/_control` that every emulator has. */
export function registerControl(app: FastifyInstance, parts: ControlParts): void {
  const { clock, faults, log, settings } = parts;
  const time = () => ({ now: clock.now().toISOString(), running: clock.running() });

  app.get('/_control/health', () => ({ ok: true }));
  app.post('/_control/reset', () => {
    parts.resetState();
    faults.clear();
    log.clearEntries();
    log.clearCounters();
    clock.reset();
    settings.reset();
    return {};
  });

  app.get('/_control/clock', time);
  app.put('/_control/clock', (request, reply) => {
    const change = controlBody(request, reply, clockChange);
    if (!change) return reply;
    clock.change(change);
    return time();
  });

  app.get('/_control/settings', () => settings.current());
  app.patch('/_control/settings', (request, reply) => {
    const change = controlBody(request, reply, z.unknown());
    if (reply.sent) return reply;
    const problem = settings.change(change);
    return problem === undefined ? settings.current() : reply.code(400).send({ error: problem });
  });

  app.post('/_control/faults', (request, reply) => {
    const fault = controlBody(request, reply, faultSchema);
    return fault ? { id: faults.add(fault) } : reply;
  });
  app.get('/_control/faults', () => ({ faults: faults.list() }));
  app.delete('/_control/faults', () => {
    faults.clear();
    return {};
  });
  app.delete<{ Params: { id: string } }>('/_control/faults/:id', (request, reply) =>
    faults.remove(request.params.id) ? {} : reply.code(404).send({ error: 'no such fault' }),
  );

  app.get<{ Querystring: { since?: string } }>('/_control/log', (request) => ({
    entries: log.entries(Number(request.query.since ?? 0)),
  }));
  app.delete('/_control/log', () => {
    log.clearEntries();
    return {};
  });
  app.get('/_control/counters', () => log.counters());
  app.delete('/_control/counters', () => {
    log.clearCounters();
    return {};
  });
}

/**
 * The JSON body of a control request, checked by the schema; an empty body counts as `{}`. When it does not fit, it
 * answers 400 `{error}` itself and gives nothing.
 */
export function controlBody<Schema extends z.ZodType>(
  request: FastifyRequest,
  reply: FastifyReply,
  schema: Schema,
): z.output<Schema> | undefined {
  let input: unknown;
  try {
    input = JSON.parse((request.body as string | undefined) || '{}');
  } catch {
    void reply.code(400).send({ error: 'the body is not JSON' });
    return undefined;
  }
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  void reply.code(400).send({ error: z.prettifyError(result.error) });
  return undefined;
}
