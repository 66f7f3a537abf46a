import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import { endedCodes, issueCodes } from '../../domain/issue-codes.ts';
import type { Link } from '../../domain/link.ts';
import type { Configuration } from '../../domain/policy.ts';
import type { KnownRecord } from '../../store/store.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { WhyKept } from '../../passes/contacts/going-out.ts';
import { unmetConditions, whyNotOut } from '../../passes/contacts/going-out.ts';
import { describeOrg, readyConfiguration } from '../ready-configuration.ts';
import { isVisibleTo, mayBeShown } from './can-see.ts';
import { recordId } from './parameters.ts';
import type { Answer, RequestDeps, ServeRequest } from './request.ts';
import { done, refused } from './request.ts';

const shape = z.object({ Record_Id__c: recordId });

/** ExplainRecord: whether a contact syncs with the mailbox, and if not, why: a code with its sentence and remedy. */
export const explainRecord: ServeRequest = async (deps, request) => {
  const { row, userId } = request;
  const named = shape.safeParse({ Record_Id__c: row.recordId });
  if (!named.success) return refused('TDM-R-MALFORMED');
  const id = named.data.Record_Id__c;
  const record = (await deps.store.records.get([id])).get(id);
  if (!record || !(await mayBeShown(deps, request, record))) return refused('TDM-R-NO-RECORD');
  return explain(deps, userId, record, request.admin);
};

async function explain(
  deps: RequestDeps,
  userId: UserId,
  record: KnownRecord,
  admin: boolean,
): Promise<Answer> {
  const { store, salesforce } = deps;
  const mailbox = await store.mailboxes.get(userId);
  if (mailbox === null) return because('TDM-R-NO-MAILBOX');
  const { configurations, pauses } = await salesforce.readSettings();
  const { configurationId } = mailbox;
  if (pauses.some(({ of }) => of === 'org' || of === userId || of === configurationId))
    return because('TDM-M-PAUSED');
  if (!mailbox.active) return because('TDM-R-NO-MAILBOX');
  const links = (await store.links.ofMailbox(userId, 'Contact')).filter(
    (link) => link.recordId === record.recordId,
  );
  const link = links.find(({ state }) => state === 'Live') ?? links[0];
  const issues = await store.issues.open(userId, 'Contact');
  const issue = issues.find(
    ({ recordId, exchangeId }) =>
      recordId === record.recordId || (link !== undefined && exchangeId === link.exchangeId),
  );
  const issueCode = issue && isIssueCode(issue.code) ? issue.code : null;
  if (link?.state === 'Live')
    return because(issueCode ?? 'TDM-R-SYNCS', {
      lastSynced: link.lastSynced,
      lastSyncedFrom: link.lastSyncedFrom,
    });
  if (record.deleted) return because('TDM-R-DELETED');
  if (link && !endedByChoice(link)) return becauseEnded(link);
  if (issueCode) return because(issueCode);
  const configuration = configurations.find(({ id }) => id === configurationId);
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

function because(code: IssueCode, extras: object = {}, detail = ''): Answer {
  const { sentence, remedy } = issueCodes[code];
  return done(`${sentence} ${detail}`.trim(), { code, remedy, ...extras });
}

function isIssueCode(code: string): code is IssueCode {
  return code in issueCodes;
}
