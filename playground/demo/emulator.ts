import { startProcess } from './process.ts';
import type { RunningProcess } from './process.ts';

/** An emulator that runs and answers. */
export interface RunningEmulator {
  readonly process: RunningProcess;
  readonly url: string;
}

/** Starts an emulator on a free port and waits for its line of JSON; fails with what it said instead when it ends before. */
export async function startEmulator(name: string, script: string): Promise<RunningEmulator> {
  const said: string[] = [];
  let announce: (url: string) => void;
  const announced = new Promise<string>((resolve) => (announce = resolve));
  const running = startProcess({
    name,
    script,
    args: ['--port', '0'],
    onLine: (line) => {
      const url = readyUrl(line);
      if (url) announce(url);
      else said.push(line);
    },
  });
  const failed = running.ended.then((code) => {
    throw new Error(`${name} did not start (exit code ${code}).\n${said.join('\n')}`);
  });
  failed.catch(() => {});
  return { process: running, url: await Promise.race([announced, failed]) };
}

function readyUrl(line: string): string | undefined {
  if (!line.startsWith('{"ready":true')) return undefined;
  return (JSON.parse(line) as { url: string }).url;
}
