import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fastify } from 'fastify';
import { Client } from 'undici';
import type { WantedSync } from '../jobs/sync-until-quiet.ts';
import { Fault } from '../domain/fault.ts';
import type { Settings } from './settings.ts';

/** What a running bridge does for the command line. */
export interface Control {
  sync(wanted: WantedSync): Promise<unknown>;
  preview(email: string | null): Promise<unknown>;
  status(): Promise<unknown>;
}

/** Where the running bridge of these settings listens; on the same machine only. */
export function socketPath(settings: Pick<Settings, 'DATABASE_URL' | 'TANDEM_DATA_DIR'>): string {
  const place = settings.DATABASE_URL ?? resolve(settings.TANDEM_DATA_DIR);
  const name = `tandem-${createHash('sha256').update(place).digest('hex').slice(0, 16)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

/** Lets the command line ask a running bridge, since no second process may open the embedded database. */
export async function openControl(path: string, control: Control): Promise<{ close(): Promise<void> }> {
  const server = fastify({ logger: false });
  server.get('/status', async () => control.status());
  server.post<{ Body: WantedSync }>('/sync', async (request) => control.sync(request.body));
  server.post<{ Body: { email: string | null } }>('/preview', async (request) =>
    control.preview(request.body.email),
  );
  server.setErrorHandler((error, _, reply) => {
    const { code, detail } = faultOf(error);
    return reply.code(500).send({ code, detail });
  });
  rmSync(path, { force: true });
  await server.listen({ path });
  return { close: () => server.close() };
}

/** What kept the running bridge from answering, as it crosses the socket. */
function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  return new Fault('TDM-B-UNEXPECTED', error instanceof Error ? error.name : '', error);
}

/** Asks the running bridge; null when none runs. Throws the fault that it met. */
export async function askRunning(
  path: string,
  method: 'GET' | 'POST',
  route: string,
  body?: object,
): Promise<unknown> {
  const client = new Client('http://localhost', { socketPath: path, bodyTimeout: 0, headersTimeout: 0 });
  try {
    const answer = await client.request({
      path: route,
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    const said = await answer.body.json();
    if (answer.statusCode === 200) return said;
    const { code, detail } = said as Pick<Fault, 'code' | 'detail'>;
    throw new Fault(code, detail);
  } catch (error) {
    if (error instanceof Fault) throw error;
    const code = (error as { code?: string }).code ?? '';
    if (['ENOENT', 'ECONNREFUSED', 'UND_ERR_SOCKET'].includes(code)) return null;
    throw error;
  } finally {
    await client.close();
  }
}
