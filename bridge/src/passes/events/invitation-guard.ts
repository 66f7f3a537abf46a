import type { SalesforceEvent } from '../../domain/event.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import type { ExchangeProperties } from '../../domain/item.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import type { CreateItemStep, DeleteEventStep, MergeEventStep } from '../../sync/events/event-step.ts';
import { isOver } from '../../sync/events/event-time.ts';
import { itemWrite } from '../../sync/events/item-write.ts';
import type { Verdict, WriteCause } from '../../sync/invitations/guard-invitations.ts';
import { guardInvitations } from '../../sync/invitations/guard-invitations.ts';
import type { EventWrite } from '../../sync/invitations/mailed-by.ts';
import { isSeen, mailedBy } from '../../sync/invitations/mailed-by.ts';
import type { EventPassContext } from './event-context.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Asks the invitation guard before every write to Exchange, with why it is made, and counts the writes that mail. */
export interface InvitationGuard {
  /** Of a record's own event: what may be sent of these properties. */
  ofCreate(step: CreateItemStep, properties: ExchangeProperties): ExchangeProperties;
  ofUpdate(step: MergeEventStep, item: EventItem, properties: ExchangeProperties): Verdict;
  ofDelete(step: DeleteEventStep, item: EventItem): Verdict;
  /** Remembers how many writes went through that mailed people. */
  remember(): Promise<void>;
}

/** The guard of one pass; counts what the mailbox wrote in the last 24 hours. What an admin approved is not held for their number. */
export async function invitationGuard(
  context: Pick<EventPassContext, 'store' | 'claim' | 'userId' | 'policy' | 'mayMail' | 'now' | 'state'>,
  approved: ReadonlySet<ExchangeId>,
): Promise<InvitationGuard> {
  const { store, claim, userId, policy, mayMail, now, state } = context;
  const since = new Date(now().getTime() - dayMs).toISOString();
  const before = await store.events.mailingWrites(userId, since);
  let mailed = 0;
  return {
    ofCreate(step, properties) {
      const { attendees = [], ...others } = properties;
      const write = { isOrganizer: true, attendees: addressesOf(attendees), changes: [] } as const;
      const verdict = judge({ kind: 'create', ...write }, null, step.record, causeOf(step.record));
      return verdict.kind === 'write' ? properties : others;
    },
    ofUpdate(step, item, properties) {
      const write = { ...meetingOf(item), changes: Object.keys(properties) };
      const cause = isPairing(step, item) ? 'pairing' : causeOf(step.record);
      return judge({ kind: 'update', ...write }, item, step.record, cause);
    },
    ofDelete({ record, reason }, item) {
      const cause = reason === 'AccessLost' ? 'accessLost' : causeOf(record);
      return judge({ kind: 'delete', ...meetingOf(item), changes: [] }, item, record, cause);
    },
    async remember() {
      if (mailed > 0) await store.events.noteMailing(claim, mailed);
      mailed = 0;
    },
  };

  function judge(
    write: EventWrite,
    item: EventItem | null,
    record: SalesforceEvent | null,
    cause: WriteCause,
  ): Verdict {
    const verdict = guardInvitations(write, {
      setting: policy.invitations,
      cause: state.firstSyncDone ? cause : 'firstSync',
      isPast: [item, record].some((one) => one !== null && isOver(one.time, now().getTime())),
      mailedToday: item !== null && approved.has(item.id) ? 0 : before + mailed,
      isChecked: mayMail,
    });
    if (verdict.kind === 'write' && mailedBy(write).length > 0) mailed += 1;
    return verdict;
  }

  /** Who deleted a record is not known, so that it counts as others' doing. */
  function causeOf(record: SalesforceEvent | null): WriteCause {
    const isOwn = record !== null && [userId, record.ownerId].includes(record.modifiedBy);
    return isOwn ? 'personsEdit' : 'othersEdit';
  }
}

function meetingOf({ event }: EventItem): Pick<EventWrite, 'isOrganizer' | 'attendees'> {
  return { isOrganizer: event.isOrganizer, attendees: event.attendees.map(({ email }) => email) };
}

function addressesOf(attendees: unknown): readonly string[] {
  return (attendees as readonly { readonly emailAddress: { readonly address: string } }[]).map(
    ({ emailAddress }) => emailAddress.address,
  );
}

/** Whether attendees would see a value that differs since the pair was made, as one that was refused then: nobody changed it. */
function isPairing({ paired, link, merge, mapping }: MergeEventStep, item: EventItem): boolean {
  const isKnown = (field: string) => field in link.exchangePrints && field in link.salesforcePrints;
  const unknown = Object.entries(merge.toExchange).filter(([field]) => !isKnown(field));
  return paired || Object.keys(itemWrite(Object.fromEntries(unknown), mapping, item.event)).some(isSeen);
}
