import { expect, it } from 'vitest';
import { checkMetadata } from '../../../scripts/metadata/check.ts';
import { sayProblem } from '../../../scripts/metadata/problem.ts';
import { readSource } from '../../../scripts/metadata/source.ts';

const SOURCES = readSource();

/** The line of the root element, below the XML declaration. */
const ROOT_LINE = 2;

/**
 * One way to break the package: in a file, a text is replaced. `said` is part of what the check must say about that
 * file, and `where` the line: counted from the replacement, or that of the root element, or any.
 */
export type Mutant = [
  what: string,
  path: string,
  from: string,
  to: string,
  said: string,
  where?: number | 'root' | 'elsewhere',
];

/** Breaks the package in each way and expects the check to report the file, the line and the reason. */
export function itReports(mutants: Mutant[]): void {
  it.each(mutants)('%s', (_what, path, from, to, said, where = 0) => {
    const original = SOURCES.find((file) => file.path === path)?.text ?? '';
    const at = original.indexOf(from);
    expect(at, `${path} contains ${from}`).toBeGreaterThanOrEqual(0);
    const text = original.slice(0, at) + to + original.slice(at + from.length);
    const problems = checkMetadata(SOURCES.map((file) => (file.path === path ? { path, text } : file)));
    const found = problems.find((problem) => problem.file === path && problem.message.includes(said));
    expect(found, problems.map(sayProblem).join('\n')).toBeDefined();
    const changed = original.slice(0, at).split('\n').length;
    if (where !== 'elsewhere') expect(found?.line).toBe(where === 'root' ? ROOT_LINE : changed + where);
  });
}

/** The `<label>` line of a file, as prettier writes it. */
export function label(name: string): string {
  return `    <label>${name}</label>\n`;
}
