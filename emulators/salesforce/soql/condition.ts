import type {
  Condition as ParsedCondition,
  ConditionWithValueQuery,
  HavingClause,
  WhereClause,
} from '@jetstreamapp/soql-parser-js';
import { refuseAt } from './parse.ts';

/** One comparison of a WHERE or HAVING clause, as the parser gives it. */
export type Test = Exclude<ConditionWithValueQuery, { openParen: number; field?: never; fn?: never }>;

/** A clause as a tree. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'test'; readonly test: Test };

type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | { readonly test: Test };

/**
 * Builds the tree of a clause by the grammar of the SOQL reference ("Condition Expression Syntax"): AND and OR are
 * not mixed without parentheses, and NOT stands alone within its parentheses.
 */
export function conditionTree(soql: string, clause: WhereClause | HavingClause): Condition {
  const tokens = flatten(clause);
  let at = 0;
  const unexpected = () => {
    const token = tokens[at];
    const shown = token === undefined ? '<EOF>' : typeof token === 'string' ? token : 'condition';
    const offset = Math.max(0, soql.search(/\bWHERE\b/i));
    return refuseAt(soql, { message: `unexpected token: '${shown}'`, offset }, 'MALFORMED_QUERY');
  };

  const simple = (): Condition => {
    const token = tokens[at];
    at += 1;
    if (typeof token === 'object') return { kind: 'test', test: token.test };
    if (token !== '(') {
      at -= 1;
      throw unexpected();
    }
    const inner = expression();
    if (tokens[at] !== ')') throw unexpected();
    at += 1;
    return inner;
  };

  const expression = (): Condition => {
    if (tokens[at] === 'NOT') {
      at += 1;
      return { kind: 'not', part: simple() };
    }
    const parts = [simple()];
    const operator = tokens[at];
    if (operator !== 'AND' && operator !== 'OR') return parts[0]!;
    while (tokens[at] === operator) {
      at += 1;
      parts.push(simple());
    }
    return { kind: operator === 'AND' ? 'and' : 'or', parts };
  };

  const tree = expression();
  if (at < tokens.length) throw unexpected();
  return tree;
}

function flatten(clause: WhereClause | HavingClause): Token[] {
  const tokens: Token[] = [];
  let rest: WhereClause | HavingClause | undefined = clause;
  while (rest) {
    const left = rest.left as ParsedCondition | null;
    const parens = (left ?? {}) as { openParen?: number; closeParen?: number };
    for (let i = 0; i < (parens.openParen ?? 0); i++) tokens.push('(');
    if (left && 'operator' in left) tokens.push({ test: left as Test });
    for (let i = 0; i < (parens.closeParen ?? 0); i++) tokens.push(')');
    if (!('operator' in rest)) break;
    tokens.push(rest.operator);
    rest = rest.right;
  }
  return tokens;
}
