import { setTimeout as sleep } from 'node:timers/promises';
import type { UserId } from '../domain/ids.ts';
import type { Kind } from '../domain/words.ts';
import type { Claim } from '../store/store.ts';
import type { BridgeDeps } from './bridge-deps.ts';

const leaseSeconds = 60;

/** Does something with a mailbox's contacts or events while no pass of them runs. Null when it is being synced and does not come free by as many tries. */
export async function withMailbox<Done>(
  { store, holder }: Pick<BridgeDeps, 'store' | 'holder'>,
  userId: UserId,
  work: (claim: Claim) => Promise<Done>,
  { kind = 'Contact', tries = 20 }: { readonly kind?: Kind; readonly tries?: number } = {},
): Promise<Done | null> {
  const claim = await claimSoon(() => store.claims.take(userId, kind, holder, leaseSeconds), tries);
  if (claim === null) return null;
  try {
    return await work(claim);
  } finally {
    await store.claims.release(claim);
  }
}

async function claimSoon(take: () => Promise<Claim | null>, tries: number): Promise<Claim | null> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const claim = await take();
    if (claim !== null) return claim;
    if (attempt + 1 < tries) await sleep(250);
  }
  return null;
}
