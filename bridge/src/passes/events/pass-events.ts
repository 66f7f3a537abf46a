import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import { openIssue } from '../../domain/issue.ts';
import type { Link } from '../../domain/link.ts';
import type { EventStep } from '../../sync/events/event-step.ts';
import { holdEventDeletion } from '../../sync/events/plan-events.ts';
import { allEnd } from '../effects/all-end.ts';
import type { Effects } from '../effects/effects.ts';
import { noEffects } from '../effects/effects.ts';
import { inChunks } from '../effects/in-chunks.ts';
import { refusedAnew } from '../effects/refused.ts';
import { withinOrg } from '../effects/within-org.ts';
import type { PassResult } from '../pass-result.ts';
import { keepAsked } from '../asked.ts';
import { nothingDone, rememberChunk } from '../effects/remember.ts';
import { adoptRecords } from './adopt-records.ts';
import { attend } from './attend.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import { createCalendarItems } from './create-calendar-items.ts';
import { createEventRecords } from './create-event-records.ts';
import {
  deleteEvents,
  holdEventLinks,
  joinMeetings,
  keepLooseEvents,
  suppressEventLinks,
} from './settle-links.ts';
import type { EventPassContext } from './event-context.ts';
import type { InvitationGuard } from './invitation-guard.ts';
import { reducedDates, reducedName } from './event-name.ts';
import { handOver } from './hand-over.ts';
import { invitationGuard } from './invitation-guard.ts';
import { keepLosingEventValues } from './keep-losing-event-values.ts';
import { meetingsOfMerges, meetingsTurnedPrivate } from './meetings.ts';
import { planEventPass } from './plan-event-pass.ts';
import { comingDates } from './coming-dates.ts';
import { askedUntilKey, readCalendar } from './read-calendar.ts';
import { isJudgedOtherwise, rememberJudged, rememberOwn } from './private-copies.ts';
import { noteAllowed, releasedItems } from './released-items.ts';
import { takingTurns } from './taking-turns.ts';
import { writeEventMerges } from './write-event-merges.ts';

/** One pass of one mailbox's events: read, plan, write in chunks, the cursor last. */
export async function passEvents(context: EventPassContext): Promise<PassResult> {
  const { store, claim, userId } = context;
  const openIssues = await store.issues.open(userId, 'Event');
  await adoptRecords(context, openIssues);
  const changes = await readCalendar(context, [
    ...(await releasedItems(context, openIssues)),
    ...(await store.events.judgedOtherwise(userId)),
  ]);
  const plan = await planEventPass(context, changes);
  const { unclear, follows, readAlong } = plan;
  // Others learn what is private before anything else is done with it.
  const concerned = await rememberOwn(context, plan.copies);
  const approved = new Set(changes.asked.approved);
  const steps = await withinOrg(context, plan.steps, approved, holdEventDeletion);
  const guard = await invitationGuard(context, approved);
  const before = new Map(changes.links.map((link) => [link.exchangeId as string, link]));
  const inTurn = takingTurns(context, changes);
  const held = itemsHeld(changes, steps);
  const total = noEffects();
  for (const { id, detail } of changes.malformed)
    total.issues.push(
      openIssue(
        { exchangeId: id, recordId: null, item: 'Event that cannot be read' },
        { code: 'TDM-E-MALFORMED', detail },
      ),
    );
  // What was listed while a copy had to write is no trouble of it any more.
  for (const { exchangeId } of openIssues)
    if (exchangeId !== null && follows.has(exchangeId))
      total.settled.push({ exchangeId, recordId: null, keeps: ['TDM-E-NOT-HANDED-OVER'] });
  const reduced = reducedDates(changes, openIssues);
  total.settled.push(...privateWithoutStep(changes, steps, readAlong, reduced));
  for (const id of unclear) total.again.add(id);
  if (unclear.size > 0) total.cursorStays = true;
  const stop = await inChunks(context, steps, total, {
    carryOut: async (chunk, effects) => {
      const mine = await inTurn(chunk, effects);
      await carryOut(context, mine, { changes, held, guard }, effects);
      reduceDates(effects.settled, reduced);
    },
    remember: async (effects) => {
      if (hasNews(effects)) await rememberChunk(context, effects, before, openIssues);
      await guard.remember();
      // Only now do other mailboxes find the links of meetings whose records were made.
      await store.turns.end(claim);
    },
    refused: (effects) => refusedAnew(effects, openIssues),
  });
  const isDone = total.again.size === 0 && !total.cursorStays;
  await rememberJudged(context, changes, plan, isDone);
  await finish(context, changes, total);
  if (!total.cursorStays) await noteAllowed(context);
  return {
    counts: total.counts,
    suppressed: total.suppressed,
    held: total.held + waiting(changes.links, total),
    listed: total.listed,
    inFolder: changes.full ? changes.items.size : null,
    again: !isDone || (await isJudgedOtherwise(context, changes)),
    concerned,
    waitMs: total.waitMs,
    progress: steps.length === 0 ? 100 : Math.floor((100 * (steps.length - total.putOff)) / steps.length),
    capped: total.capped,
    stop,
  };
}

/** Items and dates whose links ended before they turned private: their issues say no more of them either. */
function privateWithoutStep(
  { items }: CalendarChanges,
  steps: readonly EventStep[],
  readAlong: ReadonlySet<ExchangeId>,
  dates: ReadonlyMap<ExchangeId, string>,
): Effects['settled'] {
  const judged = new Set(
    steps.flatMap((step) => [
      ...('item' in step && step.item !== null ? [step.item.id] : []),
      ...('link' in step ? [step.link.exchangeId] : []),
    ]),
  );
  const names = [
    ...dates,
    ...[...items.values()].map((item) => [item.id, reducedName(item).reducedTo] as const),
  ];
  return names.flatMap(([exchangeId, reducedTo]) =>
    reducedTo === undefined || judged.has(exchangeId) || readAlong.has(exchangeId)
      ? []
      : [{ exchangeId, recordId: null, keeps: [], reducedTo }],
  );
}

/** What a step settles of a date that its private series has no more says no more of it either. */
function reduceDates(settled: Effects['settled'], dates: ReadonlyMap<ExchangeId, string>): void {
  for (const [place, one] of settled.entries()) {
    const reducedTo = one.exchangeId === null ? undefined : dates.get(one.exchangeId);
    if (reducedTo !== undefined) settled[place] = { ...one, reducedTo };
  }
}

/** Items that have a link, or get one in this pass. */
function itemsHeld({ links }: CalendarChanges, steps: readonly EventStep[]): ReadonlySet<ExchangeId> {
  const own = steps.flatMap((step) => [
    ...('link' in step ? [step.link.exchangeId] : []),
    ...(step.kind === 'createRecord' ? [step.item.id] : []),
  ]);
  return new Set([...links.map(({ exchangeId }) => exchangeId), ...own]);
}

/** What the steps of all chunks of a pass are carried out with. */
interface PassKnowledge {
  readonly changes: CalendarChanges;
  readonly held: ReadonlySet<ExchangeId>;
  readonly guard: InvitationGuard;
}

async function carryOut(
  context: EventPassContext,
  steps: readonly EventStep[],
  { changes, held, guard }: PassKnowledge,
  effects: Effects,
): Promise<void> {
  const merges = ofKind(steps, 'merge');
  const kept = new Set<EventStep>(await keepLosingEventValues(context, merges, effects));
  const fresh = await withoutOvertaken(
    context,
    steps.filter((step) => step.kind !== 'merge' || kept.has(step)),
    effects,
  );
  const fused = ofKind(fresh, 'merge');
  await attend(context, meetingsTurnedPrivate(fused), effects);
  const [merged] = await allEnd([
    writeEventMerges(context, fused, guard, effects),
    createEventRecords(context, ofKind(fresh, 'createRecord'), effects),
    createCalendarItems(context, ofKind(fresh, 'createItem'), { held, changes, guard }, effects),
    deleteEvents(context, ofKind(fresh, 'delete'), guard, effects),
    handOver(context, ofKind(fresh, 'handOver'), effects),
  ]);
  await attend(context, meetingsOfMerges(context, fused, merged), effects);
  joinMeetings(ofKind(steps, 'join'), effects);
  suppressEventLinks(ofKind(steps, 'suppress'), effects);
  holdEventLinks(ofKind(steps, 'hold'), changes.gone, effects);
  keepLooseEvents(ofKind(steps, 'loose'), effects);
}

/** Looks once more, just before a chunk is written, at the stamps of records that are about to be overwritten or deleted. */
async function withoutOvertaken(
  { salesforce }: EventPassContext,
  steps: readonly EventStep[],
  effects: Effects,
): Promise<readonly EventStep[]> {
  const premises = new Map(
    steps.flatMap((step) => {
      const premise = premiseOf(step);
      return premise === null ? [] : [[step, premise] as const];
    }),
  );
  if (premises.size === 0) return steps;
  const stamps = await salesforce.events.readStamps([...premises.values()].map(({ id }) => id));
  return steps.filter((step) => {
    const premise = premises.get(step);
    if (premise === undefined || (stamps.get(premise.id) ?? null) === premise.stamp) return true;
    effects.again.add(premise.id);
    effects.cursorStays = true;
    return false;
  });
}

/** The record that a step relies on and the stamp it was read with; null when it must still be gone. */
function premiseOf(step: EventStep): { readonly id: RecordId; readonly stamp: string | null } | null {
  if (step.kind === 'merge') return Object.keys(step.merge.toSalesforce).length === 0 ? null : step.record;
  if (step.kind === 'delete' && step.side === 'Salesforce') return step.record;
  if (step.kind === 'delete' && step.record === null && step.reason !== 'AccessLost')
    return { id: step.link.recordId, stamp: null };
  if (step.kind === 'createRecord' && step.replaces !== null)
    return { id: step.replaces.recordId, stamp: null };
  return null;
}

function ofKind<Kind extends EventStep['kind']>(steps: readonly EventStep[], kind: Kind) {
  return steps.filter((step): step is Extract<EventStep, { kind: Kind }> => step.kind === kind);
}

function hasNews(effects: Effects): boolean {
  const { links, issues, settled, loose, notLoose, intentsDone } = effects;
  return [links, issues, settled, loose, notLoose, intentsDone].some(({ length }) => length > 0);
}

function waiting(links: readonly Link[], total: Effects): number {
  const judged = new Set<ExchangeId>(total.links.map(({ exchangeId }) => exchangeId));
  return links.filter(
    (link) =>
      link.state === 'Live' &&
      (link.pendingExchange ?? link.pendingSalesforce) !== null &&
      !judged.has(link.exchangeId),
  ).length;
}

/** Moves the cursor on, last of all, and empties the inbox of what is done. */
async function finish(
  { store, claim, userId }: EventPassContext,
  changes: CalendarChanges,
  total: Effects,
): Promise<void> {
  const { asked, inbox, cursor, window, entered, unread } = changes;
  const intents = await store.intents.ofMailbox(userId, 'Event');
  const idle = [...intents].filter((recordId) => !total.again.has(recordId));
  if (idle.length > 0) await store.chunks.remember(claim, { ...nothingDone, intentsDone: idle });
  const isDone = total.again.size === 0 && !total.cursorStays;
  const open = isDone ? { approved: [], items: [] } : asked;
  // Before the inbox forgets whose items could not be read.
  if (unread.size > 0 || (!total.cursorStays && asked.approved.length + asked.items.length > 0))
    await keepAsked(store, userId, { ...open, items: [...new Set([...open.items, ...unread])] }, 'Event');
  await store.inbox.put(userId, 'Event', [...total.again]);
  await store.inbox.remove(
    claim,
    inbox.filter(({ recordId }) => !total.again.has(recordId)),
  );
  if (total.cursorStays) return;
  const coming = comingDates(changes);
  if (coming.length > 0) await store.events.rememberSeries(claim, coming);
  if (entered !== null && total.again.size === 0) await store.meta.set(askedUntilKey(userId), entered.until);
  await store.events.updateCalendar(claim, {
    cursor,
    windowFrom: window.from,
    windowUntil: window.until,
  });
}
