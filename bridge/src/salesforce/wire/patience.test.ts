import { describe, expect, it } from 'vitest';
import { backOffMs, createPatience } from './patience.ts';
import { CallFailed } from './trouble.ts';

const locked = new CallFailed({ kind: 'refused', code: 'QUERY_TIMEOUT', message: '', fields: [] });

describe('patience', () => {
  it('starts no attempt after its time is over', async () => {
    let now = 0;
    let attempts = 0;
    const patience = createPatience({ totalMs: 1_000, clock: () => now, random: () => 0 });
    const call = (): Promise<never> => {
      attempts++;
      now += 600;
      return Promise.reject(locked);
    };
    await expect(patience(call)).rejects.toMatchObject({
      code: 'TDM-S-UNREACHABLE',
      detail: 'QUERY_TIMEOUT',
    });
    expect(attempts).toBe(2);
  });

  it('waits longer each time, up to four seconds', () => {
    const waits = [1, 2, 3, 8].map((attempt) => backOffMs(attempt, () => 0.999_999));
    expect(waits.map(Math.round)).toEqual([250, 500, 1_000, 4_000]);
  });

  it('lets errors of our own through', async () => {
    const patience = createPatience({ totalMs: 1_000, clock: () => 0, random: () => 0 });
    const mistake = new TypeError('a mistake');
    await expect(patience(() => Promise.reject(mistake))).rejects.toBe(mistake);
  });
});
