import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { runInHost } from './host.ts';
import type { Ran } from './host.ts';

const MAIN = resolve(import.meta.dirname, '../../../bridge/src/cli/main.ts');
const LONGEST_RUN_MS = 100_000;

/** What `tandem sync --json` prints of one mailbox. */
export interface MailboxSummary {
  user: string;
  email: string;
  state: string;
  /** Code of the issue that keeps the mailbox from being in sync. */
  problem: string | null;
  passes: number;
  created: { exchange: number; salesforce: number };
  updated: { exchange: number; salesforce: number };
  deleted: { exchange: number; salesforce: number };
  paired: number;
  suppressed: number;
  openIssues: number;
}

/** What the command prints when the bridge cannot run at all. */
export interface BridgeError {
  code: string;
  sentence: string;
  detail?: string;
  remedy: string;
}

export interface SyncResult {
  exitCode: number;
  mailboxes: MailboxSummary[];
  error: BridgeError | undefined;
  /** All that the process wrote, for the message of a failed test. */
  output: string;
}

/** A running process of the bridge. */
export interface BridgeProcess {
  /** What it wrote to both streams so far. */
  output(): string;
  /** Its exit code, or the name of the signal that ended it. */
  ended: Promise<number | string>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs the bridge's command with nothing but these settings in its environment. */
export function startBridge(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): BridgeProcess {
  const child: ChildProcess = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let all = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (all += text));
  const ended = new Promise<number | string>((done) => {
    child.once('close', (code, signal) => done(code ?? signal ?? 'unknown'));
    child.once('error', (error) => done(error.message));
  });
  return { output: () => all, ended, kill: (signal) => void child.kill(signal) };
}

/** Runs `tandem sync --json` to its end. */
export async function runSync(
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<SyncResult> {
  const ran = await runInHost(['sync', '--json', ...args], settings, LONGEST_RUN_MS);
  return { exitCode: ran.exitCode, output: `${ran.stdout}${ran.stderr}`, ...answerOf(ran) };
}

function answerOf({ stdout, stderr }: Ran): Pick<SyncResult, 'mailboxes' | 'error'> {
  try {
    const answer = JSON.parse(stdout) as { mailboxes?: MailboxSummary[]; error?: BridgeError };
    return { mailboxes: answer.mailboxes ?? [], error: answer.error };
  } catch (cause) {
    throw new Error(`sync did not print one JSON answer on standard output\n${stdout}${stderr}`, { cause });
  }
}
