import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failuresIn } from './failures.ts';

const reported = (testResults: readonly object[]) => {
  const file = join(mkdtempSync(join(tmpdir(), 'tandem-failures-')), 'unit.json');
  writeFileSync(file, JSON.stringify({ testResults }));
  return failuresIn(file, '/checkout');
};

it('names each failed case with what it said, and no other', () => {
  const failed = {
    fullName: 'adds two',
    status: 'failed',
    failureMessages: [
      '\u001b[31mexpected 3\u001b[39m\n    at line 4\n    at run (/checkout/node_modules/x.js)',
    ],
  };
  const passed = { fullName: 'adds one', status: 'passed', failureMessages: [] };
  const file = {
    name: '/checkout/a/sum.test.ts',
    status: 'failed',
    message: '',
    assertionResults: [passed, failed],
  };
  expect(reported([file])).toEqual(['a/sum.test.ts: adds two', '  expected 3', '      at line 4']);
});

it('names a file whose cases did not run', () => {
  const file = {
    name: '/checkout/a.test.ts',
    status: 'failed',
    message: 'Cannot find b.ts',
    assertionResults: [],
  };
  expect(reported([file])).toEqual(['a.test.ts did not run', '  Cannot find b.ts']);
});

it('cuts what one case said, so that all are told', () => {
  const failed = { fullName: 'x', status: 'failed', failureMessages: ['line\n'.repeat(90)] };
  expect(
    reported([{ name: '/checkout/a', status: 'failed', message: '', assertionResults: [failed] }]),
  ).toHaveLength(13);
});

it('has nothing to tell without a report', () => {
  expect(failuresIn('/checkout/none.json', '/checkout')).toEqual([]);
});
