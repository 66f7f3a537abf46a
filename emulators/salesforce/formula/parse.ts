import { UnsupportedFormula, functions } from './formula.ts';
import type { Comparison, Formula, FunctionName } from './formula.ts';
import { tokens, type Token } from './tokens.ts';

/** How tightly an operator binds (Salesforce help, "Formula Operators and Functions"). */
const bindings: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '=': 3,
  '==': 3,
  '!=': 3,
  '<>': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
};
const constants: Readonly<Record<string, boolean | null>> = { TRUE: true, FALSE: false, NULL: null };

/** Reads a formula of the subset; throws UnsupportedFormula with the function or operator that it does not know. */
export function parseFormula(text: string): Formula {
  const words = tokens(text);
  let at = 0;
  const peek = () => words[at]!;
  const take = () => words[at++]!;
  const expect = (sign: string) => {
    const found = take();
    if (found.kind !== 'sign' || found.text !== sign) throw unexpected(found);
  };

  const operands = (): Formula[] => {
    const list: Formula[] = [];
    if (peek().text !== ')' || peek().kind !== 'sign') {
      list.push(expression(0));
      while (peek().kind === 'sign' && peek().text === ',') {
        take();
        list.push(expression(0));
      }
    }
    expect(')');
    return list;
  };

  const start = (): Formula => {
    const token = take();
    if (token.kind === 'number') return { kind: 'literal', value: Number(token.text) };
    if (token.kind === 'text') return { kind: 'literal', value: token.text };
    if (token.kind === 'name') {
      if (peek().kind === 'sign' && peek().text === '(') {
        take();
        return call(token.text, operands());
      }
      const constant = constants[token.text.toUpperCase()];
      return constant === undefined
        ? { kind: 'field', path: token.text }
        : { kind: 'literal', value: constant };
    }
    if (token.kind === 'sign' && token.text === '(') {
      const inner = expression(0);
      expect(')');
      return inner;
    }
    if (token.kind === 'sign' && token.text === '-' && peek().kind === 'number') {
      return { kind: 'literal', value: -Number(take().text) };
    }
    throw unexpected(token);
  };

  const expression = (least: number): Formula => {
    let left = start();
    for (;;) {
      const token = peek();
      const binding = token.kind === 'sign' ? bindings[token.text] : undefined;
      if (binding === undefined || binding <= least) return left;
      take();
      left = joined(token.text, left, expression(binding));
    }
  };

  const formula = expression(0);
  if (peek().kind !== 'end') throw unexpected(peek());
  return formula;
}

function call(name: string, operands: readonly Formula[]): Formula {
  const known = name.toUpperCase();
  if (!isFunction(known)) throw new UnsupportedFormula(`the function ${known} is not supported`);
  const [least, most] = functions[known];
  if (operands.length < least || operands.length > most) {
    throw new UnsupportedFormula(`the function ${known} does not take ${operands.length} operands`);
  }
  return { kind: 'call', name: known, operands };
}

function isFunction(name: string): name is FunctionName {
  return Object.hasOwn(functions, name);
}

function joined(sign: string, left: Formula, right: Formula): Formula {
  if (sign === '&&') return { kind: 'both', left, right };
  if (sign === '||') return { kind: 'either', left, right };
  const operator = sign === '==' ? '=' : sign === '<>' ? '!=' : (sign as Comparison);
  return { kind: 'compare', operator, left, right };
}

function unexpected(token: Token): UnsupportedFormula {
  if (token.kind === 'sign' && !/[(),]/.test(token.text)) {
    return new UnsupportedFormula(`the operator ${token.text} is not supported here`);
  }
  return new UnsupportedFormula(`unexpected ${token.text}`);
}
