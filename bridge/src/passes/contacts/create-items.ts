import type { ExchangeContact } from '../../domain/item.ts';
import type { ExchangeId } from '../../domain/ids.ts';
import { openIssue } from '../../domain/issue.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { Outcome } from '../../domain/refusal.ts';
import { markerOf } from '../../sync/identity.ts';
import { canonicalValues, valuesOf } from '../../sync/mapping/mapping.ts';
import { exchangeWrite } from '../../sync/mapping/exchange-write.ts';
import { printsAfter } from '../../sync/merge/merge-values.ts';
import type { CreateItemStep } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { Effects } from '../effects/effects.ts';
import { noteWait } from '../effects/effects.ts';
import { ended } from '../effects/ended.ts';
import { itemName } from '../../sync/plan/item-name.ts';
import { refusedIssue } from '../effects/refused.ts';

/**
 * Gives records Exchange contacts of their own. An intent is written before; where an earlier create may have been carried
 * out without an answer, or an item takes the place of a deleted one, it is looked up by its marker first. `planned`: items that
 * other steps of the pass are about.
 */
export async function createItems(
  context: PassContext,
  steps: readonly CreateItemStep[],
  planned: ReadonlySet<ExchangeId>,
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
    const mayBeThere = doubtful.has(step.record.id) || step.replaces !== null;
    const there = mayBeThere ? await find(context, step, planned) : null;
    if (there === null) open.push(step);
    else adopted(step, there, effects);
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
    if (outcome) await settle(context, step, planned, outcome, effects);
  }
}

async function settle(
  context: PassContext,
  step: CreateItemStep,
  planned: ReadonlySet<ExchangeId>,
  outcome: Outcome<ExchangeContact>,
  effects: Effects,
): Promise<void> {
  if (outcome.ok) return created(context, step, outcome.done, effects);
  const { refusal } = outcome;
  noteWait(effects, refusal);
  if (refusal.kind === 'refused') {
    const about = { exchangeId: null, recordId: step.record.id, item: itemName(null, step.record) };
    effects.issues.push(openIssue(about, refusedIssue('Exchange', refusal)));
    effects.settled.push({ exchangeId: null, recordId: step.record.id, keeps: [] });
    effects.intentsDone.push(step.record.id);
    return;
  }
  // No answer came: the contact may be there. What cannot be found now is looked up again before the next try.
  const made = refusal.kind === 'unknown' ? await find(context, step, planned) : null;
  if (made !== null) return adopted(step, made, effects);
  effects.again.add(step.record.id);
  // That the old item is gone must be told again.
  if (step.replaces !== null) effects.cursorStays = true;
}

/** The record's own item that no link knows; null when there is none. */
async function find(
  context: PassContext,
  { record }: CreateItemStep,
  planned: ReadonlySet<ExchangeId>,
): Promise<ExchangeContact | null> {
  const marked = await context.exchange.findByMarker(context.folderId, markerOf(context.orgId, record.id));
  if (marked.length === 0) return null;
  // A copy that a user made carries the marker too, and an older one may stand for another record by now.
  const links = await context.store.links.ofMailbox(context.userId, 'Contact');
  const linked = new Set(links.map(({ exchangeId }) => exchangeId));
  return marked.find(({ id }) => !linked.has(id) && !planned.has(id)) ?? null;
}

/** An item of an earlier try, which people may have changed since: the next pass compares it with the record. */
function adopted({ record, replaces }: CreateItemStep, contact: ExchangeContact, effects: Effects): void {
  endReplaced(replaces, effects);
  effects.links.push(newLink(contact.id, record.id));
  effects.intentsDone.push(record.id);
  effects.again.add(record.id);
  effects.settled.push({ exchangeId: contact.id, recordId: record.id, keeps: [] });
}

function created(
  context: PassContext,
  { record, replaces }: CreateItemStep,
  contact: ExchangeContact,
  effects: Effects,
): void {
  const { mapping, fingerprint } = context;
  const link: Link = {
    ...newLink(contact.id, record.id),
    madeBy: 'Exchange',
    etag: contact.etag ?? null,
    exchangePrints: printsAfter(valuesOf(contact.properties, mapping), mapping, fingerprint),
    salesforcePrints: printsAfter(canonicalValues(record.values, mapping), mapping, fingerprint),
    lastSynced: context.now().toISOString(),
    lastSyncedFrom: 'Salesforce',
  };
  endReplaced(replaces, effects);
  effects.links.push(link);
  effects.intentsDone.push(record.id);
  effects.counts.SalesforceToExchange.created += 1;
  effects.settled.push({ exchangeId: contact.id, recordId: record.id, keeps: [] });
}

function endReplaced(replaces: Link | null, effects: Effects): void {
  if (replaces !== null) effects.links.push(ended(replaces, 'DeletedByPolicy'));
}

function withoutEmpty(values: CreateItemStep['values']): CreateItemStep['values'] {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
