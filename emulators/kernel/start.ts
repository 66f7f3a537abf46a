import { parseArgs } from 'node:util';
import type { EmulatorServer } from './server.ts';

/**
 * Starts an emulator as a process: `--port N` (0 or none: a free port), one line of JSON when ready, ends on SIGTERM.
 * `names` are further options of the emulator, each with one text value.
 */
export async function runAsProcess<Name extends string = never>(
  start: (options: { port: number } & { [name in Name]?: string }) => Promise<EmulatorServer>,
  names: readonly Name[] = [],
): Promise<void> {
  const more = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  const { values } = parseArgs({ options: { ...more, port: { type: 'string', default: '0' } } });
  const texts = values as { [name in Name]?: string };
  const server = await start({ ...texts, port: Number(values.port) });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
  process.stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`);
}
