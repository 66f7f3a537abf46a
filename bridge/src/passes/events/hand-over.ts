import type { KnownAttendee } from '../../domain/attendance.ts';
import type { ExchangeId, Fingerprint } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import { openIssue } from '../../domain/issue.ts';
import type { Link } from '../../domain/link.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { KnownEvent } from '../../store/event-store.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import type { HandOverStep } from '../../sync/events/event-step.ts';
import { linkKeyOf } from '../../sync/identity.ts';
import { isRemembered } from '../../sync/plan/situation-of.ts';
import type { Effects } from '../effects/effects.ts';
import { noteWait } from '../effects/effects.ts';
import { unmatchedColumns } from '../effects/link-row.ts';
import type { EventPassContext } from './event-context.ts';
import { eventName } from './event-name.ts';

/** An item that is there, and what is known of its record. */
export interface OrganisedItem {
  readonly link: Link;
  readonly item: EventItem;
  readonly meeting: Fingerprint;
  readonly known: KnownEvent | undefined;
  /** Whether the mailbox's user may see the record. */
  readonly visible: boolean;
}

/**
 * Which of these items are the organiser's copies of meetings whose records an attendee's mailbox made before. They take them over
 * when they are first met: later another owner is what a person wants. What the org refused is tried again when somebody asks, and
 * where the organiser sees nothing of the record whenever one of them changes.
 */
export async function takeOvers(
  { store, userId, policy, permissions }: EventPassContext,
  items: readonly OrganisedItem[],
  asked: readonly ExchangeId[],
): Promise<ReadonlySet<ExchangeId>> {
  if (!flowsFrom('Exchange', policy.direction) || !permissions.editEvents) return new Set();
  const others = items.filter(
    ({ item, known }) =>
      item.event.isOrganizer &&
      known !== undefined &&
      known.ownerId !== userId &&
      known.tandemKey !== null &&
      !known.isSeriesRow &&
      !known.isClientManaged,
  );
  if (others.length === 0) return new Set();
  const [links, issues] = await Promise.all([
    store.events.meetings(others.map(({ meeting }) => meeting)),
    store.issues.open(userId, 'Event'),
  ]);
  const copies = new Set(links.map((link) => `${link.meeting} ${link.userId}`));
  const refused = new Set(
    issues.flatMap(({ code, exchangeId }) => (code === 'TDM-E-NOT-HANDED-OVER' ? (exchangeId ?? []) : [])),
  );
  return new Set(
    others.flatMap(({ link, meeting, known, visible }) => {
      const wasRefused = refused.has(link.exchangeId);
      const isDue = wasRefused ? !visible || asked.includes(link.exchangeId) : !isRemembered(link);
      return isDue && copies.has(`${meeting} ${String(known?.ownerId)}`) ? [link.exchangeId] : [];
    }),
  );
}

/**
 * Makes the organiser's user the owner of these records; the next pass compares them. Who attends is looked for anew then, since it
 * is the new owner's sight that counts, and the Object Reference does not say what becomes of an event's relations when its owner
 * changes.
 */
export async function handOver(
  context: EventPassContext,
  steps: readonly HandOverStep[],
  effects: Effects,
): Promise<void> {
  if (steps.length === 0) return;
  const { store, salesforce, userId } = context;
  await forgetUnmatched(context, steps);
  const attendance = await store.events.attendance(steps.map(({ link }) => link.recordId));
  const outcomes = await salesforce.events.update(
    steps.map(({ link }) => ({ id: link.recordId, fields: { OwnerId: userId } })),
  );
  steps.forEach(({ link, item, paired, isHidden }, index) => {
    const outcome = outcomes[index];
    effects.links.push(link);
    effects.notLoose.push(link.exchangeId);
    if (paired) effects.counts.ExchangeToSalesforce.paired += 1;
    // What was refused is written as far as its user may, and what that one may not even see waits for a change.
    if (outcome?.ok !== false || outcome.refusal.kind !== 'refused' || !isHidden)
      effects.again.add(link.recordId);
    if (outcome?.ok) {
      effects.counts.ExchangeToSalesforce.updated += 1;
      const { exchangeId, recordId } = link;
      effects.attendances.push({ exchangeId, recordId, attendees: asFormer(attendance.get(recordId) ?? []) });
      effects.settled.push({ exchangeId, recordId, keeps: [] });
      return;
    }
    if (outcome !== undefined) noteWait(effects, outcome.refusal);
    if (outcome?.refusal.kind !== 'refused') return;
    const { code, message } = outcome.refusal;
    // Its organiser may not see the record, so the issue does not name it.
    const about = { exchangeId: link.exchangeId, recordId: null, item: eventName(item, null) };
    effects.issues.push(openIssue(about, { code: 'TDM-E-NOT-HANDED-OVER', detail: `${message} (${code})` }));
  });
}

/** Whom Tandem related, under keys that nobody has: who attends is looked for anew, and who does not is not left behind. */
function asFormer(attendees: readonly KnownAttendee[]): readonly KnownAttendee[] {
  return attendees
    .filter(({ byTandem, relatedId }) => byTandem && relatedId !== null)
    .map((one) => ({ ...one, key: as<Fingerprint>(`former ${one.key}`) }));
}

/** From now on the organiser's link lists for whom nobody was found, and no other one does. Before the owner changes, so that it is repeated with it. */
async function forgetUnmatched(
  { store, salesforce, userId }: EventPassContext,
  steps: readonly HandOverStep[],
): Promise<void> {
  const copies = await store.events.meetings(steps.flatMap(({ link }) => link.meeting ?? []));
  const rows = copies
    .filter((copy) => copy.userId !== userId)
    .map((copy) => ({
      Link_Key__c: linkKeyOf(copy.userId, 'calendar', copy.exchangeId),
      ...unmatchedColumns([]),
    }));
  if (rows.length > 0) await salesforce.writer.upsertRows('Tandem_Link__c', 'Link_Key__c', rows);
}
