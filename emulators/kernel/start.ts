import { parseArgs } from 'node:util';
import type { EmulatorServer } from './server.ts';

/** Starts an emulator as a process: `--port N` (0 or none: a free port), one line of JSON when ready, ends on SIGTERM. */
export async function runAsProcess(
  start: (options: { port: number }) => Promise<EmulatorServer>,
): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const server = await start({ port: Number(values.port) });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
  process.stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`);
}
