import { describe, expect, it } from 'vitest';
import { plainStamp, rememberedStamp } from './stamp.ts';

const stamp = '2026-05-01T09:00:07.000Z';

describe('a remembered stamp', () => {
  it('is the stamp itself of a record that was left alone for two seconds', () => {
    expect(rememberedStamp(stamp, '2026-05-01T09:00:09Z')).toBe(stamp);
    expect(rememberedStamp(stamp, null)).toBe(stamp);
  });

  it('stays open of a record that was just changed, so that a change in the same second is news later', () => {
    const open = rememberedStamp(stamp, '2026-05-01T09:00:07Z');
    expect(open).not.toBe(stamp);
    expect(rememberedStamp(stamp, '2026-05-01T09:00:08Z')).toBe(open);
    expect(plainStamp(open)).toBe(stamp);
  });
});
