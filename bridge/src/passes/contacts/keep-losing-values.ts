import type { Issue } from '../../domain/issue.ts';
import type { Conflict } from '../../sync/merge/merge-values.ts';
import { itemName } from '../../sync/plan/item-name.ts';
import type { MergeStep } from '../../sync/plan/step.ts';
import type { Effects } from '../effects/effects.ts';
import { keepLosing } from '../effects/keep-losing.ts';
import type { PassContext } from '../pass-context.ts';

/** The issue that keeps the value which loses a conflict. It is born closed. */
export function conflictIssue(
  { link, contact, record }: MergeStep,
  { field, winner, losing }: Conflict,
): Issue {
  return {
    code: 'TDM-C-CONFLICT',
    field,
    exchangeId: link.exchangeId,
    recordId: link.recordId,
    item: itemName(contact, record),
    detail: `${winner} won.`,
    extras: { winner, losing },
    open: false,
  };
}

/** Writes down the values that lose a conflict of contacts. */
export async function keepLosingValues(
  context: PassContext,
  steps: readonly MergeStep[],
  effects: Effects,
): Promise<readonly MergeStep[]> {
  return keepLosing(context, steps, conflictIssue, effects);
}
