import type { ChunkContext } from '../pass-context.ts';
import type { AnyStep } from './chunks-of.ts';
import { recordOf } from './chunks-of.ts';
import type { Effects } from './effects.ts';

/** Leaves steps to a later pass, in which their items and records are looked at again. */
export function putOff(steps: readonly AnyStep[], effects: Effects): void {
  if (steps.length === 0) return;
  effects.cursorStays = true;
  effects.putOff += steps.length;
  for (const step of steps) {
    const recordId = recordOf(step);
    if (recordId !== undefined) effects.again.add(recordId);
  }
}

/** The steps that may be carried out now; those beyond what is granted of writes to Salesforce are put off. */
export async function granted<One extends AnyStep>(
  { brakes }: Pick<ChunkContext, 'brakes'>,
  steps: readonly One[],
  effects: Effects,
): Promise<readonly One[]> {
  const writing = steps.filter(writesRecord);
  const allowed = await brakes.grant(writing.length);
  if (allowed >= writing.length) return steps;
  const late = new Set(writing.slice(allowed));
  putOff([...late], effects);
  effects.capped = true;
  return steps.filter((step) => !late.has(step));
}

function writesRecord(step: AnyStep): boolean {
  switch (step.kind) {
    case 'createRecord':
    case 'handOver':
      return true;
    case 'merge':
      return Object.keys(step.merge.toSalesforce).length > 0;
    case 'delete':
      return step.side === 'Salesforce';
    default:
      return false;
  }
}
