import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countsIn, summary } from './outcome.ts';

const lastLine = (text: string) => text.split('\n').at(-1);

describe('the summary of npm test', () => {
  it('ends with the number of test cases alone on a line', () => {
    const unit = { name: 'unit', ok: true, seconds: 2, cases: { passed: 40, failed: 0 } };
    const contract = { name: 'contract', ok: false, seconds: 3, cases: { passed: 5, failed: 2 } };
    expect(lastLine(summary([unit, contract]))).toBe('45 passed, 2 failed');
  });

  it('never says 0 failed when a check without test cases failed', () => {
    const lint = { name: 'lint', ok: false, seconds: 1 };
    const unloadable = { name: 'unit', ok: false, seconds: 1, cases: { passed: 3, failed: 0 } };
    expect(lastLine(summary([lint, unloadable]))).toBe('3 passed, 2 failed');
  });

  it('tells again what a step said that failed, before the lines of the steps', () => {
    const lint = { name: 'lint', ok: false, seconds: 1, lastWords: ['index.ts', '  1:1  error'] };
    expect(summary([lint]).split('\n').slice(1, 4)).toEqual(['✘ lint', 'index.ts', '  1:1  error']);
  });

  it('reads the counts that the test tool left, and knows when it left none', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'tandem-report-')), 'unit.json');
    expect(countsIn(file)).toBeUndefined();
    writeFileSync(file, JSON.stringify({ numPassedTests: 7, numFailedTests: 1 }));
    expect(countsIn(file)).toEqual({ passed: 7, failed: 1 });
  });
});
