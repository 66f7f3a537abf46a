import type { Link } from '../domain/link.ts';
import type { Kind } from '../domain/words.ts';
import { linkFrom } from './effects/link-row.ts';
import { nothingDone } from './effects/remember.ts';
import type { PassContext } from './pass-context.ts';

/**
 * The links; where nothing was reported only those that wait for an approval, since no other is looked at. When an earlier
 * pass ended between writing link rows to Salesforce and remembering them, the rows are read back and count, for they were
 * written last.
 */
export async function rememberedLinks(
  { store, salesforce, claim, userId }: Pick<PassContext, 'store' | 'salesforce' | 'claim' | 'userId'>,
  kind: Kind,
  quiet: boolean,
): Promise<readonly Link[]> {
  const intents = await store.intents.ofMailbox(userId, kind);
  if (quiet && intents.size === 0) return store.links.held(userId, kind);
  const links = await store.links.ofMailbox(userId, kind);
  if (intents.size === 0) return links;
  const known = new Map(links.map((link) => [link.exchangeId, link]));
  const rows = (await salesforce.readLinkRows(userId)).filter((row) => row.kind === kind);
  const news = rows.flatMap((row): Link[] => {
    const link = known.get(row.exchangeId);
    if (link?.state === row.state && link.recordId === row.recordId) return [];
    const { recordId, state, reason } = row;
    return [link?.recordId === recordId ? { ...link, state, reason } : linkFrom(row)];
  });
  const ended = news.filter(({ state }) => state === 'Suppressed');
  for (const link of ended) known.set(link.exchangeId, link);
  const live = new Set([...known.values()].flatMap((link) => (link.state === 'Live' ? [link.recordId] : [])));
  // Of two live rows of one record, the one that is remembered counts.
  const begun = news.filter(({ state, recordId }) => state === 'Live' && !live.has(recordId));
  for (const link of begun) known.set(link.exchangeId, link);
  if (ended.length + begun.length === 0) return links;
  await store.chunks.remember(claim, { ...nothingDone, links: [...ended, ...begun] });
  return [...known.values()];
}
