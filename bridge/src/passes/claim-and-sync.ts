import { Fault } from '../domain/fault.ts';
import type { UserId } from '../domain/ids.ts';
import { Throttled } from '../exchange/exchange.ts';
import type { Claim, MailboxState } from '../store/store.ts';
import { ClaimLost } from '../store/store.ts';
import type { KindState } from './mailbox-report.ts';
import { countOpenIssues, reportMailbox, reportTroubles } from './mailbox-report.ts';
import type { MailboxPass, MailboxPassDeps } from './mailbox-pass.ts';
import { otherOrgCode } from './own-org.ts';
import { syncContacts } from './contacts/sync-contacts.ts';
import { withClaim } from './with-claim.ts';

/** Claims a mailbox, syncs its contacts once, and reports what became of it. */
export async function claimAndSync(
  deps: MailboxPassDeps,
  userId: UserId,
  signal: AbortSignal,
): Promise<MailboxPass> {
  return withClaim(deps, { userId, kind: 'Contact' }, signal, (claim, held) => claimed(deps, claim, held));
}

async function claimed(deps: MailboxPassDeps, claim: Claim, signal: AbortSignal): Promise<MailboxPass> {
  const mailbox = await deps.store.mailboxes.get(claim.userId);
  if (mailbox === null) return { kind: 'busy' };
  try {
    return await syncContacts(deps, mailbox, claim, signal);
  } catch (error) {
    if (error instanceof ClaimLost || signal.aborted) return { kind: 'busy' };
    if (error instanceof Throttled) return putOff(deps, claim, error.retryAfterMs);
    if (error instanceof Fault && /^TDM-[SB]-/.test(error.code)) throw error;
    if (error instanceof Fault) return trouble(deps, mailbox, claim, error);
    deps.log.warn(
      { userId: claim.userId, error: String(error), stack: stackOf(error) },
      'A pass failed unexpectedly.',
    );
    return trouble(deps, mailbox, claim, new Fault('TDM-B-UNEXPECTED', nameOf(error), error));
  }
}

/** Exchange asked to wait: nothing is wrong, and the next pass may not start before. */
async function putOff(
  { store, now, log }: MailboxPassDeps,
  claim: Claim,
  afterMs: number,
): Promise<MailboxPass> {
  await store.mailboxes.update(claim, { notBefore: new Date(now().getTime() + afterMs).toISOString() });
  log.info({ userId: claim.userId, afterMs }, 'Exchange asked to wait.');
  return { kind: 'later', afterMs };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Where it happened; the message is left out of issues, since it may quote what a service said. */
function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join(' ') : '';
}

/** Codes that wait for a person's decision. */
const pausing: readonly string[] = ['TDM-M-FOLDER-GONE', otherOrgCode.Contact];

async function trouble(
  deps: MailboxPassDeps,
  mailbox: MailboxState,
  claim: Claim,
  fault: Fault,
): Promise<MailboxPass> {
  const { store } = deps;
  await store.mailboxes.update(claim, { problem: fault.code, problemDetail: fault.detail });
  const known = deps.mailboxRows.get(claim.userId);
  const mailboxRowId = known ?? (await reportMailbox(deps, mailbox, {}));
  await reportTroubles(deps, claim, mailboxRowId, mailbox.email, [
    { code: fault.code, field: '', detail: fault.detail },
  ]);
  const openIssues = await countOpenIssues(store, claim.userId);
  const state: KindState = pausing.includes(fault.code) ? 'Paused' : 'Failing';
  const text = `${fault.code}: ${fault.message}`.slice(0, 255);
  if (mailbox.problem !== fault.code || known === undefined)
    await reportMailbox(deps, mailbox, {
      Contacts_State__c: state,
      Contacts_Problem__c: text,
      Open_Issues__c: openIssues,
    });
  return { kind: 'trouble', code: fault.code, state, openIssues };
}
