import { plain, sameIgnoringCase } from './compare.ts';
import { MAPPED_FIELDS } from './fields.ts';
import { accountName, hasCompanyIssue, livePairs, waits } from './snapshot.ts';
import type { Pair, Snapshot, Violation } from './snapshot.ts';

/** I1: every linked pair exists and is equal in all mapped fields. `unmapped` are fields that the admin switched off. */
export function converged(snapshot: Snapshot, unmapped: readonly string[]): Violation[] {
  return livePairs(snapshot).flatMap((pair) =>
    differences(snapshot, pair, unmapped).map((sentence) => ({ invariant: 'I1' as const, sentence })),
  );
}

function differences(snapshot: Snapshot, pair: Pair, unmapped: readonly string[]): string[] {
  const { link, exchange, salesforce } = pair;
  if (!exchange) return [`live link ${link.key} names an Exchange contact that is not there`];
  if (!salesforce) return [`live link ${link.key} names the record ${link.recordId} that is not there`];
  const fields = MAPPED_FIELDS.filter(
    (row) =>
      !unmapped.includes(row.field) &&
      !row.same(exchange.properties, salesforce.fields[row.field]) &&
      !waits(snapshot, link, row.field),
  ).map(
    ({ field, property }) =>
      `${nameOf(pair)}: ${field} is ${JSON.stringify(salesforce.fields[field])}, but in Exchange ${property} is in ${JSON.stringify(exchange.properties)}`,
  );
  return unmapped.includes('AccountId') || companyAgrees(snapshot, pair)
    ? fields
    : [...fields, companyWords(snapshot, pair)];
}

/** An account that does not exist may stay missing as long as an issue says so; an empty account erases no company. */
function companyAgrees(snapshot: Snapshot, pair: Pair): boolean {
  const company = plain(pair.exchange?.properties.companyName);
  const account = accountName(snapshot, pair);
  if (sameIgnoringCase(company, account)) return true;
  const known = snapshot.accounts.some(({ name }) => sameIgnoringCase(name, company));
  if (company === '' || known) return false;
  return hasCompanyIssue(snapshot, pair.link);
}

function companyWords(snapshot: Snapshot, pair: Pair): string {
  const company = JSON.stringify(pair.exchange?.properties.companyName);
  return `${nameOf(pair)}: the account is ${JSON.stringify(accountName(snapshot, pair))}, but the company in Exchange is ${company}`;
}

function nameOf({ mailbox, salesforce, link }: Pair): string {
  return `${plain(salesforce?.fields.LastName) || link.recordId} with ${mailbox?.email}`;
}
