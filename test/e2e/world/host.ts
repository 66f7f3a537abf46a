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
 * starting Node takes longer than most commands. After so many milliseconds it is ended by force. Where Node itself dies, the
 * command is run once more: to the bridge that is a crash, which it has to survive anyway.
 */
export async function runInHost(...command: Command): Promise<Ran> {
  try {
    return await runOnce(...command);
  } catch (error) {
    if (!(error instanceof NodeDied)) throw error;
    return runOnce(...command);
  }
}

type Command = [args: readonly string[], environment: Readonly<Record<string, string>>, longestMs: number];

async function runOnce(...[args, environment, longestMs]: Command): Promise<Ran> {
  const child = (host ??= startHost());
  const id = (lastId += 1);
  child.ref();
  const { promise, resolve: answer, reject } = Promise.withResolvers<Ran>();
  const hear = (message: unknown) => {
    if ((message as { id: number }).id === id) answer(message as Ran);
  };
  const gone = (_code: number | null, signal: NodeJS.Signals | null) => {
    const message = `The bridge's process ended during ${args.join(' ')}.`;
    const isNodes = signal === 'SIGTRAP' || signal === 'SIGSEGV';
    reject(isNodes ? new NodeDied(message) : new Error(message));
  };
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

/** Node may die where many embedded databases come and go in one process and V8 guards or frees the pages of their code (nodejs/node#64500). */
const keepingCode = ['--no-memory-protection-keys', '--no-wasm-code-gc'];

/** Node itself died, not the bridge. */
class NodeDied extends Error {}

function startHost(): ChildProcess {
  const child = fork(HOST, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: keepingCode });
  child.once('exit', () => (host = undefined));
  return child;
}
