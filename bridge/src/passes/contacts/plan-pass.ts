import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { KnownIssue } from '../../store/store.ts';
import { attention } from '../../sync/plan/attention.ts';
import { itemName } from '../../sync/plan/item-name.ts';
import { secondLinks } from '../../sync/plan/merged-records.ts';
import { planContacts } from '../../sync/plan/plan-contacts.ts';
import { revived, revives } from '../../sync/plan/revival.ts';
import type { Step } from '../../sync/plan/step.ts';
import { guardHistory } from '../guard-history.ts';
import type { PassContext } from '../pass-context.ts';
import { followMerges } from './follow-merges.ts';
import type { Sightings } from './look.ts';
import { lookAt } from './look.ts';
import { view } from './link-views.ts';
import type { Pairing } from './pair.ts';
import { pairContacts } from './pair-contacts.ts';
import type { Changes } from './read-changes.ts';

/** What a pass is going to do, and which records it could not judge yet. */
export interface PassPlan {
  readonly steps: readonly Step[];
  readonly unclear: ReadonlySet<RecordId>;
  /** Items that could not be read whole, and are told again in the next pass. */
  readonly unread: ReadonlySet<ExchangeId>;
  /** Links that a new item takes over: the old ids are ended. */
  readonly replaced: readonly Link[];
  /** Ended links that follow their record into the one that it was merged with. */
  readonly moved: readonly Link[];
}

/** Looks at what changed, pairs what is new and plans; reads only, so it also serves the preview. */
export async function planPass(
  context: PassContext,
  reported: Changes,
  openIssues: readonly KnownIssue[],
): Promise<PassPlan> {
  const changes = await followMerges(context, reported);
  const focus = attention(changes);
  const companies = itemsWith(openIssues, ['TDM-C-COMPANY', 'TDM-C-COMPANY-TWICE']);
  const waiting = new Set([...itemsWith(openIssues, ['TDM-C-NOT-EDITABLE']), ...companies]);
  const sightings = await lookAt(context, changes, focus, waiting);
  const live = focus.links.filter(({ state }) => state === 'Live');
  const isGone = (exchangeId: ExchangeId) => sightings.exchange.get(exchangeId)?.kind === 'gone';
  const seconds = new Set(
    secondLinks(live, changes.moved, isGone).filter(({ recordId }) => !sightings.unclear.has(recordId)),
  );
  const revivals = onePerRecord(
    focus.links.filter((link) => link.state === 'Suppressed' && isRevived(link, sightings)),
    changes,
  );
  const pairing = await pairContacts(context, changes, { focus, revivals, sightings });
  const asView = (link: Link) => view(context, link, changes, sightings, companies);
  const steps = planContacts({
    ...context,
    links: [
      ...live
        .filter((link) => !seconds.has(link) && !pairing.taken.has(link.exchangeId))
        .filter(({ recordId }) => !sightings.unclear.has(recordId))
        .map(asView),
      ...revivals.map((link) => asView(revived(link))),
      ...pairing.views,
    ],
    seconds: [...seconds].map(asView),
    newItems: pairing.newItems,
    putBack: putBack(focus.links, changes, sightings),
    newRecords: pairing.newRecords,
    ...(await guardHistory(context, 'Contact')),
    approved: new Set(changes.asked.approved),
  });
  const { now, later } = oneWriteARecord(steps);
  return {
    steps: [...now, ...pairing.doubles.map(endDouble)],
    unclear: new Set([...sightings.unclear, ...pairing.unclear, ...later]),
    unread: pairing.unread,
    replaced: pairing.replaced,
    moved: changes.links.filter(
      (link) => link.state === 'Suppressed' && changes.moved.has(link.exchangeId) && !revivals.includes(link),
    ),
  };
}

/** While what was typed in a second item of a record is written there, its other items wait: they are then compared with that. */
function oneWriteARecord(steps: readonly Step[]) {
  const first = new Map<RecordId, Step>();
  for (const step of steps)
    if (step.kind === 'merge' && step.ends && Object.keys(step.merge.toSalesforce).length > 0)
      if (!first.has(step.record.id)) first.set(step.record.id, step);
  const waits = (step: Step) => 'link' in step && (first.get(step.link.recordId) ?? step) !== step;
  return {
    now: steps.filter((step) => !waits(step)),
    later: steps.flatMap((step) => ('link' in step && waits(step) ? [step.link.recordId] : [])),
  };
}

/** Items whose record was deleted, and for which a person asked; nothing else makes a deleted record anew. */
function putBack(links: readonly Link[], { asked, contacts }: Changes, sightings: Sightings) {
  return links.flatMap((link) => {
    const contact = contacts.get(link.exchangeId);
    const gone = sightings.salesforce.get(link.recordId)?.kind === 'gone';
    const isAsked = link.state === 'Suppressed' && asked.items.includes(link.exchangeId);
    return contact && gone && isAsked ? [{ link, contact }] : [];
  });
}

/** Of several ended links of one record, the one whose item showed itself lives again. */
function onePerRecord(links: readonly Link[], { contacts }: Changes): readonly Link[] {
  const shownLast = links.toSorted(
    (a, b) => Number(contacts.has(a.exchangeId)) - Number(contacts.has(b.exchangeId)),
  );
  return [...new Map(shownLast.map((link) => [link.recordId, link])).values()];
}

function isRevived(link: Link, sightings: Sightings): boolean {
  return revives(
    link,
    sightings.exchange.get(link.exchangeId) ?? null,
    sightings.salesforce.get(link.recordId) ?? null,
  );
}

/** A second item of one record stays as it is and is not synced. */
function endDouble({ contact, recordId }: Pairing['doubles'][number]): Step {
  const link = newLink(contact.id, recordId);
  return {
    kind: 'suppress',
    link,
    reason: 'Duplicate',
    issue: 'TDM-C-SECOND',
    item: itemName(contact, null),
  };
}

function itemsWith(issues: readonly KnownIssue[], codes: readonly IssueCode[]): ReadonlySet<ExchangeId> {
  return new Set(
    issues.flatMap(({ code, exchangeId }) =>
      codes.some((one) => one === code) && exchangeId !== null ? [exchangeId] : [],
    ),
  );
}
