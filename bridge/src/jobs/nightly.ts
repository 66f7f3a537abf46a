import { z } from 'zod';
import type { UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { BridgeDeps } from './bridge-deps.ts';
import { checkAccess } from './check-access.ts';
import { checkFilters } from './check-filters.ts';
import type { OrgSettings } from './settings-reader.ts';

/** Something that is done for every mailbox once in 24 hours; answers the mailboxes that have something to do now. */
export type NightlyTask = (
  deps: BridgeDeps,
  settings: OrgSettings,
  users: readonly UserId[],
) => Promise<readonly UserId[]>;

const tasks: readonly NightlyTask[] = [checkAccess];

const dayMs = 24 * 60 * 60 * 1000;
/** A round comes to its end in so many portions at the most: half a day, with one each ten minutes. */
const mostPortions = 72;
const leastAPortion = 20;

const roundShape = z.object({
  begun: z.string(),
  /** The last mailbox that was done, in the order of user ids. */
  after: z.string(),
  done: z.boolean(),
});

/** How much of a round is done: the next portion of one that is due, the whole of it, or the whole of one that is not due yet. */
export type NightlyPace = 'portion' | 'whole' | 'now';

/**
 * Goes on with the round of nightly tasks, which begins with the filters and then goes over all mailboxes that sync. Where it stands is kept in the database, so that a
 * restart repeats nothing. The first round is due at once.
 */
export async function continueNightly(
  deps: BridgeDeps,
  settings: OrgSettings,
  pace: NightlyPace,
): Promise<readonly UserId[]> {
  const { store, now, log } = deps;
  const at = now();
  const text = await store.meta.get('nightly');
  const before = text === null ? null : roundShape.parse(JSON.parse(text));
  const keep = (round: z.output<typeof roundShape>) => store.meta.set('nightly', JSON.stringify(round));
  const fresh = { begun: at.toISOString(), after: '', done: false };
  const due = before === null || at.getTime() - Date.parse(before.begun) >= dayMs;
  if (before?.done && !due && pace !== 'now') return [];
  const round = before === null || before.done || pace === 'now' ? fresh : before;
  const active = (await store.mailboxes.all()).filter((mailbox) => mailbox.active);
  const left = active.map(({ userId }) => userId as string).filter((userId) => userId > round.after);
  const size = Math.max(leastAPortion, Math.ceil(active.length / mostPortions));
  const portion = pace === 'portion' ? left.sort().slice(0, size) : left.sort();
  const users = portion.map((userId) => as<UserId>(userId));
  // Filters are asked about for all mailboxes together, when a round begins.
  const woken = round === fresh ? [...(await checkFilters(deps, settings))] : [];
  for (const task of tasks) woken.push(...(await task(deps, settings, users)));
  await keep({ ...round, after: portion.at(-1) ?? round.after, done: portion.length === left.length });
  log.info({ mailboxes: users.length, left: left.length - users.length }, 'Did the nightly tasks.');
  return woken;
}
