import { expect, it } from 'vitest';
import { normalExtendedId } from './extended-properties.ts';

it('gives one spelling to ids that Exchange takes for the same, and none to other texts', () => {
  const guid = '66F5A359-4659-4830-9070-00047EC6AC6E';
  expect(normalExtendedId(`string {${guid}} name Color`)).toBe(`String {${guid.toLowerCase()}} Name Color`);
  expect(normalExtendedId(`Integer {${guid}} Id 0x7F`)).toBe(`Integer {${guid.toLowerCase()}} Id 0x7f`);
  expect(normalExtendedId('String 0x3A24')).toBe('String 0x3a24');
  expect(normalExtendedId('String Color')).toBeUndefined();
});
