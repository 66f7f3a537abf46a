import { flowsFrom } from '../../domain/words.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { isPrivateItem } from '../../sync/events/event-item.ts';
import type { MergeEventStep } from '../../sync/events/event-step.ts';
import type { Person } from '../../sync/events/people.ts';
import { peopleOf } from '../../sync/events/people.ts';
import { isRemembered } from '../../sync/plan/situation-of.ts';
import type { Meeting } from './attend.ts';
import type { EventPassContext } from './event-context.ts';
import type { WrittenMerges } from './write-event-merges.ts';

/** Whether those who attend arrive in Salesforce at all. */
export function relatesAttendees({ policy }: EventPassContext): boolean {
  return policy.relateAttendees && flowsFrom('Exchange', policy.direction);
}

/** With whom an event is, as far as Salesforce may know: a private event is with nobody, since it relates none. */
export function peopleAt(
  { email, fingerprint }: EventPassContext,
  item: EventItem,
  masked: boolean,
): readonly Person[] {
  return masked || isPrivateItem(item) ? [] : peopleOf(item, email, fingerprint);
}

/** Meetings whose records turn private: what Tandem related goes before, since Salesforce refuses private events that are with somebody. */
export function meetingsTurnedPrivate(steps: readonly MergeEventStep[]): readonly Meeting[] {
  return steps
    .filter((step) => mayWrite(step) && step.merge.toSalesforce.IsPrivate === 'true')
    .map(({ link, record }) => ({
      exchangeId: link.exchangeId,
      record,
      stamp: null,
      people: [],
      asksAnew: false,
    }));
}

/**
 * The meetings of merged events that were looked at in the calendar. Where a person's edit is still to be written to Exchange they
 * wait: to relate somebody counts as an edit of the record by the bridge's user, and only those of people may mail.
 */
export function meetingsOfMerges(
  context: EventPassContext,
  steps: readonly MergeEventStep[],
  { written, waiting }: WrittenMerges,
): readonly Meeting[] {
  if (!relatesAttendees(context)) return [];
  return steps
    .filter((step) => mayWrite(step) && !step.ends && !waiting.has(step))
    .flatMap((step) => {
      const { link, item, record, merge, masked, paired, replaces } = step;
      if (item === null) return [];
      const event = written.get(step) ?? item.event;
      const asksAnew = ['StartDateTime', 'Location'].some(
        (field) => field in merge.toSalesforce || field in merge.toExchange,
      );
      const people = peopleAt(context, { ...item, event }, masked);
      const stamp = Object.keys(merge.toSalesforce).length > 0 ? null : record.stamp;
      const isLinkedAnew = paired || replaces !== null || !isRemembered(link);
      return [
        { exchangeId: link.exchangeId, record, stamp, people, asksAnew, isLinkedAnew, isCopy: record.isCopy },
      ];
    });
}

/** Rows of a series are never written, nor is what the user may only read. */
function mayWrite({ readOnly, record }: MergeEventStep): boolean {
  return !readOnly && !record.isSeriesRow;
}
