import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const linesOfOne = 12;

/**
 * What failed by a report file as Vitest and Jest write it: each failed case and each file that did not load, with the first lines of what it said, calls inside of libraries left out. Empty when
 * the tool ended before it wrote a report.
 */
export function failuresIn(file: string, root: string): string[] {
  if (!existsSync(file)) return [];
  const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed');
    const where = relative(root, name);
    if (failed.length === 0 && status === 'failed') return [`${where} did not run`, ...firstLines(message)];
    return failed.flatMap(({ fullName, failureMessages }) => [
      `${where}: ${fullName}`,
      ...firstLines(failureMessages.join('\n')),
    ]);
  });
}

function firstLines(text: string): string[] {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('/node_modules/'));
  return lines.slice(0, linesOfOne).map((line) => `  ${line}`);
}
