// `npm run bench -- <name>`: measures the bridge between two emulated services, or the screens; see docs/performance.md.
import { parseArgs } from 'node:util';
import { judge } from './bars.ts';
import type { Bench } from './benches.ts';
import { benches } from './benches.ts';
import type { Database, Figures } from './figures.ts';
import { databases } from './figures.ts';
import { machine } from './machine.ts';
import { writeBridge, writeScreens, writeSeries } from './page.ts';
import { withDatabase } from './postgres.ts';
import type { Result } from './report.ts';
import { barsByName, markdownTable, textTable } from './report.ts';
import { runBench } from './run.ts';
import type { PlainFigure } from './plain-figures.ts';
import { isMet, plainText } from './plain-figures.ts';
import { benchExpansion } from './expansion.ts';

const usage = `npm run -s bench -- <name> [--database ${databases.join('|')}] [--json | --markdown | --write]

  all${' '.repeat(20)}every bench of the bridge, on both databases unless one is named
  all --write${' '.repeat(12)}the same, and writes docs/performance.md
${benches.map(({ name, work }) => `  ${name.padEnd(22)} ${work}`).join('\n')}
  ${'expansion'.padEnd(22)} 10,000 series worked out for a year; --write writes them into docs/performance.md
  ${'screens'.padEnd(22)} the screens in Chromium with 5,000 mailboxes; --write writes them into docs/performance.md`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    database: { type: 'string' },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
const chosen = name === 'all' ? benches : benches.filter((bench) => bench.name === name);
const on = databases.filter((database) =>
  values.database === undefined ? name === 'all' || database === 'pglite' : database === values.database,
);
const partly = name !== 'all' || on.length < databases.length;
/** What is measured without a bridge. */
const apart: Readonly<
  Record<
    string,
    { run(): readonly PlainFigure[] | Promise<readonly PlainFigure[]>; write: typeof writeScreens }
  >
> = {
  expansion: { run: benchExpansion, write: writeSeries },
  screens: {
    // What compiles the screens fills the memory that the others are measured in.
    run: async () => (await import('./screens/screens.ts')).benchScreens(interrupted),
    write: writeScreens,
  },
};
const alone = positionals.length === 1 && name !== undefined ? apart[name] : undefined;
if (
  alone === undefined &&
  (chosen.length === 0 || on.length === 0 || positionals.length > 1 || (values.write && partly))
) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => reject(new Error(`Ended by ${signal}.`)));
});
interrupted.catch(() => {});

if (alone) {
  const figures = await alone.run();
  process.stdout.write(`${values.json ? JSON.stringify(figures) : plainText(figures)}\n`);
  if (values.write) await alone.write(figures, machine());
  process.exit(figures.every(isMet) ? 0 : 1);
}

const results: Result[] = [];
for (const database of on) for (const bench of chosen) results.push(await measure(bench, database));
print(results);
if (values.write) await writeBridge(results, machine());
process.exit(results.every(({ judgements }) => judgements.every(({ met }) => met)) ? 0 : 1);

async function measure(bench: Bench, database: Database): Promise<Result> {
  process.stderr.write(`${bench.name} on ${database} …\n`);
  const figures: Figures = await withDatabase(database, (url) => runBench(bench, database, url, interrupted));
  return { bench, figures, judgements: judge(bench.bars, figures) };
}

function print(all: readonly Result[]): void {
  const objects = all.map(({ figures, judgements }) => ({ ...figures, bars: barsByName(judgements) }));
  const text = values.json
    ? JSON.stringify(name === 'all' ? objects : objects[0])
    : values.markdown
      ? markdownTable(all, machine())
      : textTable(all);
  process.stdout.write(`${text}\n`);
}
