import { describe, expect, it } from 'vitest';
import { someFields } from '../testing/samples.ts';
import { canonical, comparable, narrow } from './canonical.ts';

const field = (name: string) => someFields.get(name)!;

describe('the canonical form', () => {
  it.each<[string, unknown, string, string | null]>([
    ['trims', '  Lee ', 'string', 'Lee'],
    ['has line feeds only', 'a\r\nb\rc', 'textarea', 'a\nb\nc'],
    ['composes characters', 'e\u0301', 'string', '\u00e9'],
    ['of blanks is nothing', ' \r\n', 'string', null],
    ['of a date has no time', '1980-05-06T12:00:00Z', 'date', '1980-05-06'],
    ['of a number is its text', 5, 'string', '5'],
    ['of an object is nothing', {}, 'string', null],
    ['of undefined is nothing', undefined, 'string', null],
  ])('%s', (_name, value, type, expected) => {
    expect(canonical(value, type)).toBe(expected);
  });
});

it('letter case counts except in addresses and companies', () => {
  expect(comparable('Lee', 'string')).toBe('Lee');
  expect(comparable('A@X.test', 'email')).toBe('a@x.test');
  expect(comparable('ACME', 'reference')).toBe('acme');
});

describe('what Salesforce can hold', () => {
  it.each<[string, string, string | null, string | null]>([
    ['a value that fits', 'Title', 'Boss', 'Boss'],
    ['the beginning of a long one', 'Title', 'A title of 16 ch', 'A title of 1'],
    ['no blank at the cut', 'Title', 'A title for all', 'A title for'],
    ['no half of a pair of code units', 'Title', `${'x'.repeat(11)}\u{1F600}`, 'x'.repeat(11)],
    ['an address is not cut', 'Email', `${'x'.repeat(90)}@x.test`, `${'x'.repeat(90)}@x.test`],
    ['nothing', 'Title', null, null],
  ])('%s', (_name, name, value, expected) => {
    expect(narrow(value, field(name))).toBe(expected);
  });
});
