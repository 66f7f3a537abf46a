import type { Kind } from '../domain/words.ts';
import type { MailboxPreview } from '../jobs/preview.ts';
import { countPreviews } from '../jobs/preview.ts';
import type { SyncSummary } from '../jobs/sync-until-quiet.ts';
import type { Migrated } from '../store/migrate.ts';
import type { MailboxStatus } from './status.ts';

/** Columns of equal width, for a terminal. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The summary of `tandem sync` for people. */
export function syncTable({ mailboxes, requests }: SyncSummary): string {
  const rows = mailboxes.map((mailbox) => [
    mailbox.email,
    mailbox.state,
    String(mailbox.paired),
    sides(mailbox.created),
    sides(mailbox.updated),
    sides(mailbox.deleted),
    String(mailbox.openIssues),
    mailbox.problem ?? '',
  ]);
  const header = ['mailbox', 'state', 'paired', 'created', 'updated', 'deleted', 'issues', 'problem'];
  const served = requests > 0 ? `\n${requests} requests served.` : '';
  return `${table([header, ...rows])}\n(created, updated, deleted: in Outlook / in Salesforce)${served}`;
}

/** The answer of `tandem preview` for people. */
export function previewTable(previews: readonly MailboxPreview[]): string {
  if (previews.length === 0) return 'No mailbox is assigned to a configuration in Salesforce.';
  const pair = (side: Readonly<Record<'Exchange' | 'Salesforce', number>>) =>
    sides({ exchange: side.Exchange, salesforce: side.Salesforce });
  const rowOf = (one: MailboxPreview, kind: Kind) => {
    const counts = countPreviews([one], kind);
    const written = [pair(counts.create), pair(counts.update), pair(counts.delete)];
    const words = kind === 'Contact' ? 'contacts' : 'events';
    return [one.email, words, String(counts.paired), ...written, String(counts.held), one.problem ?? ''];
  };
  const rows = previews.flatMap((one) => [
    rowOf(one, 'Contact'),
    ...(one.events === null ? [] : [rowOf(one, 'Event')]),
  ]);
  const header = ['mailbox', 'kind', 'paired', 'created', 'updated', 'deleted', 'held', 'problem'];
  const bytes = countPreviews(previews).linkBytes + countPreviews(previews, 'Event').linkBytes;
  const megabytes = (bytes / 2 ** 20).toFixed(1);
  return (
    `${table([header, ...rows])}\n(created, updated, deleted: in Outlook / in Salesforce)\n` +
    `New links would take ${megabytes} MB of data storage.`
  );
}

/** The answer of `tandem status` for people. */
export function statusTable(mailboxes: readonly MailboxStatus[]): string {
  if (mailboxes.length === 0)
    return 'No mailbox is known yet. Assign users to an active configuration in Salesforce.';
  const rows = mailboxes.map(({ email, state, linkedContacts, openIssues, problem }) => [
    email,
    state,
    String(linkedContacts),
    String(openIssues),
    problem ?? '',
  ]);
  return table([['mailbox', 'state', 'linked', 'issues', 'problem'], ...rows]);
}

/** The answer of `tandem migrate` for people. */
export function migratedText({ from, to }: Migrated): string {
  if (from === to) return `The database is current (${to}).`;
  return `The database was migrated from ${from ?? 'nothing'} to ${to}.`;
}

function sides({ exchange, salesforce }: { readonly exchange: number; readonly salesforce: number }): string {
  return `${exchange} / ${salesforce}`;
}
