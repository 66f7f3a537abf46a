import type { ExchangeContact } from '../../domain/item.ts';
import { openIssue } from '../../domain/issue.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { exchangeWrite } from '../../sync/mapping/exchange-write.ts';
import { linkAfter } from '../../sync/plan/link-after.ts';
import type { MergeStep } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { FindCompany } from './companies.ts';
import type { Matches } from './duplicates.ts';
import { visibleMatches } from './duplicates.ts';
import { allEnd } from '../effects/all-end.ts';
import type { Effects } from '../effects/effects.ts';
import { noteWait } from '../effects/effects.ts';
import { ended } from '../effects/ended.ts';
import { conflictIssue } from './keep-losing-values.ts';
import { itemName } from '../../sync/plan/item-name.ts';
import { issuesKept, mergeTexts, refusalTexts } from './merge-issues.ts';
import type { RecordFields } from './record-fields.ts';
import { writtenBy } from './record-fields.ts';

interface Job {
  readonly step: MergeStep;
  readonly record: RecordFields;
  exchange: Outcome<ExchangeContact> | null;
  salesforce: Outcome<null> | null;
}

/** Brings linked pairs in step: both sides are written at the same time, each only where it differs. Losing values are kept already. */
export async function writeMerges(
  context: PassContext,
  steps: readonly MergeStep[],
  findCompany: FindCompany,
  effects: Effects,
): Promise<void> {
  const jobs = steps.map((step): Job => ({
    step,
    record: writtenBy(step, findCompany),
    exchange: null,
    salesforce: null,
  }));
  await allEnd([writeExchange(context, jobs), writeSalesforce(context, jobs)]);
  const visible = await visibleMatches(
    context,
    jobs.map(({ salesforce }) => salesforce),
  );
  for (const job of jobs) settle(context, job, visible, effects);
}

async function writeExchange({ exchange, mapping }: PassContext, jobs: readonly Job[]): Promise<void> {
  const writing = jobs.filter(({ step }) => Object.keys(step.merge.toExchange).length > 0);
  if (writing.length === 0) return;
  const outcomes = await exchange.updateContacts(
    writing.map(({ step: { link, contact, merge } }) => ({
      id: link.exchangeId,
      etag: contact?.etag ?? link.etag,
      properties: exchangeWrite(merge.toExchange, mapping, contact?.properties ?? {}),
    })),
  );
  writing.forEach((job, index) => (job.exchange = outcomes[index] ?? null));
}

async function writeSalesforce({ salesforce, policy }: PassContext, jobs: readonly Job[]): Promise<void> {
  const writing = jobs.filter(({ record }) => Object.keys(record.fields).length > 0);
  if (writing.length === 0) return;
  const outcomes = await salesforce.writer.updateContacts(
    writing.map(({ step, record }) => ({
      id: step.record.id,
      fields: record.fields,
      person: step.record.isPerson ? step.record.accountId : null,
    })),
    policy.duplicateAlert,
  );
  writing.forEach((job, index) => (job.salesforce = outcomes[index] ?? null));
}

function settle(
  context: PassContext,
  { step, record, exchange, salesforce }: Job,
  visible: Matches,
  effects: Effects,
): void {
  const { link, contact, merge } = step;
  const after = linkAfter(
    step,
    {
      written: exchange?.ok ? exchange.done : null,
      exchangeFailed: exchange?.ok === false,
      taken: salesforce?.ok ? record.taken : null,
      salesforceFailed: salesforce?.ok === false,
      at: context.now().toISOString(),
    },
    context.mapping,
    context.fingerprint,
  );
  if (step.ends && salesforce?.ok === false && salesforce.refusal.kind !== 'refused') {
    // The link goes on with the loser, so that it is followed again.
    noteWait(effects, salesforce.refusal);
    effects.again.add(link.recordId);
    effects.cursorStays = true;
    return;
  }
  effects.links.push(step.ends ? ended(after, 'Duplicate') : retried(after, exchange, step, effects));
  if (step.ends) effects.suppressed += 1;
  if (exchange?.ok) effects.counts.SalesforceToExchange.updated += 1;
  if (salesforce?.ok) effects.counts.ExchangeToSalesforce.updated += 1;
  if (step.paired) effects.counts.ExchangeToSalesforce.paired += 1;
  for (const outcome of [exchange, salesforce]) if (outcome?.ok === false) noteWait(effects, outcome.refusal);
  if (salesforce?.ok === false && salesforce.refusal.kind !== 'refused') {
    effects.again.add(link.recordId);
    effects.cursorStays = true;
  }
  const about = {
    exchangeId: link.exchangeId,
    recordId: link.recordId,
    item: itemName(contact, step.record),
  };
  for (const text of [...refusalTexts({ exchange, salesforce }, visible), ...mergeTexts(step, record)])
    effects.issues.push(openIssue(about, text));
  for (const conflict of merge.conflicts) {
    const winnerFailed = conflict.winner === 'Exchange' ? salesforce?.ok === false : exchange?.ok === false;
    if (!winnerFailed) effects.issues.push(conflictIssue(step, conflict));
  }
  effects.settled.push({
    exchangeId: link.exchangeId,
    recordId: link.recordId,
    keeps: issuesKept(step, salesforce?.ok === false),
  });
}

/** A write that Exchange could not make now is planned again, on the item as it then is. */
function retried(
  after: ReturnType<typeof linkAfter>,
  exchange: Outcome<ExchangeContact> | null,
  step: MergeStep,
  effects: Effects,
) {
  if (exchange === null || exchange.ok || exchange.refusal.kind === 'refused') return after;
  effects.again.add(step.record.id);
  if (exchange.refusal.kind === 'gone') return { ...after, pendingExchange: 'Deleted' as const };
  return { ...after, etag: null };
}
