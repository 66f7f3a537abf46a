import { existsSync, readFileSync } from 'node:fs';

/** Counts of test cases, and files whose cases could not even be collected. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** How one step of `npm test` ended. */
export interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly cases?: Counts | undefined;
  /** Where the step failed: its failed cases, or what the tool said last. */
  readonly lastWords?: readonly string[];
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
}

/** The counts in a report file as Vitest and Jest write it; undefined when the tool ended before it wrote one. */
export function countsIn(file: string): Counts | undefined {
  if (!existsSync(file)) return undefined;
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/**
 * The summary: the last words of each step that failed, a line for each step, then `N passed, N failed` alone on a line. It counts test cases; a step that failed
 * without a failed case (a lint error, a test file that does not load) counts as one failure, so that 0 always means green.
 */
export function summary(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  const lines = outcomes.map(({ name, ok, seconds, cases }) => {
    const counted = cases ? `  ${cases.passed} passed, ${cases.failed} failed` : '';
    return `${ok ? '✔' : '✘'} ${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s${counted}`;
  });
  const passed = sum(outcomes.map(({ cases }) => cases?.passed ?? 0));
  const failed = sum(outcomes.map(({ ok, cases }) => (ok ? 0 : Math.max(1, cases?.failed ?? 0))));
  const told = outcomes.flatMap(({ name, lastWords }) => (lastWords ? ['', `✘ ${name}`, ...lastWords] : []));
  return [...told, '', ...lines, '', `${passed} passed, ${failed} failed`].join('\n');
}

/** What `npm test` ends with: 1 when a step failed. */
export function exitCodeOf(outcomes: readonly Outcome[]): 0 | 1 {
  return outcomes.every(({ ok }) => ok) ? 0 : 1;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
