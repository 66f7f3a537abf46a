import { describe, expect, it } from 'vitest';
import { systemClock } from './clock.ts';

describe('the clock', () => {
  it('ends a wait with the reason of its signal', async () => {
    const aborting = new AbortController();
    const waiting = systemClock.sleep(3_600_000, aborting.signal);
    aborting.abort(new Error('the lease is lost'));
    await expect(waiting).rejects.toThrow('the lease is lost');
  });
});
