import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { Seen } from '../../sync/plan/attention.ts';
import { howGone } from '../../sync/plan/attention.ts';
import type { Step } from '../../sync/plan/step.ts';
import type { WriteTally } from '../../domain/write-tally.ts';
import type { PassContext } from '../pass-context.ts';
import type { Asked } from './asked.ts';
import { keepAsked } from './asked.ts';
import { companyOf, resolveCompanies } from './companies.ts';
import { createItems } from './create-items.ts';
import { createRecords } from './create-records.ts';
import { getsFirstItem, takenRecords } from './duplicates.ts';
import type { Counts, Effects } from './effects.ts';
import { noEffects } from './effects.ts';
import { deleteItems, holdLinks, keepLoose, suppressLinks } from './end-links.ts';
import { followMailbox } from './follow-mailbox.ts';
import { inTurn } from './in-turn.ts';
import { keepLosingValues } from './keep-losing.ts';
import { withoutOvertaken } from './look-again.ts';
import { planPass } from './plan-pass.ts';
import type { Changes } from './read-changes.ts';
import { granted, putOff } from './put-off.ts';
import { readChanges } from './read-changes.ts';
import { malformedIssues, nothingDone, rememberChunk } from './remember.ts';
import { refusedAnew } from './refused.ts';
import { writeMerges } from './write-merges.ts';

/** What a pass came to. */
export interface PassResult {
  readonly counts: Counts;
  readonly suppressed: number;
  /** Deletions that wait for an admin, those of earlier passes among them. */
  readonly held: number;
  /** Contacts seen in a full round; null when only changes were read. */
  readonly inFolder: number | null;
  /** Something is left to do, such as an item that changed while it was being written. */
  readonly again: boolean;
  /** How long a service asked to wait before that, in milliseconds. */
  readonly waitMs: number;
  /** The share of what was planned that is done, in percent. */
  readonly progress: number;
  /** First syncs have written as much as they may in this hour; the rest is left to the next. */
  readonly capped: boolean;
  /** What became of the configuration's writes, when it has to stop for it. */
  readonly stop: WriteTally | null;
}

/** Steps that are written and remembered together: as many records as one composite call of Salesforce takes. */
const chunkSize = 1000;

/** One pass of one mailbox's contacts: read, plan, write in chunks, the cursor last. */
export async function passContacts(context: PassContext): Promise<PassResult> {
  const changes = await followMailbox(context, await readChanges(context));
  const openIssues = await context.store.issues.open(context.userId, 'Contact');
  const plan = await planPass(context, changes, openIssues);
  const before = new Map(changes.links.map((link) => [link.exchangeId as string, link]));
  const total = noEffects();
  total.issues.push(...malformedIssues(changes.malformed));
  for (const id of plan.unclear) total.again.add(id);
  if (plan.unclear.size > 0) total.cursorStays = true;
  endReplaced(plan.replaced, total);
  total.links.push(...plan.moved);
  forgetGone(changes, total);
  const { steps } = plan;
  const planned = new Set(steps.flatMap(itemOf));
  const taken = takenRecords(changes.links, steps);
  let stop: WriteTally | null = null;
  for (let start = 0; start < steps.length || start === 0; start += chunkSize) {
    context.signal.throwIfAborted();
    // The first chunk also carries what was found out while planning.
    const effects = start === 0 ? total : noEffects();
    const chunk = await granted(context, steps.slice(start, start + chunkSize), effects);
    await inTurn(context, chunk, effects, (mine) =>
      carryOut(context, mine, planned, changes, taken, effects),
    );
    if (hasNews(effects)) await rememberChunk(context, effects, before, openIssues);
    if (start > 0) add(total, effects);
    const done = Math.min(start + chunkSize, steps.length);
    await context.onProgress(done - total.putOff, steps.length);
    stop = await context.brakes.note({
      written: written(effects),
      refused: refusedAnew(effects, openIssues),
    });
    if (stop !== null) {
      putOff(steps.slice(done), total);
      break;
    }
  }
  await finish(context, changes, total);
  return {
    counts: total.counts,
    suppressed: total.suppressed,
    held: total.held + waiting(changes.links, total),
    inFolder: changes.full ? changes.contacts.size : null,
    again: total.again.size > 0 || total.cursorStays,
    waitMs: total.waitMs,
    progress: steps.length === 0 ? 100 : Math.floor((100 * (steps.length - total.putOff)) / steps.length),
    capped: total.capped,
    stop,
  };
}

function written({ counts }: Effects): number {
  return Object.values(counts).reduce(
    (sum, { created, updated, deleted }) => sum + created + updated + deleted,
    0,
  );
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
  await Promise.all([
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

/** A link whose item died is ended when a new item takes its place. */
function endReplaced(replaced: readonly Link[], effects: Effects): void {
  for (const link of replaced)
    effects.links.push({ ...link, state: 'Suppressed', reason: 'DeletedByPolicy', pendingExchange: null });
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

function add(total: Effects, effects: Effects): void {
  for (const flow of ['ExchangeToSalesforce', 'SalesforceToExchange'] as const)
    for (const count of ['created', 'updated', 'deleted', 'paired'] as const)
      total.counts[flow][count] += effects.counts[flow][count];
  total.suppressed += effects.suppressed;
  total.held += effects.held;
  total.putOff += effects.putOff;
  total.capped ||= effects.capped;
  total.links.push(...effects.links);
  total.cursorStays ||= effects.cursorStays;
  total.waitMs = Math.max(total.waitMs, effects.waitMs);
  for (const id of effects.again) total.again.add(id);
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
