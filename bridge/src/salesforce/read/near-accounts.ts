import { z } from 'zod';
import type { AccountId } from '../../domain/ids.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { pageOf, queryRequest } from '../wire/query.ts';
import { id } from '../wire/shapes.ts';
import { containing } from '../../rules/soql-text.ts';

/** An account as a choice for people. */
interface NearAccount {
  readonly id: AccountId;
  readonly name: string;
}

const mostChoices = 10;
const mostCandidates = 200;
const mostTokens = 5;

/** Words that say what kind of company it is, not which one. */
const commonWords = new Set(
  'ab ag and as bv co company corp corporation gmbh group holding inc incorporated kg limited llc llp ltd nv oy plc pty sa sas sarl spa srl the und'.split(
    ' ',
  ),
);

const accountRow = z.object({ Id: id<AccountId>(), Name: z.string() });

/** Up to ten accounts that share the most telling words with the name, nearest first. */
export async function nearAccounts(
  org: Org,
  patience: Patience,
  name: string,
): Promise<readonly NearAccount[]> {
  const wanted = tokens(name);
  if (wanted.length === 0) return [];
  const likes = wanted.slice(0, mostTokens).map((token) => `Name LIKE ${containing(token)}`);
  const soql = `SELECT Id, Name FROM Account WHERE ${likes.join(' OR ')} ORDER BY LastModifiedDate DESC LIMIT ${mostCandidates}`;
  const page = pageOf(accountRow, await patience(() => org.call(queryRequest(soql))), 'Account');
  return page.rows
    .map((row) => ({ id: row.Id, name: row.Name, nearness: nearness(wanted, tokens(row.Name)) }))
    .sort((a, b) => b.nearness - a.nearness || a.name.localeCompare(b.name))
    .slice(0, mostChoices)
    .map(({ id: accountId, name: accountName }) => ({ id: accountId, name: accountName }));
}

/** The words of a name, longest first, without those that tell nothing if others are left. */
function tokens(name: string): readonly string[] {
  const words = [...new Set(name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
  const telling = words.filter((word) => word.length > 1 && !commonWords.has(word));
  return (telling.length > 0 ? telling : words).sort((a, b) => b.length - a.length);
}

/** Shared words against all words, from 0 to 1; a word that only begins alike counts half. */
function nearness(wanted: readonly string[], found: readonly string[]): number {
  const shared = wanted.reduce((sum, word) => {
    if (found.includes(word)) return sum + 1;
    return found.some((other) => other.includes(word) || word.includes(other)) ? sum + 0.5 : sum;
  }, 0);
  return shared / Math.max(wanted.length, found.length);
}
