import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { inLanes } from '../emulators/kernel/lanes.ts';
import { countsIn, exitCodeOf, summary } from './checks/outcome.ts';
import type { Outcome } from './checks/outcome.ts';
import { failuresIn } from './checks/failures.ts';
import { lastLines } from './checks/last-lines.ts';
import { allSteps } from './checks/steps.ts';
import type { Step } from './checks/steps.ts';
import { keepTemporaryFilesInMemory } from './checks/temporary-folder.ts';
import { startPostgres } from './postgres/step.ts';

/**
 * `npm test [-- --only unit,lint] [-- arguments for the test tools]` runs the checks, or those named, and ends 1 when one failed.
 */
const root = dirname(import.meta.dirname);
const args = process.argv.slice(2);
keepTemporaryFilesInMemory();
const wished = takeOnly(args);
const unknown = wished?.filter((name) => !allSteps.some((step) => step.name === name)) ?? [];

if (unknown.length > 0) {
  console.error(
    `No such check: ${unknown.join(', ')}. There are: ${allSteps.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const wordsOfAFailure = 150;
const chosen = allSteps.filter(({ name }) => wished?.includes(name) ?? true);
const outcomes: Outcome[] = [];
const onPostgres = chosen.some(({ postgres }) => postgres) ? await startPostgres() : undefined;
if (onPostgres) outcomes.push(onPostgres.outcome);
const server = onPostgres?.server;
try {
  for (const { prepare } of chosen) prepare?.();
  // The checks use one core each; the test tools have workers of their own.
  outcomes.push(...(await inLanes(chosen.filter(isQuiet), 2, run)));
  for (const step of chosen)
    // Without the server the run has failed; what can run on the embedded database still does.
    if (!isQuiet(step) && (server || step.postgres !== 'alone')) outcomes.push(await run(step));
} finally {
  await server?.stop();
}
console.log(summary(outcomes));
process.exitCode = exitCodeOf(outcomes);

/** Takes `--only a,b` (or `--only=a,b`) out of the arguments. */
function takeOnly(from: string[]): string[] | undefined {
  const index = from.findIndex((arg) => arg === '--only' || arg.startsWith('--only='));
  if (index === -1) return undefined;
  const [option] = from.splice(index, 1);
  const names = option?.includes('=') ? option.slice('--only='.length) : from.splice(index, 1)[0];
  return names?.split(',') ?? [];
}

function isQuiet({ report }: Step): boolean {
  return report === undefined;
}

/** Runs one step; checks are silent unless they fail, test tools show their progress, and what failed is told again at the end. */
async function run({ name, tool, args: own, report }: Step): Promise<Outcome> {
  console.log(`\n▶ ${name}`);
  if (report) {
    mkdirSync(dirname(join(root, report)), { recursive: true });
    rmSync(join(root, report), { force: true });
  }
  const started = performance.now();
  const child = spawn(join(root, 'node_modules', '.bin', tool), [...own, ...(report ? args : [])], {
    cwd: root,
    env: {
      ...process.env,
      ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
      // Empty says that there should be a server and is none.
      ...(onPostgres && { TANDEM_TEST_DATABASE_URL: server?.url ?? '' }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  const ended = once(child, 'close').catch((error: unknown) => [error]);
  if (report) for (const stream of [child.stdout, child.stderr]) stream.pipe(process.stdout, { end: false });
  const [said, complained] = await Promise.all(
    [child.stdout, child.stderr].map((stream) => lastLines(stream.pipe(new PassThrough()), wordsOfAFailure)),
  );
  const [code] = await ended;
  if (code instanceof Error) console.error(code.message);
  const seconds = (performance.now() - started) / 1000;
  const ok = code === 0;
  const failures = report && !ok ? failuresIn(join(root, report), root) : [];
  return {
    name,
    ok,
    seconds,
    cases: report ? countsIn(join(root, report)) : undefined,
    ...(!ok && { lastWords: failures.length > 0 ? failures : [...(said ?? []), ...(complained ?? [])] }),
  };
}
