import type { RecordId } from '../../domain/ids.ts';
import type { Issue } from '../../domain/issue.ts';
import type { Conflict } from '../../sync/merge/merge-values.ts';
import type { MergeStep } from '../../sync/plan/step.ts';
import type { ChunkContext } from '../pass-context.ts';
import type { Effects } from './effects.ts';
import { unknownContent } from './issue-content.ts';
import { issueKeyOf, issueRow } from './issue-row.ts';
import { nothingDone } from './remember.ts';

/**
 * Writes down the values that lose a conflict before they are overwritten, so that a crash in between loses none. Merges
 * whose losing values could not be written down are left to the next pass. The issues are remembered whatever becomes of the
 * merge, so that what they say is taken away when the item turns private.
 */
export async function keepLosing<
  Step extends Pick<MergeStep, 'merge'> & { readonly record: { readonly id: RecordId } },
>(
  context: ChunkContext,
  steps: readonly Step[],
  issueOf: (step: Step, conflict: Conflict) => Issue,
  effects: Effects,
): Promise<readonly Step[]> {
  const { store, claim, salesforce, userId, mailboxRowId, fingerprint } = context;
  const losing = steps.flatMap((step) =>
    step.merge.conflicts.map((conflict) => {
      const issue = issueOf(step, conflict);
      return { step, issue, content: fingerprint('issue', JSON.stringify(issue)) };
    }),
  );
  if (losing.length === 0) return steps;
  await store.chunks.remember(claim, {
    ...nothingDone,
    issues: losing.map(({ issue, content }) => ({
      issueKey: issueKeyOf(userId, issue, content),
      code: issue.code,
      exchangeId: issue.exchangeId,
      recordId: issue.recordId,
      contentHash: unknownContent.perhapsListed,
      open: false,
    })),
  });
  const at = context.now().toISOString();
  const outcomes = await salesforce.writer.upsertRows(
    'Tandem_Issue__c',
    'Issue_Key__c',
    losing.map(({ issue, content }) => issueRow(userId, mailboxRowId, issue, at, content)),
  );
  const unkept = new Set(losing.filter((_, index) => !outcomes[index]?.ok).map(({ step }) => step));
  for (const { record } of unkept) {
    effects.again.add(record.id);
    effects.cursorStays = true;
  }
  return steps.filter((step) => !unkept.has(step));
}
