import { openIssue } from '../../domain/issue.ts';
import type { Link } from '../../domain/link.ts';
import type { Outcome } from '../../domain/refusal.ts';
import type { DeleteStep, HoldStep, LooseStep, SuppressStep } from '../../sync/plan/step.ts';
import { matchKeysOf } from '../../sync/pairing/match-keys.ts';
import type { PassContext } from '../pass-context.ts';
import type { Effects } from '../effects/effects.ts';
import { ended } from '../effects/ended.ts';
import { flowTo, noteWait } from '../effects/effects.ts';
import { itemName } from '../../sync/plan/item-name.ts';

/** Carries deletions over; a deletion that cannot be made now stays pending with its link. */
export async function deleteItems(
  context: PassContext,
  steps: readonly DeleteStep[],
  effects: Effects,
): Promise<void> {
  const inExchange = steps.filter(({ side }) => side === 'Exchange');
  const inSalesforce = steps.filter(({ side }) => side === 'Salesforce');
  const [items, records] = await Promise.all([
    inExchange.length === 0
      ? []
      : context.exchange.deleteContacts(inExchange.map(({ link, etag }) => ({ id: link.exchangeId, etag }))),
    inSalesforce.length === 0
      ? []
      : context.salesforce.writer.deleteContacts(inSalesforce.map(({ link }) => link.recordId)),
  ]);
  inExchange.forEach((step, index) => settle(step, items[index], effects));
  inSalesforce.forEach((step, index) => settle(step, records[index], effects));
}

function settle(step: DeleteStep, outcome: Outcome<null> | undefined, effects: Effects): void {
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
  if (outcome?.refusal.kind === 'refused') {
    const code = side === 'Salesforce' ? 'TDM-C-REFUSED-BY-SALESFORCE' : 'TDM-C-REFUSED-BY-EXCHANGE';
    const detail = `It could not be deleted: ${outcome.refusal.message} (${outcome.refusal.code})`;
    effects.issues.push(openIssue(shownOf(step), { code, detail }));
  } else {
    effects.again.add(link.recordId);
  }
}

/** Ends links; both items stay. */
export function suppressLinks(steps: readonly SuppressStep[], effects: Effects): void {
  for (const step of steps) {
    const { link, reason, issue } = step;
    effects.links.push(ended(link, reason));
    effects.suppressed += 1;
    if (issue !== null) effects.issues.push(openIssue(shownOf(step), { code: issue }));
    effects.settled.push({ exchangeId: link.exchangeId, recordId: link.recordId, keeps: [] });
  }
}

/** Remembers deletions that wait for an admin. */
export function holdLinks(
  steps: readonly HoldStep[],
  gone: (link: Link) => 'Deleted' | 'DeletedUnseen',
  effects: Effects,
): void {
  for (const { link, gone: side } of steps) {
    const pending =
      side === 'Exchange' ? { pendingExchange: gone(link) } : { pendingSalesforce: 'Deleted' as const };
    effects.links.push({ ...link, ...pending });
    effects.held += 1;
  }
}

/** Remembers items that get no link, so that no copy is made of them later. */
export function keepLoose(context: PassContext, steps: readonly LooseStep[], effects: Effects): void {
  for (const { contact, issue } of steps) {
    const { emails, name } = matchKeysOf(contact.properties, context.fingerprint);
    effects.loose.push({ exchangeId: contact.id, emailKeys: emails, nameKey: name, meeting: null });
    const about = { exchangeId: contact.id, recordId: null, item: itemName(contact, null) };
    if (issue !== null) effects.issues.push(openIssue(about, { code: issue }));
    effects.settled.push({ exchangeId: contact.id, recordId: null, keeps: [] });
  }
}

/** An issue names no record that its reader may not see. */
function shownOf({ link, reason, item }: DeleteStep | SuppressStep) {
  return { exchangeId: link.exchangeId, recordId: reason === 'AccessLost' ? null : link.recordId, item };
}
