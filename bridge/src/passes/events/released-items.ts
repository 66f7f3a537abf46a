import type { IssueCode } from '../../domain/issue-codes.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { KnownIssue } from '../../store/store.ts';
import { mostMailingWrites } from '../../sync/invitations/guard-invitations.ts';
import type { EventPassContext } from './event-context.ts';

const dayMs = 24 * 60 * 60 * 1000;

type Released = Pick<EventPassContext, 'store' | 'userId' | 'policy' | 'mayMail' | 'now'>;

/**
 * Items whose change waits and may be written now. Of those that would have mailed people: those that were held, as far as the
 * mailbox may mail today, and those that were refused once an admin allows more. Of those whose record could only be read:
 * those whose record is looked at, since what the user may do with it may have changed. All others are left alone.
 */
export async function releasedItems(
  context: Released,
  openIssues: readonly KnownIssue[],
): Promise<readonly ExchangeId[]> {
  return [...(await mailing(context, openIssues)), ...(await readOnly(context, openIssues))];
}

async function readOnly(
  { store, userId }: Released,
  openIssues: readonly KnownIssue[],
): Promise<readonly ExchangeId[]> {
  const waiting = openIssues.filter(({ code }) => code === 'TDM-E-NOT-EDITABLE');
  if (waiting.length === 0) return [];
  const looked = new Set((await store.inbox.read(userId, 'Event')).map(({ recordId }) => recordId));
  return waiting.flatMap(({ exchangeId, recordId }) =>
    exchangeId !== null && recordId !== null && looked.has(recordId) ? [exchangeId] : [],
  );
}

async function mailing(context: Released, openIssues: readonly KnownIssue[]): Promise<readonly ExchangeId[]> {
  const { store, userId, policy, now } = context;
  const refused = itemsOf(openIssues, 'TDM-E-WOULD-MAIL');
  const held = itemsOf(openIssues, 'TDM-E-MAIL-HELD');
  const released = refused.length > 0 && (await isAllowedAnew(context)) ? [...refused] : [];
  if (held.length === 0) return released;
  if (policy.invitations === 'Always') return [...released, ...held];
  const since = new Date(now().getTime() - dayMs).toISOString();
  const room = mostMailingWrites - (await store.events.mailingWrites(userId, since));
  return [...released, ...held.slice(0, Math.max(0, room))];
}

/** Remembers what mails were allowed when the mailbox was last synced. */
export async function noteAllowed(context: Released): Promise<void> {
  if (await isAllowedAnew(context)) await context.store.meta.set(keyOf(context), allowed(context));
}

async function isAllowedAnew(context: Released): Promise<boolean> {
  return (await context.store.meta.get(keyOf(context))) !== allowed(context);
}

function keyOf({ userId }: Released): string {
  return `mails allowed to ${userId}`;
}

function allowed({ policy, mayMail }: Released): string {
  return mayMail ? policy.invitations : 'none';
}

function itemsOf(issues: readonly KnownIssue[], code: IssueCode): readonly ExchangeId[] {
  return issues.flatMap((issue) => (issue.code === code ? (issue.exchangeId ?? []) : []));
}
