import { codeOf } from '../domain/fault.ts';
import type { UserId } from '../domain/ids.ts';
import type { RequestRow, Row } from '../salesforce/salesforce.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { requestKinds } from './requests/kinds.ts';
import type { Answer, RequestDeps } from './requests/request.ts';
import { refused, resultOf } from './requests/request.ts';

/** What Salesforce gets over by itself: a request that meets it stays as it is and is served with the next ones, from its start. */
const passing: ReadonlySet<string> = new Set(['TDM-S-UNREACHABLE', 'TDM-S-ANSWER', 'TDM-S-LIMIT']);

/** Serves what people asked for by request rows, each checked against who asked; answers the mailboxes to sync now. */
export async function serveRequests(
  deps: RequestDeps,
  requests: readonly RequestRow[],
): Promise<readonly UserId[]> {
  const wake = new Set<UserId>();
  for (const request of requests) {
    const answer = await serve(deps, request, wake).catch((error: unknown): Answer | null => {
      const waits = passing.has(codeOf(error));
      deps.log.warn(
        { request: request.id, error: String(error) },
        waits ? 'A request waits.' : 'A request failed.',
      );
      return waits ? null : { status: 'Failed', code: 'TDM-R-FAILED' };
    });
    if (answer === null) continue;
    await deps.salesforce.writer.updateRows('Tandem_Request__c', [answerRow(deps, request, answer)]);
    deps.log.info(
      { request: request.id, kind: request.kind, status: answer.status },
      'A request was served.',
    );
  }
  return [...wake];
}

/** Checks whose mailbox and issue the request is about before anything of it is served. */
async function serve(deps: RequestDeps, row: RequestRow, wake: Set<UserId>): Promise<Answer> {
  const kind = Object.hasOwn(requestKinds, row.kind) ? requestKinds[row.kind] : undefined;
  if (kind === undefined) return refused('TDM-R-UNKNOWN');
  const issue = row.issueId === null ? null : await deps.salesforce.readIssue(row.issueId);
  const admin = await deps.salesforce.isAdmin(row.createdBy);
  const userId = row.userId ?? (admin ? issue?.userId : null) ?? row.createdBy;
  if (userId !== row.createdBy && !admin) return refused('TDM-R-NOT-YOURS');
  if (row.issueId !== null && issue?.userId !== userId) return refused('TDM-R-NO-ISSUE');
  const mailbox = kind.syncing ? await deps.store.mailboxes.get(userId) : null;
  if (kind.syncing && !mailbox?.active) return refused('TDM-R-NO-MAILBOX');
  return kind.serve(deps, { row, userId, admin, issue, wake: (woken) => wake.add(woken) });
}

function answerRow({ now }: BridgeDeps, request: RequestRow, answer: Answer): Row & { readonly Id: string } {
  return {
    Id: request.id,
    Status__c: answer.status,
    Error_Code__c: answer.status === 'Done' ? null : answer.code,
    Result__c: resultOf(answer),
    Served_At__c: now().toISOString(),
  };
}
