import type { Issue } from '../../domain/issue.ts';
import type { MergeEventStep } from '../../sync/events/event-step.ts';
import type { Conflict } from '../../sync/merge/merge-contact.ts';
import type { Effects } from '../contacts/effects.ts';
import { issueRow } from '../contacts/issue-row.ts';
import type { EventPassContext } from './event-context.ts';
import { eventName } from './event-name.ts';

/** The issue that keeps the value which loses a conflict. It is born closed. */
export function eventConflict(
  { link, item, record }: MergeEventStep,
  { field, winner, losing }: Conflict,
): Issue {
  return {
    code: 'TDM-E-CONFLICT',
    field,
    exchangeId: link.exchangeId,
    recordId: link.recordId,
    item: eventName(item, record),
    detail: `${winner} won.`,
    extras: { winner, losing },
    open: false,
  };
}

/** Writes down the values that lose before they are overwritten; answers the merges that may be carried out. */
export async function keepLosingEventValues(
  context: EventPassContext,
  steps: readonly MergeEventStep[],
  effects: Effects,
): Promise<readonly MergeEventStep[]> {
  const losing = steps.flatMap((step) =>
    step.merge.conflicts.map((conflict) => ({ step, issue: eventConflict(step, conflict) })),
  );
  if (losing.length === 0) return steps;
  const at = context.now().toISOString();
  const outcomes = await context.salesforce.writer.upsertRows(
    'Tandem_Issue__c',
    'Issue_Key__c',
    losing.map(({ issue }) => {
      const content = context.fingerprint('issue', JSON.stringify(issue));
      return issueRow(context.userId, context.mailboxRowId, issue, at, content);
    }),
  );
  const unkept = new Set(losing.filter((_, index) => !outcomes[index]?.ok).map(({ step }) => step));
  for (const { record } of unkept) {
    effects.again.add(record.id);
    effects.cursorStays = true;
  }
  return steps.filter((step) => !unkept.has(step));
}
