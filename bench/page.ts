import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { peerMarkdown } from './peer.ts';
import type { PlainFigure } from './plain-figures.ts';
import { plainMarkdown } from './plain-figures.ts';
import type { Result } from './report.ts';
import { markdownTable } from './report.ts';

const path = join(import.meta.dirname, '..', 'docs', 'performance.md');
const bridgeHeading = '## The bridge';
const seriesHeading = '## Series';
const screensHeading = '## The screens';

/** Writes what the benches of the bridge measured into docs/performance.md; what it says else stays. */
export async function writeBridge(results: readonly Result[], machine: string): Promise<void> {
  const page = await readFile(path, 'utf8');
  await write(performancePage(results, machine) + page.slice(startOf(page, seriesHeading)));
}

/** Writes what the expansion of series took into docs/performance.md; what it says else stays. */
export function writeSeries(figures: readonly PlainFigure[], machine: string): Promise<void> {
  return writeSection(
    seriesHeading,
    'Series of all six patterns in zones with and without changes of the clock, worked out for one year by the code that a pass uses, in one thread. Measure with `npm run -s bench -- expansion`.',
    plainMarkdown(figures, machine),
  );
}

/** Writes what the screens measured into docs/performance.md; what it says else stays. */
export function writeScreens(figures: readonly PlainFigure[], machine: string): Promise<void> {
  return writeSection(
    screensHeading,
    'The screens as the playground serves them, in headless Chromium that has nothing cached, before an emulated org that answers each request after 20 ms. Measure them with `npm run -s bench -- screens`.',
    plainMarkdown(figures, machine),
  );
}

/** Puts a section in the place of the one with its heading. */
async function writeSection(heading: string, words: string, table: string): Promise<void> {
  const page = await readFile(path, 'utf8');
  const rest = heading === screensHeading ? '' : page.slice(startOf(page, screensHeading));
  await write(page.slice(0, startOf(page, heading)) + [heading, words, table, '', ''].join('\n\n') + rest);
}

/** Where a section begins; where it is missing, where the next one does. */
function startOf(page: string, heading: string): number {
  const [start] = [heading, screensHeading].map((one) => page.indexOf(one)).filter((index) => index >= 0);
  return start ?? page.length;
}

/** Formatted as the repository is. */
async function write(page: string): Promise<void> {
  const style = (await resolveConfig(path)) ?? {};
  await writeFile(path, await format(page, { ...style, parser: 'markdown', plugins: [] }));
}

/** The part of docs/performance.md that the benches of the bridge write: the figures beside the least possible and their bars. */
export function performancePage(results: readonly Result[], machine: string): string {
  return [
    '# What a sync costs',
    '<!-- Written by `npm run -s bench -- all --write` (series: `expansion --write`, the screens: `screens --write`); measure again instead of editing. -->',
    bridgeHeading,
    'The bridge runs between two emulated services in processes of their own, which answer each request after 20 ms and enforce the real limits. A `$batch` of Graph and a composite call of Salesforce count as one call. Beside a figure stand the least that is possible and the bar that it has to meet; what misses its bar is **bold**. Writes are those of items and records of people, not of links and issues.',
    'Measure a single bench with `npm run -s bench -- NAME --database pglite` (or `postgres`).',
    markdownTable(results, machine),
    peerMarkdown(results),
    '',
    '',
  ].join('\n\n');
}
