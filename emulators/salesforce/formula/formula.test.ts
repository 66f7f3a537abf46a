import { describe, expect, test } from 'vitest';
import { field, picklist, text } from '../schema/field.ts';
import type { Value } from '../store/table.ts';
import { checkFormula } from './check.ts';
import { evaluate } from './evaluate.ts';
import { parseFormula } from './parse.ts';

type Values = Record<string, Value>;

function value(formula: string, now: Values = {}, before?: Values): Value {
  return evaluate(parseFormula(formula), {
    now: (path) => now[path] ?? null,
    before: (path) => (before ?? now)[path] ?? null,
    isNew: before === undefined,
  });
}

describe('a formula', () => {
  test.each<[string, Values, Value]>([
    ['TRUE && FALSE || TRUE', {}, true],
    ['TRUE || TRUE && FALSE', {}, true],
    ['1 < 2 && "a" <> "b"', {}, true],
    ['AND(TRUE, 2 >= 2, NOT(FALSE))', {}, true],
    ['OR(A__c = 1, A__c == 2)', { A__c: 2 }, true],
    ['LEN(Title) > 3 /* too long */', { Title: 'Chief' }, true],
    ['LEN(Title) > 3', {}, false],
    ['ISBLANK(Title)', { Title: null }, true],
    ['ISPICKVAL(State__c, "")', {}, true],
    ['ISPICKVAL(State__c, "Live")', { State__c: 'Live' }, true],
    ['TEXT(State__c) = "live"', { State__c: 'Live' }, false],
    ['Title = ""', {}, true],
    ['Days__c < 1', {}, false],
    ['Days__c != -5', { Days__c: -5 }, false],
    ['REGEX(Phone, "[0-9]{3}-[0-9]+")', { Phone: '555-1234' }, true],
    ['REGEX(Phone, "[0-9]{3}")', { Phone: '5551' }, false],
    ['BLANKVALUE(Title, \'none\') = "none"', {}, true],
    ['CASESAFEID("0035g0000000001")', {}, '0035g0000000001AAA'],
    ['IsActive__c', { IsActive__c: true }, true],
  ])('%s of %j is %j', (formula, now, expected) => {
    expect(value(formula, now)).toBe(expected);
  });

  test('knows what the save changes', () => {
    const formula = 'AND(NOT(ISNEW()), ISCHANGED(Email), NOT(ISBLANK(PRIORVALUE(Email))))';
    expect(value(formula, { Email: 'new@a.example' }, { Email: 'old@a.example' })).toBe(true);
    expect(value(formula, { Email: 'new@a.example' }, {})).toBe(false);
    expect(value(formula, { Email: 'new@a.example' })).toBe(false);
  });

  test.each([
    ['VLOOKUP(A, B, C)', 'the function VLOOKUP is not supported'],
    ['1 + 2 = 3', 'the operator + is not supported here'],
    ['NOT(TRUE, FALSE)', 'the function NOT does not take 2 operands'],
    ['AND(TRUE', 'unexpected the end'],
    ['"open', 'syntax error at "open'],
  ])('%s is refused: %s', (formula, problem) => {
    expect(() => parseFormula(formula)).toThrow(problem);
  });

  test.each([
    ['Nmae = "x"', 'there is no field Nmae'],
    ['Kind = "x"', 'Kind is a picklist: use ISPICKVAL or TEXT'],
    ['Sum__c > 1', 'the formula field Sum__c is not supported'],
    ['ISCHANGED("x")', 'the function ISCHANGED takes a field of the record'],
  ])('%s does not fit its object: %s', (formula, problem) => {
    const fields = [
      text('Name', 'Name', 80),
      picklist('Kind', 'Kind', ['x']),
      field('Sum__c', 'Sum', 'double', { calculated: true }),
    ];
    const fieldAt = (path: string) => fields.find((one) => one.name === path);
    expect(() => checkFormula(parseFormula(formula), fieldAt)).toThrow(problem);
  });
});
