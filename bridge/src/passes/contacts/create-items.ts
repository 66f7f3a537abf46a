import type { ExchangeContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { markerOf } from '../../sync/identity.ts';
import { canonicalValues, valuesOf } from '../../sync/mapping/contact-mapping.ts';
import { exchangeWrite } from '../../sync/mapping/exchange-write.ts';
import { printsAfter } from '../../sync/merge/merge-contact.ts';
import type { CreateItemStep } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { Effects } from './effects.ts';
import { noteWait } from './effects.ts';
import { itemName } from '../../sync/plan/item-name.ts';
import { refusedIssue } from './refused.ts';

/**
 * Gives records Exchange contacts of their own. An intent is written before; where an earlier create may have been carried
 * out without an answer, the item is looked up by its marker first.
 */
export async function createItems(
  context: PassContext,
  steps: readonly CreateItemStep[],
  effects: Effects,
): Promise<void> {
  if (steps.length === 0) return;
  const doubtful = await context.store.intents.ofMailbox(context.userId, 'Contact');
  await context.store.intents.add(
    context.claim,
    steps.map(({ record }) => record.id),
  );
  const open: CreateItemStep[] = [];
  for (const step of steps) {
    if (!doubtful.has(step.record.id) || !(await found(context, step, effects))) open.push(step);
  }
  const outcomes = await context.exchange.createContacts(
    context.folderId,
    open.map(({ record, values }) => ({
      properties: exchangeWrite(withoutEmpty(values), context.mapping, {}),
      marker: markerOf(context.orgId, record.id),
    })),
  );
  for (const [index, step] of open.entries()) {
    const outcome = outcomes[index];
    if (outcome) await settle(context, step, outcome, effects);
  }
}

async function settle(
  context: PassContext,
  step: CreateItemStep,
  outcome: Outcome<ExchangeContact>,
  effects: Effects,
): Promise<void> {
  if (outcome.ok) return created(context, step, outcome.done, effects);
  const { refusal } = outcome;
  if (refusal.kind === 'refused') {
    const issue = refusedIssue('Exchange', refusal);
    effects.issues.push({
      ...issue,
      exchangeId: null,
      recordId: step.record.id,
      item: itemName(null, step.record),
      open: true,
    });
    effects.settled.push({ exchangeId: null, recordId: step.record.id, keeps: [] });
    effects.intentsDone.push(step.record.id);
    return;
  }
  // No answer came: the contact may be there. What cannot be found now is looked up again before the next try.
  if (refusal.kind === 'unknown' && (await found(context, step, effects))) return;
  noteWait(effects, refusal);
  effects.again.add(step.record.id);
}

async function found(context: PassContext, step: CreateItemStep, effects: Effects): Promise<boolean> {
  const marked = await context.exchange.findByMarker(
    context.folderId,
    markerOf(context.orgId, step.record.id),
  );
  if (marked.length === 0) return false;
  // A copy that a user made carries the marker too, and an older one may stand for another record by now.
  const links = await context.store.links.ofMailbox(context.userId, 'Contact');
  const linked = new Set(links.map(({ exchangeId }) => exchangeId));
  const contact = marked.find(({ id }) => !linked.has(id));
  if (!contact) return false;
  created(context, step, contact, effects);
  return true;
}

function created(
  context: PassContext,
  { record, replaces }: CreateItemStep,
  contact: ExchangeContact,
  effects: Effects,
): void {
  const { mapping, fingerprint } = context;
  const link: Link = {
    kind: 'Contact',
    scope: 'contacts',
    exchangeId: contact.id,
    recordId: record.id,
    state: 'Live',
    reason: null,
    madeBy: 'Exchange',
    etag: contact.etag ?? null,
    exchangePrints: printsAfter(valuesOf(contact.properties, mapping), mapping, fingerprint),
    salesforcePrints: printsAfter(canonicalValues(record.values, mapping), mapping, fingerprint),
    inFilter: true,
    pendingExchange: null,
    pendingSalesforce: null,
    lastSynced: context.now().toISOString(),
    lastSyncedFrom: 'Salesforce',
  };
  if (replaces)
    effects.links.push({
      ...replaces,
      state: 'Suppressed',
      reason: 'DeletedByPolicy',
      pendingExchange: null,
    });
  effects.links.push(link);
  effects.intentsDone.push(record.id);
  effects.counts.SalesforceToExchange.created += 1;
  effects.settled.push({ exchangeId: contact.id, recordId: record.id, keeps: [] });
}

function withoutEmpty(values: CreateItemStep['values']): CreateItemStep['values'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
