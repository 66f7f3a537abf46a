import type { ExchangeId } from '../../domain/ids.ts';
import type { Side } from '../../domain/words.ts';
import { deletionLimits, deletionsSince } from '../../sync/guard.ts';
import type { ChunkContext } from '../pass-context.ts';

const bothSides: ReadonlySet<Side> = new Set(['Exchange', 'Salesforce']);

/**
 * The steps with all deletions held when other mailboxes, which plan at the same time, are about to delete so many that the org
 * would pass its limit. What an admin approved goes on, and is not announced.
 */
export async function withinOrg<Step extends { readonly kind: string }>(
  { store, claim, now }: Pick<ChunkContext, 'store' | 'claim' | 'now'>,
  steps: readonly Step[],
  approved: ReadonlySet<ExchangeId>,
  hold: (step: Step, sides: ReadonlySet<Side>, approved: ReadonlySet<ExchangeId>) => Step,
): Promise<readonly Step[]> {
  const held = steps.map((step) => hold(step, bothSides, approved));
  const count = steps.filter((step, place) => step.kind === 'delete' && step !== held[place]).length;
  if (count === 0) return steps;
  const since = deletionsSince(now());
  return (await store.guard.announce(claim, count, { since, most: deletionLimits.perOrg })) ? steps : held;
}
