import { expect, test } from 'vitest';
import { isSameName } from './fuzzy-name.ts';

test.each([
  ['Díaz', 'diaz'],
  ["O'Neil", 'ONeil'],
  ['J.', 'Jonas'],
  ['Meier', 'Meyer'],
  ['Philip', 'Phillip'],
])('%s and %s may be one', (a, b) => {
  expect(isSameName(a, b)).toBe(true);
  expect(isSameName(b, a)).toBe(true);
});

test.each([
  ['Ann', 'Ana'],
  ['Meier', 'Mayer-Luna'],
  ['Meier', 'Mayor'],
  ['', 'Ann'],
])('%s and %s are two', (a, b) => {
  expect(isSameName(a, b)).toBe(false);
});
