import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js';
import { RefusedRequest, refuse } from '../refusal.ts';

const LONGEST = 100_000;
const MOST_KEPT = 500;

/** What was parsed already, by its text: a bridge asks the same again and again. */
const kept = new Map<string, Query>();

/** Parses SOQL; refuses what is too long or not understood as the platform does. `ALL ROWS` is left out. */
export function parseSoql(soql: string): Readonly<Query> {
  if (soql.length > LONGEST) {
    throw new RefusedRequest(
      refuse('MALFORMED_QUERY', 'SOQL statements can not be longer than 100000 characters'),
    );
  }
  const text = soql.replace(/\s+ALL\s+ROWS\s*$/i, '');
  if (text.trim() === '') {
    throw new RefusedRequest(refuse('MALFORMED_QUERY', 'SOQL statements cannot be empty or null'));
  }
  const known = kept.get(text);
  if (known) return known;
  try {
    const query = parseQuery(text);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, query);
    return query;
  } catch (error) {
    throw refuseAt(soql, unexpectedToken(soql, error), 'MALFORMED_QUERY');
  }
}

interface SyntaxProblem {
  readonly message: string;
  readonly offset: number;
}

function unexpectedToken(soql: string, error: unknown): SyntaxProblem {
  const token = (error as { token?: { image?: string; startOffset?: number } }).token;
  if (token?.image) {
    return { message: `unexpected token: '${token.image}'`, offset: token.startOffset ?? 0 };
  }
  return { message: "unexpected token: '<EOF>'", offset: soql.length };
}

/** A refusal that shows where in the query the problem is: an excerpt, a caret under it, row and column. */
export function refuseAt(soql: string, problem: SyntaxProblem, code: string): RefusedRequest {
  const before = soql.slice(0, problem.offset);
  const row = before.split('\n').length;
  const column = problem.offset - (before.lastIndexOf('\n') + 1) + 1;
  const from = Math.max(0, problem.offset - 60);
  const excerpt = soql.slice(from, problem.offset + 60).replace(/\s/g, ' ');
  const caret = `${' '.repeat(problem.offset - from)}^`;
  return new RefusedRequest(
    refuse(code, `\n${excerpt}\n${caret}\nERROR at Row:${row}:Column:${column}\n${problem.message}`),
  );
}

/** A refusal that points at the first place where a name stands in the query. */
export function refuseName(soql: string, name: string, message: string, code: string): RefusedRequest {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const found = new RegExp(`(?<![\\w'.])${escaped}(?![\\w])`, 'i').exec(soql);
  return refuseAt(soql, { message, offset: found?.index ?? 0 }, code);
}
