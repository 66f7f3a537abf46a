import { describe, expect, it } from 'vitest';
import { isSaving, pollPauseMs } from './poll-pause.ts';

const used = (percent: number) => ({ used: percent * 1_000, limit: 100_000 });

describe('the pause between two reads of the org', () => {
  it('is the poll interval as long as the daily API requests are below the budget, or not known yet', () => {
    expect([null, used(0), used(79)].map((usage) => pollPauseMs(15, 80, usage))).toEqual([
      15_000, 15_000, 15_000,
    ]);
    expect([null, used(79)].map((usage) => isSaving(80, usage))).toEqual([false, false]);
  });

  it('grows beyond the budget, up to five minutes when nothing is left', () => {
    expect([80, 90, 100, 120].map((percent) => pollPauseMs(15, 80, used(percent)))).toEqual([
      60_000, 180_000, 300_000, 300_000,
    ]);
    expect(isSaving(80, used(80))).toBe(true);
  });

  it('is never shorter than the poll interval that the operator set', () => {
    expect(pollPauseMs(600, 80, used(80))).toBeGreaterThanOrEqual(600_000);
    expect(pollPauseMs(15, 100, used(100))).toBe(60_000);
  });
});
