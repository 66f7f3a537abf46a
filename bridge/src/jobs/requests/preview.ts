import { issueCodes } from '../../domain/issue-codes.ts';
import type { MailboxPreview } from '../preview.ts';
import { countPreviews, previewMailboxes } from '../preview.ts';
import type { ServeRequest } from './request.ts';
import { done, refused } from './request.ts';

/** The result field holds 32,000 characters; some are left for counts and message. */
const mostCharacters = 30_000;

/** Preview: what the first pass of a mailbox, or of all mailboxes of a configuration, would do. Writes only its answer. */
export const preview: ServeRequest = async (deps, { row, userId, admin }) => {
  const { configurationId } = row;
  if (configurationId !== null && !admin) return refused('TDM-R-ADMIN-ONLY');
  const whom = configurationId === null ? { userId } : { configurationId };
  const [previews, storageLeft] = await Promise.all([
    previewMailboxes(deps, whom, new AbortController().signal),
    deps.salesforce.readStorageLeft().catch(() => null),
  ]);
  if (previews.length === 0)
    return refused(configurationId === null ? 'TDM-R-NO-MAILBOX' : 'TDM-R-CONFIGURATION');
  const list = capped(previews);
  const all = previews.reduce((sum, { lines, events }) => sum + lines.length + (events?.length ?? 0), 0);
  const counts = countPreviews(previews);
  const eventCounts = previews.some(({ events }) => events !== null)
    ? countPreviews(previews, 'Event')
    : null;
  return done('Nothing was written.', {
    counts: { ...counts, linkBytes: counts.linkBytes + (eventCounts?.linkBytes ?? 0) },
    eventCounts,
    storageLeft,
    problems: previews
      .flatMap(({ email, problem: code }) => (code === null ? [] : [{ email, code, ...issueCodes[code] }]))
      .slice(0, 50),
    list,
    more: all - list.length,
  });
};

function capped(previews: readonly MailboxPreview[]) {
  const list = [];
  let characters = 5_000;
  for (const { email, lines, events } of previews)
    for (const line of [...lines, ...(events ?? []).map((one) => ({ ...one, kind: 'Event' }))]) {
      const entry = { email, ...line };
      characters += JSON.stringify(entry).length + 1;
      if (characters > mostCharacters) return list;
      list.push(entry);
    }
  return list;
}
