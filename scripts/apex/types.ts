import { spawnSync } from 'node:child_process';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../metadata/problem.ts';

interface Found {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly {
      readonly start: { readonly line: number };
      readonly category: string;
      readonly message: string;
    }[];
  }[];
}

/** The jars of apex-ls, with the platform's standard classes and objects; they come with the engine of Code Analyzer. */
const jars = join(
  dirname(fileURLToPath(import.meta.resolve('@salesforce/code-analyzer-pmd-engine'))),
  'java-lib',
  '*',
);

/**
 * Type-checks the Apex of a project (a folder with `sfdx-project.json`) against the platform's classes and the project's own
 * objects, without an org. Fields named in SOQL are not looked at.
 *
 * @throws Error when the checker itself fails
 */
export function typeProblems(project: string): Problem[] {
  const checker = 'io.github.apexdevtools.apexls.CheckForIssues';
  const { stdout, stderr, error } = spawnSync(
    'java',
    ['-cp', jars, checker, '-n', '-f', 'json', '-w', project],
    { encoding: 'utf8' },
  );
  if (error) throw error;
  if (!stdout.trimStart().startsWith('{')) throw new Error(`The Apex checker failed:\n${stdout}${stderr}`);
  return (JSON.parse(stdout) as Found).files.flatMap(({ path, messages }) =>
    messages.map(({ start, category, message }) => ({
      file: relative(project, path),
      line: start.line,
      message: `${category}: ${message}`,
    })),
  );
}
