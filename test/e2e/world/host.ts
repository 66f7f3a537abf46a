import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

const HOST = resolve(import.meta.dirname, '../../../bridge/src/cli/testing/host.ts');

/** What a command of the bridge left when it ended. */
export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
}

let host: ChildProcess | undefined;
let lastId = 0;

/**
 * Runs a command line of the bridge with nothing but these settings in its environment, in a process that is kept for the next one:
 * starting Node takes longer than most commands. After so many milliseconds it is ended by force.
 */
export async function runInHost(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  longestMs: number,
): Promise<Ran> {
  const child = (host ??= startHost());
  const id = (lastId += 1);
  child.ref();
  const { promise, resolve: answer, reject } = Promise.withResolvers<Ran>();
  const hear = (message: unknown) => {
    if ((message as { id: number }).id === id) answer(message as Ran);
  };
  const gone = () => reject(new Error(`The bridge's process ended during ${args.join(' ')}.`));
  child.on('message', hear).once('exit', gone);
  const timer = setTimeout(() => child.kill('SIGKILL'), longestMs);
  child.send({ id, args, environment });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off('message', hear).off('exit', gone).unref();
    child.channel?.unref();
  }
}

/** Node may die where many embedded databases come and go in one process and V8 guards the pages of their code (nodejs/node#64500). */
const unguarded = '--no-memory-protection-keys';

function startHost(): ChildProcess {
  const child = fork(HOST, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [unguarded] });
  child.once('exit', () => (host = undefined));
  return child;
}
