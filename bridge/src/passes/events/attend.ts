import type { KnownAttendee, RelatedId } from '../../domain/attendance.ts';
import type { ExchangeId, Fingerprint, RecordId, UserId } from '../../domain/ids.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { AttendanceNews } from '../../sync/events/attendance-news.ts';
import { attendanceNews } from '../../sync/events/attendance-news.ts';
import type { Person } from '../../sync/events/people.ts';
import type { AttendancePlan } from '../../sync/events/plan-attendance.ts';
import { planAttendance } from '../../sync/events/plan-attendance.ts';
import { allEnd } from '../effects/all-end.ts';
import type { Effects } from '../effects/effects.ts';
import { noteWait } from '../effects/effects.ts';
import type { EventPassContext } from './event-context.ts';
import { whoAttends } from './related.ts';

/** A record, and who attends its meeting. */
export interface Meeting {
  readonly exchangeId: ExchangeId;
  readonly record: { readonly id: RecordId; readonly ownerId: UserId; readonly whoId: RelatedId | null };
  /** The stamp that the record was read with; null when this pass wrote it. */
  readonly stamp: string | null;
  readonly people: readonly Person[];
  /** Its time or place changed in Salesforce, which asks everybody anew then. */
  readonly asksAnew: boolean;
  /** Of a record that was made just now: who was found then. */
  readonly found?: ReadonlyMap<Fingerprint, RelatedId>;
  /** Its link is new or nothing is remembered of it, as after a reset: its row may not say for whom nobody was found. */
  readonly isLinkedAnew?: boolean;
  /** Tandem made the record. */
  readonly isCopy?: boolean;
  readonly madeWith?: RelatedId | null;
}

interface Work extends Meeting, Pick<AttendanceNews, 'strangers' | 'unmatched'> {
  readonly ownerId: UserId;
  readonly before: readonly KnownAttendee[];
  readonly isNews: boolean;
}

interface Planned extends Work {
  readonly plan: AttendancePlan;
  /** Whom Salesforce refused to relate. */
  readonly refused: Set<Fingerprint>;
  isDone: boolean;
}

/**
 * Has records follow who attends their meetings: relations, invitations and answers, all of a chunk together. Nothing is asked of
 * Salesforce about a meeting to which nobody came, left or answered; only whom nobody was found for is looked for again in what
 * the bridge knows.
 */
export async function attend(
  context: EventPassContext,
  meetings: readonly Meeting[],
  effects: Effects,
): Promise<void> {
  const { store, salesforce, integrationUserId } = context;
  if (meetings.length === 0) return;
  const known = await store.events.attendance(meetings.map(({ record }) => record.id));
  const works = meetings.flatMap((meeting): readonly Work[] => {
    const before = known.get(meeting.record.id) ?? [];
    const news = attendanceNews(meeting.people, before, meeting.asksAnew);
    const { isLinkedAnew = false, isCopy = false } = meeting;
    // Of those whom a pass related that is forgotten somebody may have left.
    const isForgotten = isLinkedAnew && isCopy && !known.has(meeting.record.id);
    const isNews = news.isNews || isForgotten;
    return isNews || news.unmatched.length > 0 || isLinkedAnew
      ? [{ ...meeting, ...news, isNews, before, ownerId: meeting.record.ownerId }]
      : [];
  });
  const found = await whoAttends(
    context,
    works.filter((work) => work.found === undefined),
  );
  const nobody = new Map<Fingerprint, RelatedId>();
  const foundFor = (work: Work) => work.found ?? found.get(work) ?? nobody;
  const busy = works.filter((work) => work.isNews || foundFor(work).size > 0);
  for (const work of works) if (work.isLinkedAnew && !busy.includes(work)) listAnew(work, effects);
  if (busy.length === 0) return;
  // Asked first: which fields relations have depends on it, and an admin may have switched it since.
  const { sharedActivities } = await salesforce.events.describe();
  const premises = busy.flatMap(({ record, stamp }) => (stamp === null ? [] : [record.id]));
  const [relations, stamps] = await Promise.all([
    salesforce.events.readRelations(busy.map(({ record }) => record.id)),
    premises.length === 0 ? null : salesforce.events.readStamps(premises),
  ]);
  // To relate somebody counts as an edit by the bridge's user, which would hide that a person edited the record just now.
  const fresh = busy.filter(({ record, stamp }) => {
    if (stamp === null || stamps?.get(record.id) === stamp) return true;
    effects.again.add(record.id);
    effects.cursorStays = true;
    return false;
  });
  const planned = fresh.map((work): Planned => ({
    ...work,
    plan: planAttendance({
      ...work,
      found: foundFor(work),
      relations: relations.get(work.record.id) ?? [],
      sharedActivities,
      madeWith: work.madeWith ?? null,
      integrationUserId,
    }),
    refused: new Set(),
    isDone: true,
  }));
  await carryOut(context, planned, effects);
  for (const one of planned) if (one.isDone) remember(one, effects);
}

/** What goes makes room for what comes, so it goes first. */
async function carryOut(
  { salesforce }: EventPassContext,
  planned: readonly Planned[],
  effects: Effects,
): Promise<void> {
  const { events } = salesforce;
  const all = <Part>(part: (plan: AttendancePlan) => readonly Part[]) =>
    planned.flatMap((one) => part(one.plan).map((what) => ({ one, what })));
  const settle = <Part>(
    parts: readonly { readonly one: Planned; readonly what: Part }[],
    outcomes: readonly Outcome<null>[],
    refused: (one: Planned, what: Part) => void = () => undefined,
  ) =>
    parts.forEach(({ one, what }, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined || outcome.ok) return;
      if (outcome.refusal.kind === 'refused') return refused(one, what);
      if (outcome.refusal.kind === 'gone') return;
      noteWait(effects, outcome.refusal);
      one.isDone = false;
      effects.again.add(one.record.id);
      effects.cursorStays = true;
    });
  const gone = all(({ remove }) => remove);
  if (gone.length > 0) settle(gone, await events.unrelate(gone.map(({ what }) => what)));
  const primary = all(({ whoId }) => (whoId === undefined ? [] : [{ whoId }]));
  if (primary.length > 0)
    settle(
      primary,
      await events.update(
        primary.map(({ one, what }) => ({ id: one.record.id, fields: { WhoId: what.whoId } })),
      ),
      ({ plan, refused }) => {
        for (const { key, relatedId } of plan.attendees) if (relatedId === plan.whoId) refused.add(key);
      },
    );
  const come = all(({ add }) => add);
  const answers = all(({ change }) => change);
  const [came, answered] = await allEnd([
    come.length === 0 ? [] : events.relate(come.map(({ what }) => what)),
    answers.length === 0 ? [] : events.answerRelations(answers.map(({ what }) => what)),
  ]);
  settle(come, came, (one, { key }) => one.refused.add(key));
  settle(answers, answered);
}

function remember(planned: Planned, effects: Effects): void {
  const { exchangeId, record, people, before, plan, refused, isLinkedAnew = false } = planned;
  const attendees = plan.attendees.map((one) =>
    refused.has(one.key) ? { ...one, relatedId: null, byTandem: false, status: null } : one,
  );
  if (JSON.stringify(attendees) === JSON.stringify(before) && !isLinkedAnew) return;
  const isNews = isLinkedAnew || unmatchedIn(attendees).join() !== unmatchedIn(before).join();
  effects.attendances.push({
    exchangeId,
    recordId: record.id,
    attendees,
    ...(isNews ? { unmatched: addressesOf(people, attendees) } : {}),
  });
}

/** Nobody came, left or answered, and who is nobody stands on the new row of the link too. */
function listAnew({ exchangeId, record, people, before }: Work, effects: Effects): void {
  effects.attendances.push({
    exchangeId,
    recordId: record.id,
    attendees: before,
    unmatched: addressesOf(people, before),
  });
}

function unmatchedIn(attendees: readonly KnownAttendee[]): readonly Fingerprint[] {
  return attendees.flatMap(({ key, relatedId }) => (relatedId === null ? [key] : []));
}

function addressesOf(people: readonly Person[], attendees: readonly KnownAttendee[]): readonly string[] {
  const unmatched = new Set(unmatchedIn(attendees));
  return people.flatMap(({ key, email }) => (unmatched.has(key) ? [email] : []));
}
