import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const main = resolve(import.meta.dirname, '../main.ts');

/** A process of the command line. */
export interface Tandem {
  /** What it wrote so far. */
  readonly out: () => string;
  readonly err: () => string;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
  readonly stop: () => void;
}

/** Starts `tandem` with nothing but these settings in its environment; it ends with the test at the latest. */
export function startTandem(args: readonly string[], settings: Readonly<Record<string, string>>): Tandem {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH, HOME, TMPDIR, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const ended = new Promise<number | null>((done) => child.once('close', done));
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { out: () => out, err: () => err, ended, stop: () => void child.kill('SIGTERM') };
}

/** Runs `tandem` to its end. */
export async function runTandem(
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const tandem = startTandem(args, settings);
  const code = await tandem.ended;
  return { code, out: tandem.out(), err: tandem.err() };
}
