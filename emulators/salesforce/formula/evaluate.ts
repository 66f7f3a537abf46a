import { normaliseId } from '../store/ids.ts';
import type { Value } from '../store/table.ts';
import type { Comparison, Formula, FunctionName } from './formula.ts';

/** What a formula is evaluated on. */
export interface Occasion {
  /** The value that a field path has now. */
  now(path: string): Value;
  /** The value that it had before the save; the present one for a new record. */
  before(path: string): Value;
  readonly isNew: boolean;
}

/**
 * The value of a formula. A blank text is the empty text; a comparison of order with a blank number or date is false
 * (Salesforce help, "Formula Operators and Functions").
 */
export function evaluate(formula: Formula, occasion: Occasion): Value {
  switch (formula.kind) {
    case 'literal':
      return formula.value;
    case 'field':
      return occasion.now(formula.path);
    case 'both':
      return holds(formula.left, occasion) && holds(formula.right, occasion);
    case 'either':
      return holds(formula.left, occasion) || holds(formula.right, occasion);
    case 'compare':
      return compare(formula.operator, evaluate(formula.left, occasion), evaluate(formula.right, occasion));
    case 'call':
      return calls[formula.name](formula.operands, occasion);
  }
}

/** Whether a condition is met; blank is not. */
export function holds(formula: Formula, occasion: Occasion): boolean {
  return evaluate(formula, occasion) === true;
}

type Call = (operands: readonly Formula[], occasion: Occasion) => Value;

const calls: Record<FunctionName, Call> = {
  AND: (operands, occasion) => operands.every((one) => holds(one, occasion)),
  OR: (operands, occasion) => operands.some((one) => holds(one, occasion)),
  NOT: (operands, occasion) => !holds(operands[0]!, occasion),
  ISBLANK: (operands, occasion) => isBlank(evaluate(operands[0]!, occasion)),
  ISPICKVAL: (operands, occasion) => textOf(operands[0]!, occasion) === textOf(operands[1]!, occasion),
  TEXT: (operands, occasion) => textOf(operands[0]!, occasion),
  LEN: (operands, occasion) => textOf(operands[0]!, occasion).length,
  ISNEW: (_operands, occasion) => occasion.isNew,
  ISCHANGED: (operands, occasion) => {
    const path = pathOf(operands[0]!);
    return occasion.now(path) !== occasion.before(path);
  },
  PRIORVALUE: (operands, occasion) => occasion.before(pathOf(operands[0]!)),
  REGEX: (operands, occasion) =>
    new RegExp(`^(?:${textOf(operands[1]!, occasion)})$`, 's').test(textOf(operands[0]!, occasion)),
  CASESAFEID: (operands, occasion) => {
    const text = textOf(operands[0]!, occasion);
    return normaliseId(text) ?? text;
  },
  BLANKVALUE: (operands, occasion) => {
    const value = evaluate(operands[0]!, occasion);
    return isBlank(value) ? evaluate(operands[1]!, occasion) : value;
  },
};

function isBlank(value: Value): boolean {
  return value === null || value === '';
}

function textOf(formula: Formula, occasion: Occasion): string {
  const value = evaluate(formula, occasion);
  return value === null ? '' : String(value);
}

function pathOf(formula: Formula): string {
  return formula.kind === 'field' ? formula.path : '';
}

function compare(operator: Comparison, left: Value, right: Value): boolean {
  if (operator === '=') return same(left, right);
  if (operator === '!=') return !same(left, right);
  if (left === null || right === null || typeof left !== typeof right) return false;
  switch (operator) {
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
  }
}

function same(left: Value, right: Value): boolean {
  return left === right || (isBlank(left) && isBlank(right));
}
