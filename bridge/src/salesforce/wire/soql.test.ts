import { describe, expect, it } from 'vitest';
import { after, oneOf } from './soql.ts';

describe('a list in SOQL', () => {
  it('lists texts', () => {
    expect(oneOf('Id', ['a', "b'"])).toBe(String.raw`Id IN ('a','b\'')`);
  });
});

describe('the condition after a position', () => {
  it('is none at the beginning', () => {
    expect(after(null)).toBe('');
  });

  it('includes all rows of the instant when no id is known', () => {
    expect(after({ stamp: '2026-05-01T09:00:00Z', id: '' })).toBe(
      ' WHERE SystemModstamp >= 2026-05-01T09:00:00.000Z',
    );
  });
});
