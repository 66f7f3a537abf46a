import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { providePostgres } from './postgres/provide.ts';

/**
 * `npm run proof -- [--database pglite|postgres] [--kills 100] [--seed 1]`: kills the real process that often, on each database,
 * at random moments of first syncs of 300 items, and prints what became of them as a table for docs/reliability.md. Ends 1
 * when anything was lost or made twice.
 */
const root = dirname(import.meta.dirname);
const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
  },
});
const databases = values.database === undefined ? ['pglite', 'postgres'] : [values.database];

interface Result {
  readonly kills: number;
  readonly lost: number;
  readonly double: number;
  readonly toProgressMs: readonly number[];
}

const server = await providePostgres();
const folder = mkdtempSync(join(tmpdir(), 'tandem-proof-'));
const rows: string[] = [];
try {
  for (const database of databases) rows.push(row(database, prove(database)));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
console.log(
  [
    '',
    `Seed ${values.seed}; each sync of 300 items was killed up to three times, then ran to its end and was checked.`,
    '',
    '| database | kills | syncs that held every invariant | lost | double | restart to progress, median | longest |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n'),
);

/** Runs the test of kills that often; the results of the syncs that passed it, and of how many there should be. */
function prove(database: string): readonly Result[] {
  const results = join(folder, `${database}.jsonl`);
  const { status } = spawnSync(
    join(root, 'node_modules', '.bin', 'vitest'),
    ['run', '--project', 'reliability', 'test/reliability/kills'],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        TANDEM_TEST_DATABASE_URL: server.url,
        TANDEM_TEST_PROOF_DATABASE: database,
        TANDEM_TEST_PROOF_KILLS: values.kills,
        TANDEM_TEST_PROOF_SEED: values.seed,
        TANDEM_TEST_PROOF_RESULTS: results,
      },
    },
  );
  if (status !== 0) process.exitCode = 1;
  if (!existsSync(results)) return [];
  const lines = readFileSync(results, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Result);
}

function row(database: string, results: readonly Result[]): string {
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0);
  const times = results.flatMap(({ toProgressMs }) => toProgressMs).toSorted((a, b) => a - b);
  const seconds = (ms: number | undefined) => (ms === undefined ? '–' : `${(ms / 1000).toFixed(1)} s`);
  const syncs = Math.ceil(Number(values.kills) / 3);
  const cells = [
    database,
    `${sum(({ kills }) => kills)} of ${values.kills}`,
    `${results.length} of ${syncs}`,
    sum(({ lost }) => lost),
    sum(({ double }) => double),
    seconds(times[Math.floor(times.length / 2)]),
    seconds(times.at(-1)),
  ];
  return `| ${cells.join(' | ')} |`;
}
