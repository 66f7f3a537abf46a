import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { peerMarkdown } from './peer.ts';
import type { Result } from './report.ts';
import { markdownTable } from './report.ts';
import { screensMarkdown } from './screens/report.ts';
import type { ScreenFigure } from './screens/screens.ts';

const path = join(import.meta.dirname, '..', 'docs', 'performance.md');
const bridgeHeading = '## The bridge';
const screensHeading = '## The screens';

/** Writes what the benches of the bridge measured into docs/performance.md; what it says of the screens stays. */
export async function writeBridge(results: readonly Result[], machine: string): Promise<void> {
  const page = await readFile(path, 'utf8');
  await write(performancePage(results, machine) + page.slice(startOf(page)));
}

/** Writes what the screens measured into docs/performance.md; what it says of the bridge stays. */
export async function writeScreens(figures: readonly ScreenFigure[], machine: string): Promise<void> {
  const page = await readFile(path, 'utf8');
  await write(page.slice(0, startOf(page)) + screensSection(figures, machine));
}

function startOf(page: string): number {
  const start = page.indexOf(screensHeading);
  return start < 0 ? page.length : start;
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
    '<!-- Written by `npm run -s bench -- all --write` (the screens: `screens --write`); measure again instead of editing. -->',
    bridgeHeading,
    'The bridge runs between two emulated services in processes of their own, which answer each request after 20 ms and enforce the real limits. A `$batch` of Graph and a composite call of Salesforce count as one call. Beside a figure stand the least that is possible and the bar that it has to meet; what misses its bar is **bold**. Writes are those of items and records of people, not of links and issues.',
    'Measure a single bench with `npm run -s bench -- NAME --database pglite` (or `postgres`).',
    markdownTable(results, machine),
    peerMarkdown(results),
    '',
    '',
  ].join('\n\n');
}

function screensSection(figures: readonly ScreenFigure[], machine: string): string {
  return [
    screensHeading,
    'The screens as the playground serves them, in headless Chromium that has nothing cached, before an emulated org that answers each request after 20 ms. Measure them with `npm run -s bench -- screens`.',
    screensMarkdown(figures, machine),
    '',
  ].join('\n\n');
}
