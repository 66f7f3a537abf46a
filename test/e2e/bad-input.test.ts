import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const page = readFileSync(resolve(REPOSITORY, 'docs/bad-input.md'), 'utf8');
const codes = readFileSync(resolve(REPOSITORY, 'docs/codes.md'), 'utf8');

/** Where the named tests are. */
const folders = [
  'test/e2e/scenarios',
  'bridge/src/sync/events',
  'bridge/src/sync/recurrence',
  'bridge/src/exchange/calendar',
];

const rows = page.split('\n').flatMap((line) => {
  const [what, code = '', tests = ''] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  return what && tests.includes('›') && !line.includes('file ›') ? [{ what, code, tests }] : [];
});

it('the page on bad input has its examples', () => expect(rows.length).toBeGreaterThanOrEqual(30));

it.each(rows)('bad input: $what: its codes and tests exist', ({ code, tests }) => {
  const named = code.match(/TDM-[A-Z0-9-]+/g) ?? [];
  for (const one of named) expect(codes).toContain(`(codes/${one}.md)`);
  expect(named.length > 0 || code.startsWith('none: '), code).toBe(true);
  const links = [...tests.matchAll(/`([\w-]+) › ([^`]+)`/g)];
  expect(links).not.toEqual([]);
  for (const [, file = '', title = ''] of links) {
    const path = folders
      .map((folder) => resolve(REPOSITORY, folder, `${file}.test.ts`))
      .find((candidate) => existsSync(candidate));
    expect(path, file).toBeDefined();
    expect(readFileSync(String(path), 'utf8')).toContain(title);
  }
});
