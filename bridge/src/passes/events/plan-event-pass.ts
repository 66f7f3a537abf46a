import type { ExchangeId } from '../../domain/ids.ts';
import type { EventStep } from '../../sync/events/event-step.ts';
import { itemScope } from '../../sync/events/item-scope.ts';
import { planEvents } from '../../sync/events/plan-events.ts';
import { guardHistory } from '../guard-history.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import type { EventPassContext } from './event-context.ts';
import type { SeenLinks } from './seen-links.ts';
import { seeLinks } from './seen-links.ts';
import { newEventRecords } from './new-event-records.ts';
import { meetingKeyOf } from './pair-items.ts';
import { whoWrites } from './who-writes.ts';

/** What a pass of events is going to do, and what it has seen. */
export interface EventPassPlan extends Pick<SeenLinks, 'unclear' | 'readAlong' | 'copies'> {
  readonly steps: readonly EventStep[];
  /** Copies of meetings whose records other mailboxes write. */
  readonly follows: ReadonlySet<ExchangeId>;
}

/** Looks at what changed, pairs what is new and plans; reads only, so it also serves the preview. */
export async function planEventPass(
  context: EventPassContext,
  changes: CalendarChanges,
): Promise<EventPassPlan> {
  const { unclear, readAlong, copies, known, ...seen } = await seeLinks(context, changes);
  const judged = seen.links.filter(({ link }) => !unclear.has(link.recordId));
  const links = await whoWrites(context, changes, judged, known);
  const newItems = seen.newItems.map((item) => ({
    item,
    scope: itemScope(item, context.policy),
    meeting: meetingKeyOf(context, changes, item),
    replaces: null,
  }));
  const taken = seen.links.map(({ link }) => link.recordId);
  const newRecords = await newEventRecords(context, changes, taken);
  const steps = planEvents({
    ...context,
    links,
    newItems,
    newRecords,
    ...(await guardHistory(context, 'Event')),
    approved: new Set(changes.asked.approved),
  });
  const followers = links.filter(({ follows }) => follows);
  const follows = new Set(followers.map(({ link }) => link.exchangeId));
  return { steps, unclear, readAlong, copies, follows };
}
