import type { ExchangeContact } from '../../domain/item.ts';
import type { Issue } from '../../domain/issue.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { exchangeWrite } from '../../sync/mapping/exchange-write.ts';
import { linkAfter } from '../../sync/plan/link-after.ts';
import type { MergeStep } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { FindCompany } from './companies.ts';
import { companyIssue } from './companies.ts';
import type { Matches } from './duplicates.ts';
import { visibleMatches } from './duplicates.ts';
import type { Effects } from './effects.ts';
import { noteWait } from './effects.ts';
import { ended } from './end-links.ts';
import { conflictIssue } from './keep-losing.ts';
import { accountFieldOf } from '../../salesforce/writer/person-fields.ts';
import { itemName } from '../../sync/plan/item-name.ts';
import type { RecordFields } from './record-fields.ts';
import { writtenBy } from './record-fields.ts';
import { refusedIssue } from './refused.ts';

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
  await Promise.all([writeExchange(context, jobs), writeSalesforce(context, jobs)]);
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
  const raise = (issue: Pick<Issue, 'code' | 'field' | 'detail' | 'extras'>) =>
    effects.issues.push({
      ...issue,
      exchangeId: link.exchangeId,
      recordId: link.recordId,
      item: itemName(contact, step.record),
      open: true,
    });
  if (step.ends && salesforce?.ok === false && salesforce.refusal.kind !== 'refused') {
    // The link goes on with the loser, so that it is followed again.
    noteWait(effects, salesforce.refusal);
    effects.again.add(link.recordId);
    effects.cursorStays = true;
    return;
  }
  effects.links.push(step.ends ? ended(after, 'Duplicate') : retried(after, exchange, step, effects));
  if (step.ends) {
    effects.suppressed += 1;
    raise({ code: 'TDM-C-SECOND', field: '', detail: '', extras: {} });
  }
  if (exchange?.ok) effects.counts.SalesforceToExchange.updated += 1;
  if (salesforce?.ok) effects.counts.ExchangeToSalesforce.updated += 1;
  if (step.paired) effects.counts.ExchangeToSalesforce.paired += 1;
  for (const outcome of [exchange, salesforce]) if (outcome?.ok === false) noteWait(effects, outcome.refusal);
  if (exchange?.ok === false && exchange.refusal.kind === 'refused')
    raise(refusedIssue('Exchange', exchange.refusal));
  if (salesforce?.ok === false) {
    if (salesforce.refusal.kind === 'refused') raise(refusedIssue('Salesforce', salesforce.refusal, visible));
    else {
      effects.again.add(link.recordId);
      effects.cursorStays = true;
    }
  }
  const company = record.unresolved && companyIssue(record.unresolved.company, record.unresolved.name);
  if (company) raise(company);
  if (record.unplaced.length > 0)
    raise({
      code: 'TDM-C-PERSON-FIELD',
      field: record.unplaced.join(', ').slice(0, 255),
      detail: '',
      extras: {},
    });
  const waiting = step.readOnly ? merge.waiting : [];
  if (waiting.length > 0)
    raise({
      code: 'TDM-C-NOT-EDITABLE',
      field: waiting
        .map(({ field }) => field)
        .join(', ')
        .slice(0, 255),
      detail: `It concerns: ${waiting.map(({ describe }) => describe.label).join(', ')}.`,
      extras: {},
    });
  for (const { field, length, limit } of merge.clippings)
    raise({
      code: 'TDM-C-CLIPPED',
      field,
      detail: `${length} characters; ${field} holds ${limit}.`,
      extras: { length, limit },
    });
  for (const conflict of merge.conflicts) {
    const winnerFailed = conflict.winner === 'Exchange' ? salesforce?.ok === false : exchange?.ok === false;
    if (!winnerFailed) effects.issues.push(conflictIssue(step, conflict));
  }
  effects.settled.push({
    exchangeId: link.exchangeId,
    recordId: link.recordId,
    keeps: [...keptIssues(step), ...personIssues(step)],
  });
}

/** What a person account has no place for is listed until it is emptied in Exchange. */
function personIssues({ record, merge }: MergeStep): readonly IssueCode[] {
  const emptied = Object.entries(merge.toSalesforce).some(
    ([field, value]) => value === null && accountFieldOf(field) === null,
  );
  return record.isPerson && !emptied ? ['TDM-C-PERSON-FIELD'] : [];
}

/** Codes that this merge could not judge, because the Exchange contact was not read. */
function keptIssues({ contact }: MergeStep): readonly IssueCode[] {
  if (contact !== null) return [];
  return [
    'TDM-C-CLIPPED',
    'TDM-C-NOT-EDITABLE',
    'TDM-C-COMPANY',
    'TDM-C-COMPANY-TWICE',
    'TDM-C-REFUSED-BY-SALESFORCE',
    'TDM-C-REQUIRED',
    'TDM-C-DUPLICATE',
  ];
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
