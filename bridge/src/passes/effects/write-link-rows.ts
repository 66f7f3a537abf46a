import type { ExchangeId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { ChunkContext } from '../pass-context.ts';
import { linkRow } from './link-row.ts';

/**
 * Writes link rows to Salesforce and answers those that were written. A link that follows an ended one of the same record
 * waits for its row, so that Salesforce never shows two live ones.
 */
export async function writeLinkRows(
  context: ChunkContext,
  links: readonly Link[],
  unmatched: ReadonlyMap<ExchangeId, readonly string[]>,
): Promise<ReadonlySet<Link>> {
  const ended = new Set(links.filter((link) => link.state === 'Suppressed').map(({ recordId }) => recordId));
  const follows = (link: Link) => link.state === 'Live' && ended.has(link.recordId);
  const first = await upsert(
    context,
    links.filter((link) => !follows(link)),
    unmatched,
  );
  const lingering = new Set(
    links.flatMap((link) => (follows(link) || first.has(link) ? [] : [link.recordId])),
  );
  const second = await upsert(
    context,
    links.filter((link) => follows(link) && !lingering.has(link.recordId)),
    unmatched,
  );
  return new Set([...first, ...second]);
}

async function upsert(
  { salesforce, userId, mailboxRowId }: ChunkContext,
  links: readonly Link[],
  unmatched: ReadonlyMap<ExchangeId, readonly string[]>,
): Promise<ReadonlySet<Link>> {
  if (links.length === 0) return new Set();
  const outcomes = await salesforce.writer.upsertRows(
    'Tandem_Link__c',
    'Link_Key__c',
    links.map((link) => linkRow(userId, mailboxRowId, link, unmatched.get(link.exchangeId))),
  );
  return new Set(links.filter((_, index) => outcomes[index]?.ok));
}
