import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { expected } from './coverage.ts';
import { planOfCorpus } from './bugs/plan-of-corpus.ts';
import { seededBugs } from './bugs/seeded-bugs.ts';
import { seededEventBugs } from './bugs/seeded-event-bugs.ts';
import type { Plan } from './plan.ts';
import { ruleOf } from './plan.ts';
import { replay } from './replay.ts';
import type { Failure } from './search.ts';
import { search } from './search.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    /** The number of the first run, for a search that is made in parts. */
    from: { type: 'string', default: '0' },
    seed: { type: 'string', default: 'simulation' },
    workers: { type: 'string', default: '2' },
    /** Runs about events instead of contacts. */
    events: { type: 'boolean', default: false },
    /** The same with deeds about attendees, and policies that few admins choose. */
    attendees: { type: 'boolean', default: false },
    /** Shows one run of the seed, line by line. */
    run: { type: 'string' },
    /** Shows the run of a plan in a file, as a failure printed it. */
    plan: { type: 'string' },
    shrink: { type: 'string', default: '300' },
    /** Looks for the mistakes of bugs/, each until it is found or so many runs have missed it. */
    bugs: { type: 'boolean', default: false },
    /** Those bugs whose name holds this. */
    named: { type: 'string', default: '' },
  },
});

const about = values.attendees ? 'attendees' : values.events ? 'events' : 'contacts';
const from = Number(values.from);
const numbers = Array.from({ length: Number(values.runs) }, (_, place) => from + place);

if (values.plan !== undefined) await replay(JSON.parse(readFileSync(values.plan, 'utf8')) as Plan);
else if (values.run !== undefined) await replay({ seed: values.seed, number: Number(values.run), about });
else if (values.bugs) await searchBugs();
else await searchAll();

/** Each seeded bug, with the first run that found it, as a table for docs/reliability.md. */
async function searchBugs(): Promise<void> {
  console.log('| mistake | found by run | as |\n| --- | ---: | --- |');
  let missed = 0;
  const bugs = about === 'contacts' ? seededBugs : seededEventBugs;
  const chosen = bugs.filter(({ name }) => name.includes(values.named));
  for (const { name, plan } of chosen) {
    const first = await firstFailure(name, plan === undefined ? numbers : [planOfCorpus(plan)]);
    if (!first) missed += 1;
    const where = plan === undefined ? JSON.stringify(first?.which) : 'corpus';
    console.log(`| ${name} | ${first ? where : 'never'} | ${first ? ruleOf(first.broken) : ''} |`);
    if (plan === undefined && first?.plan) console.log(JSON.stringify(first.plan));
  }
  process.exitCode = missed > 0 ? 1 : 0;
}

/** The first of the runs that breaks a rule with the bug and none without it. */
async function firstFailure(bug: string, given: readonly (number | Plan)[]): Promise<Failure | null> {
  const shrinkTries = Number(values.shrink);
  for (let runs = given; ;) {
    const how = { seed: values.seed, about, workers: Number(values.workers) } as const;
    const [first] = (await search({ ...how, runs, shrinkTries, bug })).failures;
    if (!first) return null;
    if ((await search({ ...how, runs: [first.which] })).failures.length === 0) return first;
    runs = runs.slice(runs.indexOf(first.which) + 1);
  }
}

async function searchAll(): Promise<void> {
  const began = Date.now();
  const { failures, coverage } = await search({
    seed: values.seed,
    about,
    runs: numbers,
    workers: Number(values.workers),
    shrinkTries: Number(values.shrink),
    tell({ which, broken, plan }, done) {
      if (broken !== null)
        console.log(
          `\nrun ${JSON.stringify(which)} of seed ${values.seed} breaks ${broken}\n${JSON.stringify(plan)}`,
        );
      if (done % 500 === 0) console.log(`${done} runs, ${Math.round((Date.now() - began) / 1000)} s`);
    },
  });
  for (const name of Object.keys(coverage).toSorted())
    console.log(`${String(coverage[name]).padStart(9)}  ${name}`);
  const missed = expected.filter((name) => !coverage[name]);
  for (const name of missed) console.log(`${'never'.padStart(9)}  ${name}`);
  const seconds = Math.round((Date.now() - began) / 1000);
  const part = `${values.runs} runs of seed ${values.seed}${from > 0 ? ` from ${from}` : ''}`;
  console.log(`${part} in ${seconds} s: ${failures.length} break a rule`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
