import { UnsupportedFormula } from './formula.ts';

export interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
}

const WORD =
  /(?<blank>\s+|\/\*[\s\S]*?\*\/)|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<quoted>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<name>\$?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|(?<sign>\|\||&&|<>|!=|<=|>=|==|[-=<>(),!+*/&^])/y;

/** Splits a formula into tokens; comments and blanks are left out. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  WORD.lastIndex = 0;
  while (WORD.lastIndex < text.length) {
    const at = WORD.lastIndex;
    const groups = WORD.exec(text)?.groups;
    if (!groups) throw new UnsupportedFormula(`syntax error at ${text.slice(at, at + 20)}`);
    if (groups['number'] !== undefined) found.push({ kind: 'number', text: groups['number'] });
    else if (groups['quoted'] !== undefined) found.push({ kind: 'text', text: unquoted(groups['quoted']) });
    else if (groups['name'] !== undefined) found.push({ kind: 'name', text: groups['name'] });
    else if (groups['sign'] !== undefined) found.push({ kind: 'sign', text: groups['sign'] });
  }
  return [...found, { kind: 'end', text: 'the end' }];
}

function unquoted(quoted: string): string {
  const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
  return quoted.slice(1, -1).replace(/\\(.)/gs, (_all, one: string) => controls[one] ?? one);
}
