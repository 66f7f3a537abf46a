import type { RecordId, UserId } from '../../domain/ids.ts';
import { endedEventCodes } from '../../domain/event-reason-codes.ts';
import type { Link } from '../../domain/link.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import { flowsFrom } from '../../domain/words.ts';
import { knownEvent } from '../../passes/events/known-event.ts';
import { isNewEnough } from '../../passes/events/outgoing.ts';
import type { CalendarState, KnownEvent } from '../../store/event-store.ts';
import { seriesDateOf } from '../../sync/events/event-item.ts';
import { eventWindows, touches } from '../../sync/events/window.ts';
import { permittedEventDirection } from '../../sync/permitted-direction.ts';
import { isVisibleTo, mayBeShown } from './can-see.ts';
import type { Answer, CheckedRequest, RequestDeps } from './request.ts';
import { refused } from './request.ts';
import { because, isIssueCode, linkAndIssue, meantUser, syncingMailbox } from './why.ts';

/** Whether an event syncs with the mailbox, and if not, why. It is read anew: old ones are known to the org alone. */
export async function explainEvent(
  deps: RequestDeps,
  request: CheckedRequest,
  id: RecordId,
): Promise<Answer> {
  const [keys] = await deps.salesforce.events.readKeys([id]);
  const event = keys && knownEvent(keys, deps.fingerprint, null);
  if (!event || !(await mayBeShown(deps, request, event))) return refused('TDM-R-NO-RECORD');
  const userId = meantUser(request, event.ownerId);
  const syncing = await syncingMailbox(deps, userId);
  if ('off' in syncing) return syncing.off;
  const policy = syncing.configuration?.events;
  if (policy === undefined || policy.direction === 'Off') return because('TDM-R-EVENTS-OFF');
  const permissions = (await deps.salesforce.readPermissions([userId], { Contact: [], Event: [] })).get(
    userId,
  );
  const permitted = permissions && permittedEventDirection(policy.direction, permissions);
  if (permitted === undefined || permitted.direction === 'Off')
    return because('TDM-R-EVENT-PERMISSION', {}, missingText(permitted?.missing));
  const calendar = await deps.store.events.calendar(userId);
  const { link, issueCode } = await linkAndIssue(deps, userId, 'Event', id);
  if (link?.state === 'Live')
    return (
      whyStill(event, link, policy, deps.now()) ??
      because(issueCode ?? 'TDM-R-EVENT-SYNCS', {
        lastSynced: link.lastSynced,
        lastSyncedFrom: link.lastSyncedFrom,
      })
    );
  if (event.deleted) return because('TDM-R-EVENT-DELETED');
  if (link) return whyEnded(deps, userId, event, link, policy);
  if (issueCode) return because(issueCode);
  const { direction, missing } = permitted;
  const kept = await whyKept(deps, userId, event, { ...policy, direction }, calendar);
  if (kept) return kept;
  if (missing.length > 0 && !flowsFrom('Salesforce', direction))
    return because('TDM-R-EVENT-PERMISSION', {}, missingText(missing));
  const problem = calendar?.problem ?? null;
  return because(problem !== null && isIssueCode(problem) ? problem : 'TDM-R-EVENT-WAITS');
}

/** What keeps a live link as it is, without ending it. */
function whyStill(event: KnownEvent, { exchangeId }: Link, policy: EventPolicy, now: Date): Answer | null {
  const isDate = seriesDateOf(exchangeId) !== null;
  if (isDate && !policy.series) return because('TDM-R-EVENT-SERIES-OFF');
  const windows = eventWindows(policy, now);
  return touches(timeOf(event), isDate ? windows.series : windows.events)
    ? null
    : because('TDM-R-EVENT-WINDOW');
}

/** Why a link ended, unless an admin's setting or sharing has changed since. */
async function whyEnded(
  deps: RequestDeps,
  userId: UserId,
  event: KnownEvent,
  { reason }: Link,
  policy: EventPolicy,
): Promise<Answer> {
  if (reason === 'AccessLost' && !(await isVisibleTo(deps, userId, event)))
    return because('TDM-R-EVENT-HIDDEN', { reason });
  if (reason === 'AccessLost' && event.ownerId !== userId) return because('TDM-R-EVENT-NOT-OWN', { reason });
  const isOver =
    reason === null ||
    (reason === 'MovedOut' && policy.selection === 'All') ||
    (reason === 'OutOfFilter' && policy.privateEvents !== 'Skip');
  return because(isOver ? 'TDM-R-EVENT-ENDED' : endedEventCodes[reason], { reason });
}

/** Why an event without a link is not sent to Outlook; null when it is. */
async function whyKept(
  deps: RequestDeps,
  userId: UserId,
  event: KnownEvent,
  policy: EventPolicy,
  calendar: CalendarState | null,
): Promise<Answer | null> {
  if (event.isChild) return because('TDM-R-EVENT-CHILD');
  if (event.isClientManaged) return because('TDM-R-EVENT-MANAGED');
  // What is archived is in no ordinary query (Object Reference, "Event", IsArchived).
  const record = (await deps.salesforce.events.read([event.recordId], [])).get(event.recordId);
  if (record === undefined) return because('TDM-R-EVENT-ARCHIVED');
  if (record.isPattern) return because('TDM-R-EVENT-PATTERN');
  if (event.ownerId !== userId) return because('TDM-R-EVENT-NOT-OWN');
  if (!flowsFrom('Salesforce', policy.direction)) return because('TDM-R-EVENT-DIRECTION');
  const now = deps.now();
  if (!touches(timeOf(event), eventWindows(policy, now).events)) return because('TDM-R-EVENT-WINDOW');
  const begun = calendar?.begun ?? now.toISOString();
  return isNewEnough(event, { policy, begun }) ? null : because('TDM-R-EVENT-EARLIER');
}

function timeOf({ start, end }: KnownEvent) {
  return { isAllDay: false, start, end } as const;
}

function missingText(missing: readonly string[] = []): string {
  return missing.length === 0 ? '' : `Missing: ${missing.join(', ')}.`;
}
