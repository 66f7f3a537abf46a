import type { SalesforceEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { isOver } from '../../sync/events/event-time.ts';
import type { Verdict, WriteCause } from '../../sync/invitations/guard-invitations.ts';
import { guardInvitations } from '../../sync/invitations/guard-invitations.ts';
import type { EventPassContext } from './event-context.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Asks the invitation guard before every write to Exchange, and counts the writes that mail. */
export interface InvitationGuard {
  judge(write: {
    readonly kind: 'update' | 'delete';
    readonly item: EventItem;
    readonly record: SalesforceEvent | null;
    readonly changes: readonly string[];
    /** The pair was made in this pass, or nothing is remembered of what the attendees would see. */
    readonly isPairing: boolean;
  }): Verdict;
  /** Remembers how many writes went through that mailed people. */
  remember(): Promise<void>;
}

/** The guard of one pass; counts what the mailbox wrote in the last 24 hours. What an admin approved is not held for their number. */
export async function invitationGuard(
  context: EventPassContext,
  approved: ReadonlySet<ExchangeId>,
): Promise<InvitationGuard> {
  const { store, claim, userId, policy, mayMail, now, state, integrationUserId } = context;
  const since = new Date(now().getTime() - dayMs).toISOString();
  const before = await store.events.mailingWrites(userId, since);
  let mailed = 0;
  return {
    judge({ kind, item, record, changes, isPairing }) {
      const verdict = guardInvitations(
        {
          kind,
          isOrganizer: item.event.isOrganizer,
          attendees: item.event.attendees.map(({ email }) => email),
          changes,
        },
        {
          setting: policy.invitations,
          cause: causeOf(record, isPairing),
          isPast:
            isOver(item.time, now().getTime()) || (record !== null && isOver(record.time, now().getTime())),
          mailedToday: approved.has(item.id) ? 0 : before + mailed,
          isChecked: mayMail,
        },
      );
      const mails = item.event.isOrganizer && item.event.attendees.length > 0;
      if (verdict.kind === 'write' && mails) mailed += 1;
      return verdict;
    },
    async remember() {
      if (mailed > 0) await store.events.noteMailing(claim, mailed);
      mailed = 0;
    },
  };

  function causeOf(record: SalesforceEvent | null, isPairing: boolean): WriteCause {
    if (!state.firstSyncDone) return 'firstSync';
    if (isPairing) return 'pairing';
    return record !== null && record.modifiedBy === integrationUserId
      ? 'integrationUsersEdit'
      : 'personsEdit';
  }
}
