import { describe, expect, it } from 'vitest';
import { stopsItself } from './self-stop.ts';

describe('a configuration stops itself', () => {
  it('when more than 5 % of its writes are refused', () => {
    expect(stopsItself({ written: 379, refused: 20 })).toBe(true);
    expect(stopsItself({ written: 380, refused: 20 })).toBe(false);
    expect(stopsItself({ written: 10_000, refused: 500 })).toBe(false);
    expect(stopsItself({ written: 0, refused: 20 })).toBe(true);
  });

  it('not for a handful of refusals, whatever their share', () => {
    expect(stopsItself({ written: 0, refused: 19 })).toBe(false);
  });
});
