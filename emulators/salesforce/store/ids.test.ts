import { describe, expect, test } from 'vitest';
import { createIdSequence, normaliseId, to18 } from './ids.ts';

describe('ids', () => {
  test.each([
    ['001D000000IRFma', 'IAH'],
    ['003D000000QV9n2', 'IAD'],
    ['000000000000000', 'AAA'],
    ['ABCDEFGHIJKLMNO', '555'],
  ])('%s has the checksum %s', (id, checksum) => {
    expect(to18(id)).toBe(id + checksum);
  });

  test('an id of 15 characters is completed, one of 18 stays', () => {
    expect(normaliseId('001D000000IRFma')).toBe('001D000000IRFmaIAH');
    expect(normaliseId('001D000000IRFmaIAH')).toBe('001D000000IRFmaIAH');
  });

  test.each(['', '001', '001D000000IRFm!', '001D000000IRFmaI', 7])('%j is no id', (value) => {
    expect(normaliseId(value)).toBeUndefined();
  });

  test('ids of a sequence are valid, distinct and ascend', () => {
    const next = createIdSequence('003');
    const ids = Array.from({ length: 5000 }, next);
    expect(new Set(ids).size).toBe(5000);
    expect(ids.every((id) => normaliseId(id) === id && id.startsWith('003'))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
  });
});
