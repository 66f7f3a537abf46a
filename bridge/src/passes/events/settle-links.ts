import { openIssue } from '../../domain/issue.ts';
import type { IssueText } from '../../domain/issue.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type {
  DeleteEventStep,
  HoldEventStep,
  JoinStep,
  LooseEventStep,
  SuppressEventStep,
} from '../../sync/events/event-step.ts';
import { allEnd } from '../effects/all-end.ts';
import type { Effects } from '../effects/effects.ts';
import { flowTo, noteWait } from '../effects/effects.ts';
import { ended } from '../effects/ended.ts';
import type { HowGone } from './calendar-changes.ts';
import { looseItem } from './create-event-records.ts';
import type { EventPassContext } from './event-context.ts';
import { eventName, reducedName } from './event-name.ts';
import { eventRefused } from './event-refused.ts';
import { graphIds } from './graph-ids.ts';
import type { InvitationGuard } from './invitation-guard.ts';
import { isWithheld, wouldCancel } from './would-mail.ts';

/** Carries deletions over; one that cannot be made now stays pending with its link, and one that would mail ends the link. */
export async function deleteEvents(
  context: EventPassContext,
  steps: readonly DeleteEventStep[],
  guard: InvitationGuard,
  effects: Effects,
): Promise<void> {
  await allEnd([
    deleteItems(
      context,
      steps.filter(({ side }) => side === 'Exchange'),
      guard,
      effects,
    ),
    deleteRecords(
      context,
      steps.filter(({ side }) => side === 'Salesforce'),
      effects,
    ),
  ]);
}

async function deleteRecords(
  { salesforce }: EventPassContext,
  steps: readonly DeleteEventStep[],
  effects: Effects,
): Promise<void> {
  if (steps.length === 0) return;
  const outcomes = await salesforce.events.delete(steps.map(({ link }) => link.recordId));
  steps.forEach((step, index) => settle(step, outcomes[index], effects));
}

async function deleteItems(
  context: EventPassContext,
  steps: readonly DeleteEventStep[],
  guard: InvitationGuard,
  effects: Effects,
): Promise<void> {
  const doomed = steps.flatMap((step) => {
    const { item } = step;
    // Nothing is deleted that was not read; an event outside of the window is judged once it shows itself again.
    if (item === null) return [];
    const verdict = guard.ofDelete(step, item);
    if (!isWithheld(verdict)) return [{ step, item }];
    keep(step, wouldCancel(verdict), effects);
    return [];
  });
  if (doomed.length === 0) return;
  const ids = await graphIds(
    context,
    doomed.map(({ item }) => item),
  );
  const known = doomed.flatMap(({ step, item }) => {
    const id = ids.get(item.id);
    if (id === undefined) effects.again.add(step.link.recordId);
    const etag = item.series === null ? (item.event.etag ?? null) : null;
    return id === undefined ? [] : [{ step, id, etag }];
  });
  const outcomes = await context.calendar.deleteEvents(known);
  known.forEach(({ step }, index) => settle(step, outcomes[index], effects));
}

/** The item stays, since people would have been mailed that it is cancelled; the link ends and an issue says so. */
function keep(step: DeleteEventStep, text: IssueText, effects: Effects): void {
  effects.links.push(ended(step.link, step.reason));
  effects.suppressed += 1;
  effects.issues.push(openIssue(shownOf(step), text));
  effects.settled.push({ exchangeId: step.link.exchangeId, recordId: step.link.recordId, keeps: [] });
}

function settle(step: DeleteEventStep, outcome: Outcome<null> | undefined, effects: Effects): void {
  const { link, side, reason } = step;
  if (outcome?.ok) {
    effects.links.push(ended(link, reason));
    effects.deletions.push({ side, count: 1 });
    effects.counts[flowTo(side)].deleted += 1;
    effects.settled.push({ exchangeId: link.exchangeId, recordId: link.recordId, keeps: [] });
    return;
  }
  const pending =
    side === 'Salesforce'
      ? { pendingExchange: 'Deleted' as const }
      : { pendingSalesforce: 'Deleted' as const };
  effects.links.push({ ...link, ...pending, etag: side === 'Exchange' ? null : link.etag });
  if (outcome) noteWait(effects, outcome.refusal);
  if (outcome?.refusal.kind === 'refused')
    effects.issues.push(
      openIssue(
        shownOf(step),
        eventRefused(side, {
          ...outcome.refusal,
          message: `It could not be deleted: ${outcome.refusal.message}`,
        }),
      ),
    );
  else effects.again.add(link.recordId);
}

/** Remembers copies of meetings whose record another mailbox writes. */
export function joinMeetings(steps: readonly JoinStep[], effects: Effects): void {
  for (const { link, item, replaces } of steps) {
    if (replaces !== null) effects.links.push(ended(replaces, 'DeletedByPolicy'));
    effects.links.push(link);
    effects.notLoose.push(link.exchangeId);
    effects.counts.ExchangeToSalesforce.paired += 1;
    const { exchangeId, recordId } = link;
    effects.settled.push({ exchangeId, recordId, keeps: [], ...reducedName(item) });
  }
}

/** Ends links; both sides stay. */
export function suppressEventLinks(steps: readonly SuppressEventStep[], effects: Effects): void {
  for (const step of steps) {
    const { link, reason, issue } = step;
    effects.links.push(ended(link, reason));
    effects.suppressed += 1;
    if (issue !== null) effects.issues.push(openIssue(shownOf(step), { code: issue }));
    const { exchangeId, recordId } = link;
    effects.settled.push({ exchangeId, recordId, keeps: [], ...reducedName(step.item) });
  }
}

/** Remembers deletions that wait for an admin. */
export function holdEventLinks(
  steps: readonly HoldEventStep[],
  gone: ReadonlyMap<string, HowGone>,
  effects: Effects,
): void {
  for (const { link, gone: side } of steps) {
    const pending =
      side === 'Exchange'
        ? {
            pendingExchange:
              unseenOr(gone.get(link.exchangeId)) ?? link.pendingExchange ?? ('Deleted' as const),
          }
        : { pendingSalesforce: 'Deleted' as const };
    effects.links.push({ ...link, ...pending });
    effects.held += 1;
  }
}

function unseenOr(how: HowGone | undefined): 'Deleted' | 'DeletedUnseen' | undefined {
  return how === 'MovedOut' ? undefined : how;
}

/** Remembers items that get no link. */
export function keepLooseEvents(steps: readonly LooseEventStep[], effects: Effects): void {
  for (const { item, issue } of steps) {
    looseItem(item, effects);
    const about = { exchangeId: item.id, recordId: null, item: eventName(item, null) };
    if (issue !== null) effects.issues.push(openIssue(about, { code: issue }));
    effects.settled.push({ exchangeId: item.id, recordId: null, keeps: [], ...reducedName(item) });
  }
}

/** An issue names no record that its reader may not see. */
function shownOf({ link, reason, item, record }: DeleteEventStep | SuppressEventStep) {
  return {
    exchangeId: link.exchangeId,
    recordId: reason === 'AccessLost' ? null : link.recordId,
    item: eventName(item, record),
  };
}
