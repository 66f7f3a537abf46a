import type { RecordId, UserId } from '../../domain/ids.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import { endedCodes } from '../../domain/issue-codes.ts';
import type { Link } from '../../domain/link.ts';
import type { Configuration } from '../../domain/policy.ts';
import type { KnownRecord } from '../../store/store.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { WhyKept } from '../../passes/contacts/going-out.ts';
import { unmetConditions, whyNotOut } from '../../passes/contacts/going-out.ts';
import { describeOrg, readyConfiguration } from '../ready-configuration.ts';
import { isVisibleTo, mayBeShown } from './can-see.ts';
import type { Answer, CheckedRequest, RequestDeps } from './request.ts';
import { refused } from './request.ts';
import { because, isIssueCode, linkAndIssue, meantUser, syncingMailbox } from './why.ts';

/** Whether a contact syncs with the mailbox, and if not, why. */
export async function explainContact(
  deps: RequestDeps,
  request: CheckedRequest,
  id: RecordId,
): Promise<Answer> {
  const record = (await deps.store.records.get([id])).get(id);
  if (!record || !(await mayBeShown(deps, request, record))) return refused('TDM-R-NO-RECORD');
  const { admin } = request;
  const userId = meantUser(request, record.ownerId);
  const syncing = await syncingMailbox(deps, userId);
  if ('off' in syncing) return syncing.off;
  const { mailbox, configuration } = syncing;
  const { link, issueCode } = await linkAndIssue(deps, userId, 'Contact', id);
  if (link?.state === 'Live')
    return because(issueCode ?? 'TDM-R-SYNCS', {
      lastSynced: link.lastSynced,
      lastSyncedFrom: link.lastSyncedFrom,
    });
  if (record.deleted) return because('TDM-R-DELETED');
  if (link && !endedByChoice(link)) return becauseEnded(link);
  if (issueCode) return because(issueCode);
  const kept = configuration && (await whyKept(deps, userId, record, configuration, admin));
  if (kept) return kept;
  if (link) return becauseEnded(link);
  if (mailbox.problem !== null && isIssueCode(mailbox.problem)) return because(mailbox.problem);
  return because('TDM-R-WAITS');
}

/** What the admin chose, or who shares what, ended it: why that is so can be said more exactly. */
function endedByChoice({ reason }: Link): boolean {
  return reason === 'OutOfFilter' || reason === 'AccessLost';
}

const CODES = {
  Person: 'TDM-R-PERSON',
  NotOwned: 'TDM-R-NOT-OWN',
  Filtered: 'TDM-R-FILTER',
  FilterBroken: 'TDM-M-FILTER',
} as const satisfies Record<WhyKept, IssueCode>;

/**
 * Why a contact without a link is not sent to Outlook; null when it is. Which conditions it does not meet is told to admins
 * alone, since it says something about fields that users may not see.
 */
async function whyKept(
  deps: RequestDeps,
  userId: UserId,
  record: KnownRecord,
  configuration: Configuration,
  admin: boolean,
): Promise<Answer | null> {
  const { contacts: policy } = configuration;
  if (!flowsFrom('Salesforce', policy.direction)) return because('TDM-R-DIRECTION');
  const { filter } = readyConfiguration(configuration, await describeOrg(deps.salesforce, [configuration]));
  const kept = await whyNotOut({ ...deps, userId, policy, filter }, record.recordId);
  if (kept === 'Filtered' && admin) {
    const unmet = await unmetConditions({ ...deps, filter }, record.recordId);
    return because(CODES[kept], { conditions: unmet }, `Not met: ${unmet.join('; ')}.`);
  }
  if (kept) return because(CODES[kept]);
  return (await isVisibleTo(deps, userId, record)) ? null : because('TDM-R-HIDDEN');
}

function becauseEnded({ reason }: Link): Answer {
  return because(reason === null ? 'TDM-R-ENDED' : endedCodes[reason], { reason });
}
