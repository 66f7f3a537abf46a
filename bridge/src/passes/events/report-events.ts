import type { Claim, MailboxState } from '../../store/store.ts';
import { activityRows } from '../activity-rows.ts';
import type { HeldDeletion } from '../effects/held-deletion.ts';
import { heldCode } from '../effects/held-deletion.ts';
import type { PassResult } from '../pass-result.ts';
import type { KindState, MailboxTrouble } from '../mailbox-report.ts';
import { countOpenIssues, reportMailbox, reportTroubles } from '../mailbox-report.ts';
import { fieldTroubles, permissionTroubles } from '../permission-troubles.ts';
import type { EventPassDeps } from './sync-events.ts';

/** A pass of events that came to its end. */
interface EndedEventPass {
  readonly mailbox: MailboxState;
  readonly mailboxRowId: string;
  readonly result: PassResult;
  readonly firstSyncDone: boolean;
  /** The deletions that wait for an admin. */
  readonly held: readonly HeldDeletion[];
  /** People were shown another state before. */
  readonly wasTroubled: boolean;
}

/** Writes down for people what a pass of events came to: the mailbox's state and counts where any of it is news. */
export async function reportEventPass(
  deps: EventPassDeps,
  claim: Claim,
  { mailbox, mailboxRowId, result, firstSyncDone, held, wasTroubled }: EndedEventPass,
): Promise<{ readonly state: KindState; readonly openIssues: number }> {
  const { store, salesforce, now } = deps;
  const troubles: MailboxTrouble[] = [];
  if (result.held > 0)
    troubles.push({
      code: heldCode.Event,
      field: '',
      detail: `${result.held} deletions wait.`,
      extras: { held: result.held, deletions: held },
    });
  troubles.push(
    ...permissionTroubles(deps),
    ...fieldTroubles('TDM-E-FIELDS', deps.missingFields),
    ...deps.problems,
  );
  const troublesChanged = await reportTroubles(deps, claim, mailboxRowId, mailbox.email, troubles);
  const state: KindState = !firstSyncDone ? 'FirstSync' : result.held > 0 ? 'Held' : 'InSync';
  const openIssues = await countOpenIssues(store, claim.userId);
  if (wrote(result) || wasTroubled || troublesChanged) {
    const live = await store.links.countLive(claim.userId, 'Event');
    const activity = await activityRows(deps, 'Event', result.counts);
    // Side by side, so that they travel in one call.
    await Promise.all([
      salesforce.writer.upsertRows('Tandem_Activity__c', 'Activity_Key__c', activity),
      reportMailbox(deps, mailbox, {
        Events_State__c: state,
        Events_Progress__c: firstSyncDone ? 100 : result.progress,
        Events_Last_Change__c: now().toISOString(),
        Events_In_Sync_As_Of__c: now().toISOString(),
        Events_In_Exchange__c: live,
        Events_In_Salesforce__c: live,
        Events_Problem__c: result.capped ? 'TDM-M-PACED' : result.held > 0 ? heldCode.Event : null,
        Open_Issues__c: openIssues,
      }),
    ]);
  } else if (result.listed > 0) await reportMailbox(deps, mailbox, { Open_Issues__c: openIssues });
  return { state, openIssues };
}

function wrote({ counts, suppressed }: PassResult): boolean {
  return (
    suppressed > 0 || Object.values(counts).some((flow) => Object.values(flow).some((count) => count > 0))
  );
}
