import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import { issueCodes } from '../../domain/issue-codes.ts';
import type { KnownRecord } from '../../store/store.ts';
import { flowsFrom } from '../../domain/words.ts';
import { mayBeShown } from './can-see.ts';
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
  return explain(deps, userId, record);
};

async function explain(deps: RequestDeps, userId: UserId, record: KnownRecord): Promise<Answer> {
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
  if (link) return because('TDM-R-ENDED', { reason: link.reason });
  if (issueCode) return because(issueCode);
  if (record.ownerId !== userId) return because('TDM-R-NOT-OWN');
  const configuration = configurations.find(({ id }) => id === configurationId);
  if (configuration && !flowsFrom('Salesforce', configuration.contacts.direction))
    return because('TDM-R-DIRECTION');
  if (mailbox.problem !== null && isIssueCode(mailbox.problem)) return because(mailbox.problem);
  return because('TDM-R-WAITS');
}

function because(code: IssueCode, extras: object = {}): Answer {
  const { sentence, remedy } = issueCodes[code];
  return done(sentence, { code, remedy, ...extras });
}

function isIssueCode(code: string): code is IssueCode {
  return code in issueCodes;
}
