import type { RecordId } from '../../domain/ids.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Conflict } from '../../sync/merge/merge-values.ts';
import type { MergeStep } from '../../sync/plan/step.ts';
import type { ChunkContext } from '../pass-context.ts';
import type { Effects } from './effects.ts';
import { issueRow } from './issue-row.ts';

/**
 * Writes down the values that lose a conflict before they are overwritten, so that a crash in between loses none. Merges
 * whose losing values could not be written down are left to the next pass.
 */
export async function keepLosing<
  Step extends Pick<MergeStep, 'merge'> & { readonly record: { readonly id: RecordId } },
>(
  context: ChunkContext,
  steps: readonly Step[],
  issueOf: (step: Step, conflict: Conflict) => Issue,
  effects: Effects,
): Promise<readonly Step[]> {
  const losing = steps.flatMap((step) =>
    step.merge.conflicts.map((conflict) => ({ step, issue: issueOf(step, conflict) })),
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
