import type { Issue } from '../../domain/issue.ts';
import type { MergeEventStep } from '../../sync/events/event-step.ts';
import type { Conflict } from '../../sync/merge/merge-values.ts';
import type { Effects } from '../effects/effects.ts';
import { keepLosing } from '../effects/keep-losing.ts';
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

/** Writes down the values that lose a conflict of events. */
export async function keepLosingEventValues(
  context: EventPassContext,
  steps: readonly MergeEventStep[],
  effects: Effects,
): Promise<readonly MergeEventStep[]> {
  return keepLosing(context, steps, eventConflict, effects);
}
