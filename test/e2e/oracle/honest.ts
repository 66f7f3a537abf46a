import { plain } from './compare.ts';
import { exchangeKey } from './single.ts';
import { MAPPED_FIELDS } from './fields.ts';
import { livePairs, openIssuesOf } from './snapshot.ts';
import type { IssueRow, SalesforceContact, Snapshot, Violation } from './snapshot.ts';

/** Whether a record goes out to a synced user. */
export type GoesOut = (record: SalesforceContact, user: string) => boolean;

const ownOnes: GoesOut = ({ owner }, user) => owner === user;

/** I6: whatever is not synced is listed with its item, its field where one is known, the reason and the remedy. */
export function honest(
  snapshot: Snapshot,
  unmapped: readonly string[],
  goesOut: GoesOut = ownOnes,
): Violation[] {
  return [
    ...unlistedInExchange(snapshot),
    ...unlistedInSalesforce(snapshot, goesOut),
    ...unlistedShortenings(snapshot, unmapped),
    ...snapshot.issues.flatMap(poorlyWorded),
  ].map((sentence) => ({ invariant: 'I6' as const, sentence }));
}

function unlistedInExchange(snapshot: Snapshot): string[] {
  return snapshot.mailboxes.flatMap((mailbox) =>
    mailbox.contacts
      .filter(
        ({ id, inSyncFolder }) =>
          inSyncFolder &&
          !snapshot.links.some((link) => link.user === mailbox.user && link.exchangeId === id) &&
          openIssuesOf(snapshot, id).length === 0,
      )
      .map(({ properties }) => `${exchangeKey(properties)} in ${mailbox.email} is neither linked nor listed`),
  );
}

/** Each record that goes out to a user is linked there or listed. */
function unlistedInSalesforce(snapshot: Snapshot, goesOut: GoesOut): string[] {
  return snapshot.mailboxes.flatMap(({ user, email }) =>
    snapshot.contacts
      .filter(
        (record) =>
          goesOut(record, user) &&
          !snapshot.links.some((link) => link.user === user && link.recordId === record.id) &&
          openIssuesOf(snapshot, undefined, record.id).length === 0,
      )
      .map(({ fields }) => `${plain(fields.LastName)} is neither linked nor listed with ${email}`),
  );
}

function unlistedShortenings(snapshot: Snapshot, unmapped: readonly string[]): string[] {
  return livePairs(snapshot).flatMap(({ link, exchange, salesforce }) =>
    MAPPED_FIELDS.filter(
      (row) =>
        exchange &&
        salesforce &&
        !unmapped.includes(row.field) &&
        row.clipped(exchange.properties, salesforce.fields[row.field]) &&
        !openIssuesOf(snapshot, link.exchangeId, link.recordId).some(namesField(row.field, row.property)),
    ).map(({ field }) => `${field} of ${link.recordId} is shortened, which no open issue says`),
  );
}

function namesField(field: string, property: string): (issue: IssueRow) => boolean {
  return (issue) => issue.field.includes(field) || issue.field.includes(property);
}

function poorlyWorded(issue: IssueRow): string[] {
  const wanting = [
    /^TDM-[A-Z]+(-[A-Z0-9]+)+$/.test(issue.code) ? [] : ['a code'],
    plain(issue.reason) === '' ? ['a reason'] : [],
    plain(issue.remedy) === '' ? ['a remedy'] : [],
    issue.kind === 'Contact' && plain(issue.item) === '' ? ['the item'] : [],
  ].flat();
  return wanting.length > 0 ? [`issue ${issue.code} (${issue.key}) lacks ${wanting.join(', ')}`] : [];
}
