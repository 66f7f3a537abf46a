import { expect, it } from 'vitest';
import type { PlainFigure } from './plain-figures.ts';
import { plainMarkdown, plainText } from './plain-figures.ts';

const figures: PlainFigure[] = [
  { figure: 'status_requests', what: 'requests', measured: 3, bound: 'at most', value: 3 },
  { figure: 'js_kb Status', what: 'kB of Status', measured: 60.1, bound: 'at most', value: 60 },
];

it('says of each figure whether it meets its bar', () => {
  const [requests, script] = plainText(figures).split('\n');
  expect(requests).toMatch(/^status_requests +3 +≤ 3 +met$/);
  expect(script).toMatch(/^js_kb Status +60\.1 +≤ 60 +MISSED$/);
});

it('has a table in which what misses its bar is bold', () => {
  const table = plainMarkdown(figures, 'a machine');
  expect(table).toContain('Measured on a machine.');
  expect(table).toContain('| requests | 3 | ≤ 3 |');
  expect(table).toContain('| kB of Status | **60.1** | ≤ 60 |');
});
