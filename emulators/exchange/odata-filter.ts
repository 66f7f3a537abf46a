import { refuse } from './errors.ts';

/** The part of OData's `$filter` that Outlook items, folders and users take. */
export type Filter =
  | { kind: 'and' | 'or'; left: Filter; right: Filter }
  | { kind: 'not'; operand: Filter }
  | {
      kind: 'compare';
      path: string;
      operator: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le';
      literal: string | null;
    }
  | { kind: 'startswith'; path: string; literal: string }
  | { kind: 'any'; path: string; variable: string; condition: Filter };

/** A quoted text, a mark, or a word; only words that begin with a digit (times) hold colons. */
const TOKEN = /\s*(?:'((?:[^']|'')*)'|([()]|,|:)|(\d[^\s(),']*|[^\s(),:']+))/y;

interface Token {
  text: string;
  literal: boolean;
}

/** Parses a filter; throws 400 ErrorInvalidUrlQueryFilter when it is not one, or uses a function the emulator lacks. */
export function parseFilter(source: string): Filter {
  const tokens = tokenise(source);
  let next = 0;
  const peek = () => tokens[next];
  const take = (expected?: string): Token => {
    const token = tokens[next++];
    if (!token || (expected !== undefined && (token.literal || token.text.toLowerCase() !== expected))) {
      throw refuse.badFilter();
    }
    return token;
  };
  const isWord = (word: string) => peek()?.literal === false && peek()?.text.toLowerCase() === word;

  const or = (): Filter => {
    let left = and();
    while (isWord('or')) {
      take();
      left = { kind: 'or', left, right: and() };
    }
    return left;
  };
  const and = (): Filter => {
    let left = unary();
    while (isWord('and')) {
      take();
      left = { kind: 'and', left, right: unary() };
    }
    return left;
  };
  const unary = (): Filter => {
    if (isWord('not')) {
      take();
      return { kind: 'not', operand: unary() };
    }
    if (isWord('(')) {
      take();
      const inner = or();
      take(')');
      return inner;
    }
    return condition();
  };
  const condition = (): Filter => {
    const word = take();
    if (word.literal) throw refuse.badFilter();
    if (isWord('(')) return call(word.text);
    const operator = take().text.toLowerCase();
    if (!['eq', 'ne', 'gt', 'ge', 'lt', 'le'].includes(operator)) throw refuse.badFilter();
    const { text, literal } = take();
    const value = !literal && text === 'null' ? null : text;
    return { kind: 'compare', path: word.text, operator: operator as 'eq', literal: value };
  };
  const call = (name: string): Filter => {
    take('(');
    if (name.toLowerCase() === 'startswith') {
      const path = take().text;
      take(',');
      const literal = take().text;
      take(')');
      return { kind: 'startswith', path, literal };
    }
    const collection = /^(.+)\/any$/i.exec(name)?.[1];
    if (collection === undefined) throw refuse.badFilter();
    const variable = take().text;
    take(':');
    const inner = or();
    take(')');
    return { kind: 'any', path: collection, variable, condition: inner };
  };

  const filter = or();
  if (next < tokens.length) throw refuse.badFilter();
  return filter;
}

function tokenise(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim() !== '') {
    const match = TOKEN.exec(source);
    if (!match) throw refuse.badFilter();
    const [, literal, punctuation, word] = match;
    if (literal !== undefined) tokens.push({ text: literal.replaceAll("''", "'"), literal: true });
    else tokens.push({ text: punctuation ?? word ?? '', literal: false });
  }
  return tokens;
}

/** How a kind of thing is filtered. */
export interface Filterable<Thing> {
  /** The value at a path such as `mail`; undefined refuses the path. */
  value(thing: Thing, path: string): unknown;
  /** The elements of a collection for `any`; undefined refuses it. */
  elements?(thing: Thing, path: string): readonly unknown[] | undefined;
}

/** Whether the thing fits; text compares without letter case, as Exchange compares it. */
export function fits<Thing>(filter: Filter, thing: Thing, filterable: Filterable<Thing>): boolean {
  switch (filter.kind) {
    case 'and':
      return fits(filter.left, thing, filterable) && fits(filter.right, thing, filterable);
    case 'or':
      return fits(filter.left, thing, filterable) || fits(filter.right, thing, filterable);
    case 'not':
      return !fits(filter.operand, thing, filterable);
    case 'any': {
      const elements = filterable.elements?.(thing, filter.path);
      if (!elements) throw refuse.badFilter();
      const inner = elementFilterable(filter.variable);
      return elements.some((element) => fits(filter.condition, element, inner));
    }
    case 'startswith':
      return folded(known(filterable.value(thing, filter.path))).startsWith(folded(filter.literal));
    case 'compare':
      return compares(filter.operator, known(filterable.value(thing, filter.path)), filter.literal);
  }
}

/** The things in the order of `$orderby`: one path, `asc` or `desc`. */
export function inOrder<Thing>(things: Thing[], order: string, filterable: Filterable<Thing>): Thing[] {
  const [path = '', direction = 'asc'] = order.trim().split(/\s+/);
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  const key = (thing: Thing) => {
    const value = filterable.value(thing, path);
    if (value === undefined) throw refuse.badQuery(`The $orderby on '${path}' is not supported.`);
    return typeof value === 'string' ? value : '';
  };
  return things.toSorted((left, right) => sign * compareText(key(left), key(right)));
}

function elementFilterable(variable: string): Filterable<unknown> {
  return {
    value: (element, path) => {
      if (path === variable) return element;
      const [first, property] = path.split('/');
      if (first !== variable || property === undefined) return undefined;
      return (element as Record<string, unknown>)[property];
    },
  };
}

function known(value: unknown): unknown {
  if (value === undefined) throw refuse.badFilter();
  return value;
}

function compares(operator: string, value: unknown, literal: string | null): boolean {
  const order =
    literal === null || value === null
      ? Number(value !== literal)
      : compareText(folded(value), folded(literal));
  switch (operator) {
    case 'eq':
      return order === 0;
    case 'ne':
      return order !== 0;
    case 'gt':
      return order > 0;
    case 'ge':
      return order >= 0;
    case 'lt':
      return order < 0;
    default:
      return order <= 0;
  }
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function folded(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase();
}
