import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Result } from './report.ts';
import { markdownTable } from './report.ts';

/** Writes docs/performance.md from results, formatted as the repository is. */
export async function writePage(results: readonly Result[], machine: string): Promise<void> {
  const path = join(import.meta.dirname, '..', 'docs', 'performance.md');
  const style = (await resolveConfig(path)) ?? {};
  await writeFile(
    path,
    await format(performancePage(results, machine), { ...style, parser: 'markdown', plugins: [] }),
  );
}

/** docs/performance.md: what the benches measured, beside the least possible and the bar of each figure. */
export function performancePage(results: readonly Result[], machine: string): string {
  return [
    '# What a sync costs',
    '<!-- Written by `npm run -s bench -- all --write`; measure again instead of editing. -->',
    'The bridge runs between two emulated services in processes of their own, which answer each request after 20 ms and enforce the real limits. A `$batch` of Graph and a composite call of Salesforce count as one call. Beside a figure stand the least that is possible and the bar that it has to meet; what misses its bar is **bold**. Writes are those of items and records of people, not of links and issues.',
    'Measure a single bench with `npm run -s bench -- NAME --database pglite` (or `postgres`).',
    markdownTable(results, machine),
    '',
  ].join('\n\n');
}
