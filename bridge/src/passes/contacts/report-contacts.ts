import type { ExchangeMailbox } from '../../exchange/exchange.ts';
import type { Claim, MailboxState } from '../../store/store.ts';
import { activityRows } from '../activity-rows.ts';
import { heldDeletions } from './held-deletions.ts';
import type { PassResult } from '../pass-result.ts';
import { fieldTroubles, permissionTroubles } from '../permission-troubles.ts';
import type { MailboxPassDeps } from '../mailbox-pass.ts';
import { heldCode } from '../effects/held-deletion.ts';
import type { KindState, MailboxTrouble } from '../mailbox-report.ts';
import { countOpenIssues, reportMailbox, reportTroubles } from '../mailbox-report.ts';

/** A pass that came to its end, with the mailbox as it was and as it is. */
interface EndedPass {
  readonly before: MailboxState;
  readonly mailbox: MailboxState;
  readonly mailboxRowId: string;
  readonly result: PassResult;
  /** Why Salesforce did not evaluate the conditions, where it did not. */
  readonly refusedConditions: readonly string[];
}

/** Writes down for people what a pass came to: the mailbox's troubles, and its state and counts where any of it is news. */
export async function reportPass(
  deps: MailboxPassDeps,
  claim: Claim,
  home: ExchangeMailbox,
  { before, mailbox, mailboxRowId, result, refusedConditions }: EndedPass,
): Promise<{ readonly state: KindState; readonly openIssues: number }> {
  const held: MailboxTrouble[] =
    result.held === 0
      ? []
      : [
          {
            code: heldCode.Contact,
            field: '',
            detail: `${result.held} deletions wait.`,
            extras: {
              held: result.held,
              deletions: await heldDeletions(deps.store, home, claim.userId),
            },
          },
        ];
  const troublesChanged = await reportTroubles(deps, claim, mailboxRowId, mailbox.email, [
    ...held,
    ...permissionTroubles(deps),
    ...fieldTroubles('TDM-M-FIELDS', deps.missingFields),
    ...deps.problems,
    ...refusedConditions.map((detail) => ({ code: 'TDM-M-FILTER' as const, field: '', detail })),
  ]);
  const state: KindState = !mailbox.firstSyncDone ? 'FirstSync' : held.length > 0 ? 'Held' : 'InSync';
  const openIssues = await countOpenIssues(deps.store, claim.userId);
  if (wrote(result) || !before.firstSyncDone || before.problem !== null || troublesChanged) {
    const live = await deps.store.links.countLive(claim.userId, 'Contact');
    const activity = await activityRows(deps, 'Contact', result.counts);
    // Side by side, so that they travel in one call.
    const activityWritten = deps.salesforce.writer.upsertRows(
      'Tandem_Activity__c',
      'Activity_Key__c',
      activity,
    );
    const reported = reportMailbox(deps, mailbox, {
      Contacts_State__c: state,
      Contacts_Progress__c: mailbox.firstSyncDone ? 100 : result.progress,
      Contacts_Last_Change__c: deps.now().toISOString(),
      Contacts_In_Sync_As_Of__c: deps.now().toISOString(),
      Contacts_In_Exchange__c: live,
      Contacts_In_Salesforce__c: live,
      Contacts_Problem__c: result.capped ? 'TDM-M-PACED' : held[0] ? held[0].code : null,
      Open_Issues__c: openIssues,
    });
    await Promise.all([activityWritten, reported]);
  } else if (result.listed > 0) await reportMailbox(deps, mailbox, { Open_Issues__c: openIssues });
  return { state, openIssues };
}

function wrote({ counts, suppressed }: PassResult): boolean {
  return (
    suppressed > 0 || Object.values(counts).some((flow) => Object.values(flow).some((count) => count > 0))
  );
}
