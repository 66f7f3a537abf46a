import type { UserId } from '../domain/ids.ts';
import type { Kind } from '../domain/words.ts';
import type { Claim } from '../store/store.ts';
import { ClaimLost } from '../store/store.ts';
import type { MailboxPass, MailboxPassDeps } from './mailbox-pass.ts';
import { leaseSeconds } from './mailbox-pass.ts';

/** Does `work` while a mailbox and kind is claimed, and renews the claim meanwhile; `busy` when somebody else has it. */
export async function withClaim(
  { store, holder }: Pick<MailboxPassDeps, 'store' | 'holder'>,
  { userId, kind }: { readonly userId: UserId; readonly kind: Kind },
  signal: AbortSignal,
  work: (claim: Claim, signal: AbortSignal) => Promise<MailboxPass>,
): Promise<MailboxPass> {
  const claim = await store.claims.take(userId, kind, holder, leaseSeconds);
  if (claim === null) return { kind: 'busy' };
  const lost = new AbortController();
  const renew = () =>
    store.claims.renew(claim, leaseSeconds).catch((error: unknown) => {
      // What it would still send is the other process's to send now; other troubles may pass before the lease ends.
      if (error instanceof ClaimLost) lost.abort(error);
    });
  const renewal = setInterval(() => void renew(), (leaseSeconds * 1000) / 3);
  try {
    return await work(claim, AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(renewal);
    await store.claims.release(claim);
  }
}
