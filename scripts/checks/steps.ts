import { join } from 'node:path';
import { writeTypes } from '../package/build.ts';

/** One check of `npm test`: a tool of node_modules/.bin with its arguments. */
export interface Step {
  readonly name: string;
  readonly tool: string;
  readonly args: readonly string[];
  /** Where the tool leaves its counts, for steps that run test cases; in the format of Jest, which Vitest shares. */
  readonly report?: string;
  /** It runs on a Postgres server: `alone` nowhere else, `too` also on the embedded database. */
  readonly postgres?: 'alone' | 'too';
  /** Writes what the tool reads. */
  readonly prepare?: () => void;
}

const reports = join('build', 'tests');
const checks: readonly Step[] = [
  { name: 'format', tool: 'prettier', args: ['--check', '.', '--log-level', 'warn'] },
  { name: 'lint', tool: 'eslint', args: ['.', '--max-warnings', '0'] },
  { name: 'types', tool: 'tsc', args: ['--noEmit', '-p', '.'] },
  { name: 'page-types', tool: 'tsc', args: ['--noEmit', '-p', 'playground/pages'] },
  { name: 'shell-types', tool: 'tsc', args: ['--noEmit', '-p', 'playground/lightning/browser'] },
  { name: 'component-types', tool: 'tsc', args: ['--noEmit', '-p', 'force-app'], prepare: writeTypes },
  {
    name: 'layers',
    tool: 'depcruise',
    args: [
      '--config',
      'scripts/layers.cjs',
      'bridge/src',
      'emulators',
      'playground/company',
      'playground/demo',
      'scripts',
      'test',
    ],
  },
  { name: 'unused', tool: 'knip', args: [] },
];
const jest: Step = {
  name: 'components',
  tool: 'sfdx-lwc-jest',
  args: ['--coverage', '--', '--maxWorkers=2', '--json', `--outputFile=${join(reports, 'components.json')}`],
  report: join(reports, 'components.json'),
};
const projects = [
  'unit',
  'package',
  'contract',
  'programs',
  'simulation',
  'browser',
  'end-to-end',
  'end-to-end-postgres',
  'reliability',
] as const;
const onPostgres: Partial<Record<(typeof projects)[number], Step['postgres']>> = {
  unit: 'too',
  'end-to-end-postgres': 'alone',
  reliability: 'too',
};
/**
 * Most tests wait for processes; the tools' own choice of one worker would leave a core idle. These wait most: for pages, and until
 * the bridge asks again after an answer that it could not read.
 */
const waitMost: readonly (typeof projects)[number][] = ['browser', 'end-to-end', 'end-to-end-postgres'];

/** All checks in the order in which they run: the quick ones first. */
export const allSteps: readonly Step[] = [...checks, jest, ...projects.map(vitest)];

function vitest(project: (typeof projects)[number]): Step {
  const report = join(reports, `${project}.json`);
  const postgres = onPostgres[project];
  return {
    ...(postgres && { postgres }),
    name: project,
    tool: 'vitest',
    args: [
      'run',
      '--project',
      project,
      `--maxWorkers=${waitMost.includes(project) ? 3 : 2}`,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    report,
  };
}
