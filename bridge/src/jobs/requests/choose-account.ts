import { z } from 'zod';
import type { AccountId } from '../../domain/ids.ts';
import type { IssueDetail } from '../../salesforce/salesforce.ts';
import { companyKey } from '../../sync/pairing/match-keys.ts';
import { comparable } from '../../sync/mapping/canonical.ts';
import { withMailbox } from '../claim-mailbox.ts';
import { canSee } from './can-see.ts';
import { accountId, parametersOf } from './parameters.ts';
import type { CheckedRequest, RequestDeps, ServeRequest } from './request.ts';
import { busy, done, refused } from './request.ts';
import { linkOf, resolveIssue } from './resolve-issue.ts';

const shape = z.object({ accountId });
const codes = ['TDM-C-COMPANY', 'TDM-C-COMPANY-TWICE'];

/**
 * ChooseAccount: the contact of a company issue gets the account that a person chose. The company in Outlook stays as it was
 * typed; both are remembered as they are, so that neither is taken for a change. Further contacts of the company in this
 * mailbox get the account without asking, also those that wait.
 */
export const chooseAccount: ServeRequest = async (deps, request) => {
  const { issue, userId } = request;
  if (issue === null || issue.recordId === null || issue.mailboxRowId === null || !codes.includes(issue.code))
    return refused('TDM-R-NO-ISSUE');
  const parameters = parametersOf(shape, request.row);
  if (parameters === null) return refused('TDM-R-MALFORMED');
  if (
    !(await mayChoose(deps, request, parameters.accountId)) ||
    !(await canSee(deps, request, issue.recordId))
  )
    return refused('TDM-R-NO-RECORD');
  const id = issue.recordId;
  const outcome = await withMailbox(deps, userId, async (claim) => {
    const link = await linkOf(deps, userId, issue);
    if (link?.state !== 'Live') return refused('TDM-R-NO-ISSUE');
    const [written] = await deps.salesforce.writer.updateContacts([
      { id, fields: { AccountId: parameters.accountId } },
    ]);
    if (!written?.ok) return refused('TDM-R-NO-RECORD');
    const { fields } = await deps.salesforce.describeContact();
    const record = (await deps.salesforce.readContacts([id], ['AccountId'])).get(id);
    const name = comparable(record?.values.AccountId ?? null, fields.get('AccountId')?.type ?? 'reference');
    const salesforcePrints = {
      ...link.salesforcePrints,
      AccountId: deps.fingerprint('AccountId', name),
    };
    await resolveIssue(deps, claim, issue, [{ ...link, salesforcePrints }]);
    const company = companyOf(issue);
    if (company !== null)
      await deps.store.accounts.choose(userId, companyKey(company, deps.fingerprint), parameters.accountId);
    request.wake(userId);
    return done('The contact has the account, and so will others of the company.');
  });
  return outcome ?? busy;
};

const details = z.object({ company: z.string() });

/** The company that the issue is about. */
function companyOf(issue: IssueDetail): string | null {
  try {
    return details.parse(JSON.parse(issue.details ?? '{}')).company;
  } catch {
    return null;
  }
}

/** Who is no admin chooses among the accounts that Salesforce lets them read. */
async function mayChoose(
  { salesforce }: RequestDeps,
  { admin, row }: CheckedRequest,
  id: AccountId,
): Promise<boolean> {
  if (admin) return true;
  const answers = await salesforce.readRecordAccess([{ userId: row.createdBy, ids: [id] }]);
  return answers.get(row.createdBy)?.get(id)?.read === true;
}
