import type { RecordId } from '../../domain/ids.ts';
import type { EventStep } from '../../sync/events/event-step.ts';
import type { Step } from '../../sync/plan/step.ts';

/** One thing that a pass of contacts or of events will do. */
export type AnyStep = Step | EventStep;

/**
 * The steps in chunks of about `size`; at least one chunk, be it empty. Steps about one record stay together: a record has one
 * live link at every moment, so the link that ends and the one that follows it have to be remembered at once.
 */
export function chunksOf<One extends AnyStep>(
  steps: readonly One[],
  size: number,
): readonly (readonly One[])[] {
  const chunks: One[][] = [[]];
  for (const group of Map.groupBy(steps, (step) => recordOf(step) ?? step).values()) {
    const last = chunks.at(-1);
    if (last && (last.length === 0 || last.length + group.length <= size)) last.push(...group);
    else chunks.push(group);
  }
  return chunks;
}

/** The record that a step is about; none for an item that has none yet. */
export function recordOf(step: AnyStep): RecordId | undefined {
  if ('link' in step) return step.link.recordId;
  if ('record' in step) return step.record.id;
  return 'replaces' in step ? step.replaces?.recordId : undefined;
}
