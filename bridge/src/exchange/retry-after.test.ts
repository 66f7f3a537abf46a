import { describe, expect, it } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const now = Date.parse('2026-03-01T10:00:00Z');

describe('Retry-After', () => {
  it.each([
    ['12', 12_000],
    ['2.128', 2_128],
    ['0', 0],
    [' 3 ', 3_000],
    ['Sun, 01 Mar 2026 10:00:07 GMT', 7_000],
    ['Sun, 01 Mar 2026 09:00:00 GMT', 0],
  ])('%s is a wait of %i ms', (header, ms) => {
    expect(retryAfterMs(header, now)).toBe(ms);
  });

  it.each([[undefined], [''], ['-5'], ['soon']])('tells nothing when it is %s', (header) => {
    expect(retryAfterMs(header, now)).toBeNull();
  });
});
