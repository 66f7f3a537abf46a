import { z } from 'zod';
import type { ExchangeId, UserId } from '../domain/ids.ts';
import { as } from '../domain/ids.ts';
import type { Kind } from '../domain/words.ts';
import type { Store } from '../store/store.ts';

/** What people asked for that the next pass of a mailbox does. */
export interface Asked {
  /** Items whose deletion, or whose change that mails people, was held when an admin approved it. */
  readonly approved: readonly ExchangeId[];
  /** Items to look at although they did not change. */
  readonly items: readonly ExchangeId[];
}

const id = z.string().transform((text) => as<ExchangeId>(text));
const shape = z.object({ approved: z.array(id), items: z.array(id) });

/** Reads what waits for the next pass. */
export async function readAsked(store: Store, userId: UserId, kind: Kind = 'Contact'): Promise<Asked> {
  const text = await store.meta.get(keyOf(userId, kind));
  return text === null ? { approved: [], items: [] } : shape.parse(JSON.parse(text));
}

/** Keeps what waits for the next pass, in place of what waited before. */
export async function keepAsked(
  store: Store,
  userId: UserId,
  asked: Asked,
  kind: Kind = 'Contact',
): Promise<void> {
  await store.meta.set(keyOf(userId, kind), JSON.stringify(asked));
}

/** Has the next pass look at these items too. To be called while no pass of the mailbox runs. */
export async function askFor(
  store: Store,
  userId: UserId,
  items: readonly ExchangeId[],
  kind: Kind = 'Contact',
): Promise<void> {
  const asked = await readAsked(store, userId, kind);
  await keepAsked(store, userId, { ...asked, items: [...new Set([...asked.items, ...items])] }, kind);
}

function keyOf(userId: UserId, kind: Kind): string {
  return kind === 'Contact' ? `asked of ${userId}` : `asked of events of ${userId}`;
}
