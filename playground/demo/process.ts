import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ProcessOptions {
  /** What people call it, such as `The bridge`. */
  readonly name: string;
  readonly script: string;
  readonly args?: readonly string[];
  /** Its whole environment; this process's own when nothing is given. */
  readonly env?: NodeJS.ProcessEnv;
  /** Each line that it writes, on either stream. */
  readonly onLine: (line: string) => void;
}

/** A script that runs as a process of its own. */
export interface RunningProcess {
  readonly name: string;
  /** Its exit code when it ends by itself or is stopped; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it: kindly, and after five seconds by force. */
  stop(): Promise<void>;
}

const patienceSeconds = 5;

/** Starts a script under this Node. */
export function startProcess({
  name,
  script,
  args = [],
  env = process.env,
  onLine,
}: ProcessOptions): RunningProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', onLine);
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => resolve(code));
    child.once('error', (error) => {
      onLine(error.message);
      resolve(1);
    });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), patienceSeconds * 1000);
    await ended;
    clearTimeout(force);
  };
  return { name, ended, stop };
}
