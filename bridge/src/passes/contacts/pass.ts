import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { Seen } from '../../sync/plan/attention.ts';
import { howGone } from '../../sync/plan/attention.ts';
import { holdDeletion } from '../../sync/plan/plan-contacts.ts';
import type { Step } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { PassResult } from '../pass-result.ts';
import type { Asked } from '../asked.ts';
import { keepAsked } from '../asked.ts';
import { recordOf } from '../effects/chunks-of.ts';
import { resolveCompanies } from './companies.ts';
import { createItems } from './create-items.ts';
import { createRecords } from './create-records.ts';
import { getsFirstItem, takenRecords } from './duplicates.ts';
import { allEnd } from '../effects/all-end.ts';
import type { Effects } from '../effects/effects.ts';
import { noEffects } from '../effects/effects.ts';
import { deleteItems, holdLinks, keepLoose, suppressLinks } from './end-links.ts';
import { ended } from '../effects/ended.ts';
import { followMailbox } from './follow-mailbox.ts';
import { inChunks } from '../effects/in-chunks.ts';
import { inTurn } from './in-turn.ts';
import { keepLosingValues } from './keep-losing-values.ts';
import { withoutOvertaken } from './look-again.ts';
import { companyOf } from './make-accounts.ts';
import { planPass } from './plan-pass.ts';
import type { Changes } from './read-changes.ts';
import { readChanges } from './read-changes.ts';
import { malformedIssues, nothingDone, rememberChunk } from '../effects/remember.ts';
import { refusedAnew } from '../effects/refused.ts';
import { withinOrg } from '../effects/within-org.ts';
import { writeMerges } from './write-merges.ts';

/** One pass of one mailbox's contacts: read, plan, write in chunks, the cursor last. */
export async function passContacts(context: PassContext): Promise<PassResult> {
  const changes = await followMailbox(context, await readChanges(context));
  const openIssues = await context.store.issues.open(context.userId, 'Contact');
  const plan = await planPass(context, changes, openIssues);
  const before = new Map(changes.links.map((link) => [link.exchangeId as string, link]));
  const total = noEffects();
  total.issues.push(...malformedIssues(changes.malformed));
  for (const id of plan.unclear) total.again.add(id);
  if (plan.unclear.size + plan.unread.size > 0) total.cursorStays = true;
  total.links.push(...plan.moved);
  forgetGone(changes, total);
  const approved = new Set(changes.asked.approved);
  const steps = await withinOrg(context, plan.steps, approved, holdDeletion);
  const planned = new Set(steps.flatMap(itemOf));
  const taken = takenRecords(changes.links, steps);
  const replaced = replacedBy(plan.replaced, steps, total);
  const stop = await inChunks(context, steps, total, {
    carryOut: (chunk, effects) =>
      inTurn(context, chunk, effects, (mine) => {
        endReplaced(replaced(mine), effects);
        return carryOut(context, mine, planned, changes, taken, effects);
      }),
    remember: async (effects) => {
      if (hasNews(effects)) await rememberChunk(context, effects, before, openIssues);
    },
    refused: (effects) => refusedAnew(effects, openIssues),
  });
  await finish(context, changes, total);
  return {
    counts: total.counts,
    suppressed: total.suppressed,
    held: total.held + waiting(changes.links, total),
    listed: total.listed,
    inFolder: changes.full ? changes.contacts.size : null,
    again: total.again.size > 0 || total.cursorStays,
    concerned: [],
    waitMs: total.waitMs,
    progress: steps.length === 0 ? 100 : Math.floor((100 * (steps.length - total.putOff)) / steps.length),
    capped: total.capped,
    stop,
  };
}

async function carryOut(
  context: PassContext,
  steps: readonly Step[],
  planned: ReadonlySet<ExchangeId>,
  seen: Seen,
  taken: Set<RecordId>,
  effects: Effects,
): Promise<void> {
  const merges = ofKind(steps, 'merge');
  const findCompany = await resolveCompanies(
    context,
    steps.map(companyOf).filter((name) => name !== null),
  );
  const kept = new Set<Step>(await keepLosingValues(context, merges, effects));
  const fresh = await withoutOvertaken(
    context,
    steps.filter((step) => step.kind !== 'merge' || kept.has(step)),
    effects,
  );
  await allEnd([
    writeMerges(context, ofKind(fresh, 'merge'), findCompany, effects),
    createRecords(context, ofKind(fresh, 'createRecord'), findCompany, taken, effects).then(() => {
      const open = ofKind(fresh, 'createItem').filter(
        (step) => !getsFirstItem(step) || !taken.has(step.record.id),
      );
      return createItems(context, open, planned, effects);
    }),
    deleteItems(context, ofKind(fresh, 'delete'), effects),
  ]);
  suppressLinks(ofKind(steps, 'suppress'), effects);
  holdLinks(ofKind(steps, 'hold'), (link) => howGone(link, seen), effects);
  keepLoose(context, ofKind(steps, 'loose'), effects);
}

function itemOf(step: Step): readonly ExchangeId[] {
  if ('link' in step) return [step.link.exchangeId];
  return 'contact' in step ? [step.contact.id] : [];
}

function ofKind<Kind extends Step['kind']>(steps: readonly Step[], kind: Kind) {
  return steps.filter((step): step is Extract<Step, { kind: Kind }> => step.kind === kind);
}

/** Tells which links the steps take over; those that no step takes over end at once. */
function replacedBy(links: readonly Link[], all: readonly Step[], total: Effects) {
  const taken = (steps: readonly Step[]) => {
    const records = new Set(steps.map(recordOf));
    return links.filter(({ recordId }) => records.has(recordId));
  };
  const followed = new Set(taken(all));
  endReplaced(
    links.filter((link) => !followed.has(link)),
    total,
  );
  return taken;
}

/** A link whose item died is ended when a new item takes its place. */
function endReplaced(replaced: readonly Link[], effects: Effects): void {
  for (const link of replaced) effects.links.push(ended(link, 'DeletedByPolicy'));
}

/** What left the folder is not loose any more, and nothing has to be done about it unless its link says so. */
function forgetGone({ links, tombstones }: Changes, effects: Effects): void {
  const linked = new Map(links.map((link) => [link.exchangeId, link]));
  for (const exchangeId of tombstones) {
    effects.notLoose.push(exchangeId);
    const link = linked.get(exchangeId);
    if (link === undefined || link.reason === 'Duplicate')
      effects.settled.push({ exchangeId, recordId: null, keeps: [] });
  }
}

function hasNews(effects: Effects): boolean {
  return [
    effects.links,
    effects.issues,
    effects.settled,
    effects.loose,
    effects.notLoose,
    effects.intentsDone,
  ].some(({ length }) => length > 0);
}

function waiting(links: readonly Link[], total: Effects): number {
  const judged = new Set(total.links.map(({ exchangeId }) => exchangeId));
  return links.filter(
    (link) =>
      link.state === 'Live' &&
      (link.pendingExchange ?? link.pendingSalesforce) !== null &&
      !judged.has(link.exchangeId),
  ).length;
}

/** Moves the cursor on, last of all, and empties the inbox of what is done. */
async function finish(
  context: PassContext,
  changes: {
    readonly cursor: string;
    readonly inbox: readonly { readonly recordId: RecordId; readonly seq: number }[];
    readonly full: boolean;
    readonly asked: Asked;
  },
  total: Effects,
): Promise<void> {
  const { store, claim, userId } = context;
  const intents = await store.intents.ofMailbox(userId, 'Contact');
  const idle = [...intents].filter((recordId) => !total.again.has(recordId));
  if (idle.length > 0) await store.chunks.remember(claim, { ...nothingDone, intentsDone: idle });
  await store.inbox.put(userId, 'Contact', [...total.again]);
  await store.inbox.remove(
    claim,
    changes.inbox.filter(({ recordId }) => !total.again.has(recordId)),
  );
  const { approved, items } = changes.asked;
  if (approved.length + items.length > 0 && !total.cursorStays && total.again.size === 0)
    await keepAsked(store, userId, { approved: [], items: [] });
  if (!total.cursorStays) await store.mailboxes.update(claim, { cursor: changes.cursor });
}
