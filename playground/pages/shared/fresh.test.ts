import { describe, expect, it } from 'vitest';
import { freshness } from './fresh.ts';

const versions = (record: Record<string, string>) => new Map(Object.entries(record));

describe('freshness', () => {
  it('marks what changed and what is new, for a while', () => {
    let now = 0;
    const { see, fresh } = freshness(() => now);
    see('folder', versions({ a: '1', b: '1' }));
    expect([...fresh()]).toEqual([]);
    see('folder', versions({ a: '2', b: '1', c: '1' }));
    expect([...fresh()]).toEqual(['a', 'c']);
    now = 60_000;
    expect([...fresh()]).toEqual([]);
  });

  it('marks nothing when another place is opened', () => {
    const { see, fresh } = freshness(() => 0);
    see('folder', versions({ a: '1' }));
    see('other folder', versions({ b: '1' }));
    expect([...fresh()]).toEqual([]);
  });
});
