import type { WriteTally } from '../../domain/write-tally.ts';
import type { ChunkContext } from '../pass-context.ts';
import type { Effects } from './effects.ts';
import { noEffects } from './effects.ts';
import type { AnyStep } from './chunks-of.ts';
import { chunksOf } from './chunks-of.ts';
import { granted, putOff } from './put-off.ts';

/** What is done with each chunk of steps. */
export interface ChunkWork<One> {
  readonly carryOut: (steps: readonly One[], effects: Effects) => Promise<void>;
  readonly remember: (effects: Effects) => Promise<void>;
  /** How many of its writes were refused that were not before. */
  readonly refused: (effects: Effects) => number;
}

/**
 * Carries the steps out and remembers them, chunk by chunk. `total` holds what planning found out, is remembered with the
 * first chunk and becomes what all came to. Answers the configuration's writes when it has to stop for them; what is left
 * then is put off.
 */
export async function inChunks<One extends AnyStep>(
  context: ChunkContext,
  steps: readonly One[],
  total: Effects,
  { carryOut, remember, refused }: ChunkWork<One>,
): Promise<WriteTally | null> {
  const { chunkSize, signal, brakes, onProgress } = context;
  const left = [...chunksOf(steps, chunkSize)];
  for (let effects = total; ; effects = noEffects()) {
    const chunk = left.shift();
    if (chunk === undefined) return null;
    signal.throwIfAborted();
    await carryOut(await granted(context, chunk, effects), effects);
    await remember(effects);
    if (effects !== total) add(total, effects);
    await onProgress(steps.length - left.flat().length - total.putOff, steps.length);
    const stop = await brakes.note({ written: written(effects), refused: refused(effects) });
    if (stop === null) continue;
    putOff(left.flat(), total);
    return stop;
  }
}

function written({ counts }: Effects): number {
  return Object.values(counts).reduce(
    (sum, { created, updated, deleted }) => sum + created + updated + deleted,
    0,
  );
}

function add(total: Effects, effects: Effects): void {
  for (const flow of ['ExchangeToSalesforce', 'SalesforceToExchange'] as const)
    for (const count of ['created', 'updated', 'deleted', 'paired'] as const)
      total.counts[flow][count] += effects.counts[flow][count];
  total.suppressed += effects.suppressed;
  total.held += effects.held;
  total.putOff += effects.putOff;
  total.capped ||= effects.capped;
  total.links.push(...effects.links);
  total.cursorStays ||= effects.cursorStays;
  total.waitMs = Math.max(total.waitMs, effects.waitMs);
  for (const id of effects.again) total.again.add(id);
}
