import { newLink } from '../../domain/link.ts';
import type { CreateRecordStep } from '../../sync/events/event-step.ts';
import type { Effects } from '../effects/effects.ts';
import { ended } from '../effects/ended.ts';
import type { EventPassContext } from './event-context.ts';
import { eventRecordKey } from './event-record-key.ts';

/**
 * Leaves out items whose deleted record was made anew before, by a create whose end was not seen: they are linked with it, and
 * compared by the next pass.
 */
export async function withoutMade(
  context: EventPassContext,
  steps: readonly CreateRecordStep[],
  effects: Effects,
): Promise<readonly CreateRecordStep[]> {
  const anew = steps.filter(({ replaces }) => replaces !== null);
  if (anew.length === 0) return steps;
  const begun = new Set(
    (await context.store.loose.ofMailbox(context.userId, 'Event')).map(({ exchangeId }) => exchangeId),
  );
  const doubtful = new Map(
    anew.flatMap((step) => (begun.has(step.item.id) ? [[eventRecordKey(context, step), step] as const] : [])),
  );
  if (doubtful.size === 0) return steps;
  const made = new Set<CreateRecordStep>();
  for (const { id, key, isChild } of await context.salesforce.events.findByKeys([...doubtful.keys()])) {
    const step = key === null || isChild ? undefined : doubtful.get(key);
    if (step === undefined || made.has(step) || id === step.replaces?.recordId) continue;
    made.add(step);
    const { item, meeting } = step;
    endReplaced(step, effects);
    effects.links.push({
      ...newLink(item.id, id, 'Event'),
      meeting,
      isOrganizer: item.event.isOrganizer,
      madeBy: 'Salesforce',
    });
    effects.notLoose.push(item.id);
    effects.again.add(id);
    effects.settled.push({ exchangeId: item.id, recordId: step.replaces?.recordId ?? id, keeps: [] });
  }
  return steps.filter((step) => !made.has(step));
}

/** The link whose record was deleted ends, unless it is the item's own, which goes on with the new record. */
export function endReplaced({ item, replaces }: CreateRecordStep, effects: Effects): void {
  if (replaces !== null && replaces.exchangeId !== item.id)
    effects.links.push(ended(replaces, 'DeletedByPolicy'));
}
