import type { ExchangeEvent } from '../../domain/event.ts';

import type { Issue, IssueText } from '../../domain/issue.ts';
import { openIssue } from '../../domain/issue.ts';
import type { ExchangeProperties, Values } from '../../domain/item.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { etagOf } from '../../sync/events/event-item.ts';
import type { MergeEventStep } from '../../sync/events/event-step.ts';
import { timeOf } from '../../sync/events/event-time.ts';
import { recordValues } from '../../sync/events/event-values.ts';
import { itemWrite } from '../../sync/events/item-write.ts';
import { eventLinkAfter } from '../../sync/events/link-after.ts';
import { withNamed } from '../../sync/events/named-values.ts';
import { recordWrite } from '../../sync/events/record-write.ts';
import type { MappedField } from '../../sync/mapping/mapping.ts';
import { allEnd } from '../effects/all-end.ts';
import type { Effects } from '../effects/effects.ts';
import { noteWait } from '../effects/effects.ts';
import { ended } from '../effects/ended.ts';
import type { EventPassContext } from './event-context.ts';
import { eventName, reducedName } from './event-name.ts';
import { eventRefused } from './event-refused.ts';
import { graphIds } from './graph-ids.ts';
import type { InvitationGuard } from './invitation-guard.ts';
import { eventConflict } from './keep-losing-event-values.ts';
import { isWithheld, wouldTell } from './would-mail.ts';

interface Job {
  readonly step: MergeEventStep;
  /** Why nothing is written to Exchange although something differs. */
  withheld: IssueText | null;
  /** What is written to Exchange. */
  properties: ExchangeProperties;
  exchange: Outcome<ExchangeEvent> | null;
  salesforce: Outcome<null> | null;
  /** What Salesforce took. */
  taken: Values | null;
}

/** What became of the writes to Exchange. */
export interface WrittenMerges {
  /** What Exchange made of the events that were written. */
  readonly written: ReadonlyMap<MergeEventStep, ExchangeEvent>;
  /** What will be tried again. */
  readonly waiting: ReadonlySet<MergeEventStep>;
}

/**
 * Brings linked events in step: both sides are written at the same time, each only where it differs. Losing values are kept
 * already.
 */
export async function writeEventMerges(
  context: EventPassContext,
  steps: readonly MergeEventStep[],
  guard: InvitationGuard,
  effects: Effects,
): Promise<WrittenMerges> {
  const jobs = steps.map((step): Job => ({
    step,
    withheld: null,
    properties: {},
    exchange: null,
    salesforce: null,
    taken: null,
  }));
  await allEnd([writeExchange(context, jobs, guard), writeSalesforce(context, jobs)]);
  for (const job of jobs) settle(context, job, effects);
  return {
    written: new Map(
      jobs.flatMap(({ step, exchange }) => (exchange?.ok ? [[step, exchange.done] as const] : [])),
    ),
    waiting: new Set(
      jobs.flatMap(({ step, exchange, withheld }) =>
        exchange?.ok === false || withheld?.code === 'TDM-E-MAIL-HELD' ? [step] : [],
      ),
    ),
  };
}

async function writeExchange(
  context: EventPassContext,
  jobs: readonly Job[],
  guard: InvitationGuard,
): Promise<void> {
  const writing = jobs.flatMap((job) => {
    const { item, merge, mapping } = job.step;
    if (item === null || Object.keys(merge.toExchange).length === 0) return [];
    const properties = itemWrite(merge.toExchange, mapping, item.event);
    const verdict = guard.ofUpdate(job.step, item, properties);
    if (isWithheld(verdict)) {
      job.withheld = wouldTell(verdict, job.step, item);
      return [];
    }
    job.properties = properties;
    return [{ job, item, properties }];
  });
  if (writing.length === 0) return;
  const ids = await graphIds(
    context,
    writing.map(({ item }) => item),
  );
  const known = writing.flatMap((one) => {
    const id = ids.get(one.item.id);
    if (id !== undefined) return [{ ...one, id }];
    one.job.exchange = { ok: false, refusal: { kind: 'stale' } };
    return [];
  });
  const outcomes = await context.calendar.updateEvents(
    known.map(({ id, item, properties }) => ({ id, etag: etagOf(item), properties })),
  );
  known.forEach(({ job }, index) => (job.exchange = outcomes[index] ?? null));
}

async function writeSalesforce(context: EventPassContext, jobs: readonly Job[]): Promise<void> {
  const writing = jobs.filter(({ step }) => Object.keys(step.merge.toSalesforce).length > 0);
  const outcomes = await writeRecords(
    context,
    writing.map(({ step }) => ({ step, values: step.merge.toSalesforce })),
  );
  writing.forEach((job, index) => {
    job.salesforce = outcomes[index] ?? null;
    if (job.salesforce?.ok) job.taken = job.step.merge.toSalesforce;
  });
  await hideDetails(context, writing);
}

/**
 * Salesforce refuses to make an event private with which a person related somebody (help, "Considerations for Using Events"): its
 * details are taken away all the same.
 */
async function hideDetails(context: EventPassContext, jobs: readonly Job[]): Promise<void> {
  const open = jobs.flatMap((job) => {
    const { IsPrivate, ...values } = job.step.merge.toSalesforce;
    const isRefused = job.salesforce?.ok === false && job.salesforce.refusal.kind === 'refused';
    const isOpen = isRefused && IsPrivate === 'true' && Object.keys(values).length > 0;
    return isOpen ? [{ job, step: job.step, values }] : [];
  });
  const outcomes = await writeRecords(context, open);
  for (const [index, { job, values }] of open.entries()) if (outcomes[index]?.ok) job.taken = values;
}

async function writeRecords(
  { salesforce }: EventPassContext,
  writes: readonly { readonly step: MergeEventStep; readonly values: Values }[],
): Promise<readonly Outcome<null>[]> {
  if (writes.length === 0) return [];
  return salesforce.events.update(
    writes.map(({ step: { record, mapping, replaces, link }, values }) => {
      const after: Values = { ...recordValues(record, mapping), ...values };
      const time = timeOf(after.StartDateTime ?? null) ?? record.time;
      const fields = recordWrite(values, after, time);
      // A record that goes on with another date is found by that one's key from now on.
      const key = replaces !== null && link.meeting !== null ? { Tandem_Key__c: link.meeting } : {};
      return { id: record.id, fields: { ...fields, ...key } };
    }),
  );
}

function settle(context: EventPassContext, job: Job, effects: Effects): void {
  const { step, properties, exchange, salesforce, taken, withheld } = job;
  const { link, item, record, merge, paired, replaces, ends } = step;
  const after = eventLinkAfter(
    step,
    {
      written: exchange?.ok && item !== null ? writtenItem(item, exchange.done, properties) : null,
      // What lies outside of the window is not written; the change counts as one until the event is back in it.
      exchangeFailed: exchange?.ok === false || withheld !== null || item === null,
      taken,
      salesforceFailed: salesforce?.ok === false,
      at: context.now().toISOString(),
    },
    context.fingerprint,
  );
  if (ends && salesforce?.ok === false && salesforce.refusal.kind !== 'refused') {
    // Its details are still in Salesforce, so the link goes on until they are taken away.
    noteWait(effects, salesforce.refusal);
    effects.again.add(link.recordId);
    effects.cursorStays = true;
    return;
  }
  if (replaces !== null) {
    effects.links.push(ended(replaces, 'DeletedByPolicy'));
    // What was listed of the date or the event that it was before says no more than what is listed of it now.
    effects.settled.push({
      exchangeId: replaces.exchangeId,
      recordId: null,
      keeps: [],
      ...reducedName(item),
    });
  }
  effects.links.push(ends ? ended(after, 'OutOfFilter') : after);
  if (ends) effects.suppressed += 1;
  if (exchange?.ok) effects.counts.SalesforceToExchange.updated += 1;
  if (taken !== null) effects.counts.ExchangeToSalesforce.updated += 1;
  if (paired) effects.counts.ExchangeToSalesforce.paired += 1;
  for (const outcome of [exchange, salesforce]) {
    if (outcome === null || outcome.ok) continue;
    noteWait(effects, outcome.refusal);
    if (outcome.refusal.kind === 'refused') continue;
    effects.again.add(link.recordId);
    // What is taken back in Exchange has changed there alone, and Exchange tells of it once.
    if (outcome === salesforce || record.isSeriesRow) effects.cursorStays = true;
  }
  const about = { exchangeId: link.exchangeId, recordId: link.recordId, item: eventName(item, record) };
  for (const text of textsOf(job)) effects.issues.push(openIssue(about, text));
  for (const conflict of merge.conflicts) {
    const winnerFailed =
      conflict.winner === 'Exchange' ? salesforce?.ok === false : exchange?.ok === false || withheld !== null;
    if (!winnerFailed) effects.issues.push(eventConflict(step, conflict));
  }
  // Only the owner of a record stands in for its organiser, and only whoever does not own it can wait for it.
  const owns = record.ownerId === context.userId;
  // Without the item it is not known whose the meeting is, so a change in Salesforce may be one that cannot flow.
  const isStuck = item === null && Object.keys(merge.toExchange).length + merge.against.length > 0;
  effects.settled.push({
    exchangeId: link.exchangeId,
    recordId: link.recordId,
    keeps: [
      ...(item === null ? unseen : []),
      ...(isStuck ? (['TDM-E-ORGANISED-ELSEWHERE'] as const) : []),
      ...(isStuck && owns ? (['TDM-E-NOT-ORGANISER'] as const) : []),
      ...(owns ? [] : (['TDM-E-NOT-HANDED-OVER'] as const)),
    ],
    ...reducedName(item),
  });
}

/** What cannot be judged without the item. */
const unseen = [
  'TDM-E-CLIPPED',
  'TDM-E-NOT-EDITABLE',
  'TDM-E-REFUSED-BY-SALESFORCE',
  'TDM-E-TOO-LONG',
  'TDM-E-ENDS-BEFORE',
] as const;

/** What Exchange answered, as the item that was written: of an occurrence it is an exception from now on. */
function writtenItem(item: EventItem, event: ExchangeEvent, written: ExchangeProperties): EventItem {
  const properties = withNamed(event.properties, item.event.properties, written);
  return { ...item, event: { ...event, properties }, time: event.time };
}

function textsOf({ step, exchange, salesforce, withheld }: Job): readonly IssueText[] {
  const { merge, readOnly, record, unheard, standsIn } = step;
  const texts: IssueText[] = merge.clippings.map(({ field, length, limit }) => ({
    code: 'TDM-E-CLIPPED',
    field,
    detail: `${length} characters; ${field} holds ${limit}.`,
    extras: { length, limit },
  }));
  if (withheld !== null) texts.push(withheld);
  if (step.unholdable !== null)
    texts.push({ code: step.unholdable, detail: '', field: 'StartDateTime', extras: {} });
  if (exchange?.ok === false && exchange.refusal.kind === 'refused')
    texts.push(eventRefused('Exchange', exchange.refusal));
  if (salesforce?.ok === false && salesforce.refusal.kind === 'refused')
    texts.push(eventRefused('Salesforce', salesforce.refusal));
  if (merge.waiting.length > 0 && (readOnly || record.isSeriesRow)) {
    const code: Issue['code'] = record.isSeriesRow ? 'TDM-E-SERIES-ROW' : 'TDM-E-NOT-EDITABLE';
    texts.push({ code, ...concerning(merge.waiting) });
  }
  if (unheard.length > 0)
    texts.push({
      code: standsIn ? 'TDM-E-NOT-ORGANISER' : 'TDM-E-ORGANISED-ELSEWHERE',
      ...concerning(unheard),
    });
  return texts;
}

function concerning(fields: readonly MappedField[]): Omit<IssueText, 'code'> {
  const names = fields.map(({ field }) => field).join(', ');
  const labels = fields.map(({ describe }) => describe.label).join(', ');
  return { field: names.slice(0, 255), detail: `It concerns: ${labels}.`, extras: {} };
}
