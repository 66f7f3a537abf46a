import { describe, expect, it } from 'vitest';
import { containing, quoted, startingWith } from './soql-text.ts';

describe('SOQL text', () => {
  it('escapes quotes, backslashes and line ends', () => {
    expect(quoted("O'Neil \\ Sons\n")).toBe(String.raw`'O\'Neil \\ Sons\n'`);
  });

  it('takes wildcards of a pattern as they are written', () => {
    expect(containing('100%_sure')).toBe(String.raw`'%100\%\_sure%'`);
    expect(startingWith("a'b")).toBe(String.raw`'a\'b%'`);
  });
});
