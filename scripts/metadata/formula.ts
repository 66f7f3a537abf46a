import type { Field } from './package.ts';
import { STANDARD_FORMULA_FIELDS } from './standard.ts';

/** The functions of the formula language that the package uses. */
const FUNCTIONS = new Set(['AND', 'OR', 'NOT', 'ISBLANK', 'ISPICKVAL', 'CASESAFEID', 'LEN']);
const CONSTANTS = new Set(['TRUE', 'FALSE', 'NULL']);

/** What is wrong with a formula over the given fields: unknown fields, functions and picklist values, and open brackets. */
export function formulaProblems(formula: string, fields: ReadonlyMap<string, Field>): string[] {
  const withoutTexts = formula.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  return [
    ...unknownNames(withoutTexts, fields),
    ...unknownPicklistValues(formula, fields),
    ...(areBracketsBalanced(withoutTexts) ? [] : ['the brackets do not match']),
    // Formatters of XML put spaces between character references, which tears <> apart.
    ...(/<\s+>|[<>!]\s+=/.test(withoutTexts) ? ['an operator is torn apart'] : []),
  ];
}

function unknownNames(formula: string, fields: ReadonlyMap<string, Field>): string[] {
  const problems: string[] = [];
  for (const [, name = '', bracket] of formula.matchAll(/([A-Za-z][\w.$]*)\s*(\()?/g)) {
    if (bracket) {
      if (!FUNCTIONS.has(name.toUpperCase())) problems.push(`there is no function ${name}`);
    } else if (!CONSTANTS.has(name.toUpperCase()) && !STANDARD_FORMULA_FIELDS.has(name) && !fields.has(name))
      problems.push(`there is no field ${name}`);
  }
  return problems;
}

function unknownPicklistValues(formula: string, fields: ReadonlyMap<string, Field>): string[] {
  const problems: string[] = [];
  for (const [, name = '', value = ''] of formula.matchAll(/ISPICKVAL\(\s*(\w+)\s*,\s*"([^"]*)"\s*\)/g)) {
    const field = fields.get(name);
    if (field && field.type !== 'Picklist') problems.push(`${name} is not a picklist`);
    else if (field && value !== '' && !field.values.includes(value))
      problems.push(`${name} has no value ${value}`);
  }
  return problems;
}

function areBracketsBalanced(formula: string): boolean {
  let depth = 0;
  for (const character of formula) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
