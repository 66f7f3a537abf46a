import { expect, it } from 'vitest';
import { exitCodeOf, summary } from '../checks/outcome.ts';
import { startPostgres } from './step.ts';

const unit = { name: 'unit', ok: true, seconds: 2, cases: { passed: 40, failed: 0 } };

it('without a server the whole run of npm test fails, and says how to get one', async () => {
  const said: unknown[] = [];
  const missing = () => Promise.reject(new Error('Install it: apt-get install postgresql'));
  const { outcome, server } = await startPostgres(missing, (words) => said.push(words));
  expect(server).toBeUndefined();
  expect(said).toContain('Install it: apt-get install postgresql');
  expect(summary([outcome, unit]).split('\n').at(-1)).toBe('40 passed, 1 failed');
  expect(exitCodeOf([outcome, unit])).toBe(1);
});

it('with a server the run has what it needs, and ends well', async () => {
  const started = { url: 'postgres://started', stop: async () => {} };
  const { outcome, server } = await startPostgres(
    async () => started,
    () => undefined,
  );
  expect(server).toBe(started);
  expect(exitCodeOf([outcome, unit])).toBe(0);
});
