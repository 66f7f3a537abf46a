import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { Claim } from '../../store/store.ts';
import { withMailbox } from '../claim-mailbox.ts';
import type { ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';
import { newLink } from '../../domain/link.ts';
import { kindOf, linkOf, resolveIssue } from './resolve-issue.ts';

/**
 * Ignore: the contact or event of an issue no longer syncs, and both sides keep what they have. One without a link is remembered
 * by a suppressed one that has only its own side.
 */
export const ignore: ServeRequest = async (deps, { userId, issue }) => {
  if (issue === null || issue.mailboxRowId === null) return refused('TDM-R-NO-ISSUE');
  const { exchangeId, recordId } = issue;
  if (exchangeId === null && recordId === null) return refused('TDM-R-NO-ISSUE');
  const kind = kindOf(issue.code);
  const end = async (claim: Claim) => {
    const link =
      (await linkOf(deps, userId, issue)) ??
      newLink(exchangeId ?? as<ExchangeId>(`none:${recordId}`), recordId ?? as<RecordId>(''), kind);
    await resolveIssue(deps, claim, issue, [suppressed(link)]);
    return true;
  };
  const ignored = await withMailbox(deps, userId, end, { kind });
  return ignored === null ? busy : done(`The ${kind.toLowerCase()} no longer syncs.`);
};

function suppressed(link: Link): Link {
  return { ...link, state: 'Suppressed', reason: 'Ignored', pendingExchange: null, pendingSalesforce: null };
}
