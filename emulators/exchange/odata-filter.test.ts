import { describe, expect, it } from 'vitest';
import { fits, parseFilter } from './odata-filter.ts';

interface Person {
  name: string | null;
  at: string;
  mails: { address: string }[];
}

const ann: Person = { name: "Ann O'Neil", at: '2026-01-02T00:00:00Z', mails: [{ address: 'ann@x.test' }] };
const filters = (source: string, person = ann) =>
  fits(parseFilter(source), person, {
    value: ({ name, at }, path) => ({ name, at })[path],
    elements: ({ mails }, path) => (path === 'mails' ? mails : undefined),
  });

describe('a filter', () => {
  it.each([
    ["name eq 'ann o''neil'", true],
    ["name ne 'Ann'", true],
    ["name eq null or name eq 'Bob'", false],
    ["not (name eq 'Bob') and at ge 2026-01-02T00:00:00Z", true],
    ['at lt 2026-01-02T00:00:00Z', false],
    ["startswith(name,'ANN')", true],
    ["mails/any(m:m/address eq 'ANN@x.test')", true],
    ["mails/Any(m: m/address eq 'bob@x.test' or startswith(m/address, 'ann'))", true],
    ["name eq 'Bob' or name eq 'x' and name eq 'y'", false],
  ])('%s gives %s', (source, expected) => {
    expect(filters(source)).toBe(expected);
  });

  it.each([
    'name eq',
    "name is 'x'",
    "name eq 'x' and",
    "(name eq 'x'",
    "contains(name,'x')",
    "shoe eq '42'",
    "name eq 'x",
  ])('refuses %s', (source) => {
    expect(() => filters(source)).toThrow('invalid nodes');
  });
});
