import type { UserId } from '../domain/ids.ts';
import type { IssueCode } from '../domain/issue-codes.ts';
import { issueCodes } from '../domain/issue-codes.ts';
import type { Step } from '../domain/step.ts';
import type { RequestRow, Row } from '../salesforce/salesforce.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { resetContacts } from './reset-contacts.ts';
import { testConnection } from './test-connection.ts';

type Answer =
  | { readonly status: 'Done'; readonly message: string; readonly steps?: readonly Step[] }
  | { readonly status: 'Refused' | 'Failed'; readonly code: IssueCode };

/** Serves what people asked for by request rows, each checked against who asked; answers the mailboxes to sync now. */
export async function serveRequests(
  deps: BridgeDeps,
  requests: readonly RequestRow[],
): Promise<readonly UserId[]> {
  const wake = new Set<UserId>();
  for (const request of requests) {
    const answer = await serve(deps, request, wake).catch((error: unknown): Answer => {
      deps.log.warn({ request: request.id, error: String(error) }, 'A request failed.');
      return { status: 'Failed', code: 'TDM-R-FAILED' };
    });
    await deps.salesforce.writer.updateRows('Tandem_Request__c', [answerRow(deps, request, answer)]);
    deps.log.info(
      { request: request.id, kind: request.kind, status: answer.status },
      'A request was served.',
    );
  }
  return [...wake];
}

async function serve(deps: BridgeDeps, request: RequestRow, wake: Set<UserId>): Promise<Answer> {
  const userId = request.userId ?? request.createdBy;
  if (userId !== request.createdBy && !(await deps.salesforce.isAdmin(request.createdBy)))
    return { status: 'Refused', code: 'TDM-R-NOT-YOURS' };
  if (request.kind === 'TestConnection') return connectionTested(deps, userId);
  const mailbox = await deps.store.mailboxes.get(userId);
  if (!mailbox?.active) return { status: 'Refused', code: 'TDM-R-NO-MAILBOX' };
  switch (request.kind) {
    case 'SyncNow':
      wake.add(userId);
      return { status: 'Done', message: 'The mailbox is synced now.' };
    case 'ResetContacts': {
      const reset = await resetContacts(deps, userId);
      if (!reset) return { status: 'Failed', code: 'TDM-R-BUSY' };
      wake.add(userId);
      return { status: 'Done', message: 'Contacts are paired again with the next sync.' };
    }
    default:
      return { status: 'Refused', code: 'TDM-R-UNKNOWN' };
  }
}

/** Answered for every user who may ask, since why nothing syncs is what the test tells. */
async function connectionTested(deps: BridgeDeps, userId: UserId): Promise<Answer> {
  const steps = await testConnection(deps, { userId }, new AbortController().signal);
  const count = steps.filter(({ result }) => result === 'failed').length;
  const message = count === 0 ? 'The connection works.' : `${count} of ${steps.length} steps failed.`;
  return { status: 'Done', message, steps };
}

function answerRow({ now }: BridgeDeps, request: RequestRow, answer: Answer): Row & { readonly Id: string } {
  const text =
    answer.status === 'Done'
      ? { message: answer.message, ...(answer.steps ? { steps: answer.steps } : {}) }
      : { message: issueCodes[answer.code].sentence, remedy: issueCodes[answer.code].remedy };
  return {
    Id: request.id,
    Status__c: answer.status,
    Error_Code__c: answer.status === 'Done' ? null : answer.code,
    Result__c: JSON.stringify(text),
    Served_At__c: now().toISOString(),
  };
}
