import type { WriteTally } from '../../domain/write-tally.ts';
import type { ChunkContext } from '../pass-context.ts';
import { allEnd } from './all-end.ts';
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

/** Chunks of fewer first items would cost more in calls than they save in time. */
const fewestFirstItems = 200;

/**
 * Carries the steps out and remembers them, chunk by chunk. `total` holds what planning found out, is remembered with the
 * first chunk and becomes what all came to. Answers the configuration's writes when it has to stop for them; what is left
 * then is put off.
 *
 * While chunks do nothing but give records their first items, of which there are two chunks at least if they are many, one is
 * remembered beside the next one's writes: the intents of that are stored before it is sent, like those of any other, and nothing that it asks is told by what its predecessor came
 * to. So a pass that breaks off leaves no more than two chunks to be looked for.
 */
export async function inChunks<One extends AnyStep>(
  context: ChunkContext,
  steps: readonly One[],
  total: Effects,
  work: ChunkWork<One>,
): Promise<WriteTally | null> {
  const left = [...chunksOf(steps, sizeOf(steps, context))];
  const nothingOpen = left.length > 1 && total.links.length === 0 && (await noIntents(context));
  let remembering: Promise<WriteTally | null> = Promise.resolve(null);
  for (let effects = total; ; effects = noEffects()) {
    const chunk = left.shift();
    if (chunk === undefined) return remembering;
    const [stopBefore] = await allEnd([remembering, carryOut(context, chunk, work, effects)]);
    const done = steps.length - left.flat().length;
    remembering = remember(context, { done, all: steps.length }, work, effects, total);
    const goesOn = nothingOpen && [chunk, left[0] ?? []].every(isOfFirstItems) && work.refused(effects) === 0;
    if (stopBefore === null && goesOn) continue;
    const stop = stopBefore ?? (await remembering);
    if (stop === null) continue;
    await remembering;
    putOff(left.flat(), total);
    return stop;
  }
}

function sizeOf(steps: readonly AnyStep[], { chunkSize }: ChunkContext): number {
  if (!isOfFirstItems(steps)) return chunkSize;
  return Math.min(chunkSize, Math.max(fewestFirstItems, Math.ceil(steps.length / 2)));
}

async function carryOut<One extends AnyStep>(
  context: ChunkContext,
  chunk: readonly One[],
  work: ChunkWork<One>,
  effects: Effects,
): Promise<void> {
  context.signal.throwIfAborted();
  await work.carryOut(await granted(context, chunk, effects), effects);
}

async function remember<One>(
  { brakes, onProgress }: ChunkContext,
  { done, all }: { readonly done: number; readonly all: number },
  work: ChunkWork<One>,
  effects: Effects,
  total: Effects,
): Promise<WriteTally | null> {
  await work.remember(effects);
  if (effects !== total) add(total, effects);
  await onProgress(done - total.putOff, all);
  return brakes.note({ written: written(effects), refused: work.refused(effects) });
}

/** Whether no earlier pass broke off: what such a one made is looked for among the items that no link knows. */
async function noIntents({ store, claim }: ChunkContext): Promise<boolean> {
  return (await store.intents.ofMailbox(claim.userId, claim.kind)).size === 0;
}

function isOfFirstItems(steps: readonly AnyStep[]): boolean {
  return steps.every((step) => step.kind === 'createItem' && step.replaces === null);
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
  total.listed += effects.listed;
  total.putOff += effects.putOff;
  total.capped ||= effects.capped;
  total.links.push(...effects.links);
  total.cursorStays ||= effects.cursorStays;
  total.waitMs = Math.max(total.waitMs, effects.waitMs);
  for (const id of effects.again) total.again.add(id);
}
