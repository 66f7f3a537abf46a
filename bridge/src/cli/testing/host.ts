// A process that runs one command line of `tandem` after the other, for tests that would otherwise wait for Node to start.
import { runTandem } from '../run-tandem.ts';

interface Order {
  readonly id: number;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

process.on('message', (order: Order) => void serve(order));
process.on('disconnect', () => process.exit());

async function serve({ id, args, environment }: Order): Promise<void> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runTandem(args, {
    environment,
    out: (text) => (stdout += text),
    err: (text) => (stderr += text),
    signal: new AbortController().signal,
  });
  process.send?.({ id, exitCode, stdout, stderr });
}
