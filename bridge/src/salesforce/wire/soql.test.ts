import { describe, expect, it } from 'vitest';
import { after, containing, oneOf, quoted, startingWith } from './soql.ts';

describe('SOQL text', () => {
  it('escapes quotes, backslashes and line ends', () => {
    expect(quoted("O'Neil \\ Sons\n")).toBe(String.raw`'O\'Neil \\ Sons\n'`);
  });

  it('takes wildcards of a pattern as they are written', () => {
    expect(containing('100%_sure')).toBe(String.raw`'%100\%\_sure%'`);
    expect(startingWith("a'b")).toBe(String.raw`'a\'b%'`);
  });

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
