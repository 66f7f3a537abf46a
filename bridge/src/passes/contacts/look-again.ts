import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Step } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { Effects } from '../effects/effects.ts';

/** What a step relies on and no condition of a service guards: how things must still stand just before it is carried out. */
interface Premise {
  /** The record and the stamp it was read with; null when it must still be gone. */
  readonly record: { readonly id: RecordId; readonly stamp: string | null };
  /** An item that must still be gone. */
  readonly gone: ExchangeId | null;
}

/**
 * Looks once more, just before a chunk is written, at what is about to be overwritten, deleted or made anew, and leaves out the
 * steps whose premise does not hold any more: a record that was changed or restored meanwhile, an item that was put back. They
 * are planned again in the next pass.
 */
export async function withoutOvertaken(
  context: PassContext,
  steps: readonly Step[],
  effects: Effects,
): Promise<readonly Step[]> {
  const premises = new Map(
    steps.flatMap((step) => {
      const premise = premiseOf(step);
      return premise === null ? [] : [[step, premise] as const];
    }),
  );
  if (premises.size === 0) return steps;
  const stamps = await context.salesforce.readStamps([...premises.values()].map(({ record }) => record.id));
  const ids = [...premises.values()].flatMap(({ gone }) => gone ?? []);
  const items = ids.length === 0 ? new Map() : await context.exchange.readContacts(ids, ['id']);
  const overtaken = new Set<Step>();
  for (const [step, { record, gone }] of premises) {
    if ((stamps.get(record.id) ?? null) === record.stamp && (gone === null || items.get(gone) === null))
      continue;
    overtaken.add(step);
    effects.again.add(record.id);
    effects.cursorStays = true;
  }
  return steps.filter((step) => !overtaken.has(step));
}

function premiseOf(step: Step): Premise | null {
  switch (step.kind) {
    case 'merge':
      return Object.keys(step.merge.toSalesforce).length === 0 ? null : { record: step.record, gone: null };
    case 'delete':
      if (step.side === 'Salesforce')
        return step.record && { record: step.record, gone: step.link.exchangeId };
      // A copy of a record that left the filter, or the user's sight, goes on the condition of its version alone: it can be made again.
      return step.record === null && step.reason !== 'AccessLost'
        ? { record: { id: step.link.recordId, stamp: null }, gone: null }
        : null;
    case 'createItem':
      return step.replaces && { record: step.record, gone: step.replaces.exchangeId };
    case 'createRecord':
      return step.replaces && { record: { id: step.replaces.recordId, stamp: null }, gone: null };
    case 'suppress':
    case 'hold':
    case 'loose':
      return null;
  }
}
