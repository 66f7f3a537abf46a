import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const spec = readFileSync(join(import.meta.dirname, 'SPEC.md'), 'utf8');
const named = [...spec.matchAll(/`([\w./-]+\.test\.ts) › ([^`]+)`/g)].map(([, file = '', title = '']) => ({
  file,
  title,
}));

it('names tests', () => {
  expect(named.length).toBeGreaterThan(30);
});

it.each(named)('$file › $title exists', ({ file, title }) => {
  expect(existsSync(file), file).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain(title);
});
