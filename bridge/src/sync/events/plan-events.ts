import type { SalesforceEvent } from '../../domain/event.ts';
import type { ExchangeId, Fingerprint } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import type { Side } from '../../domain/words.ts';
import { flowsFrom } from '../../domain/words.ts';
import { decide } from '../decide/decide.ts';
import type { DeletionHistory } from '../guard.ts';
import { deletionsHeld } from '../guard.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { eventCode } from './event-codes.ts';
import type { EventItem } from './event-item.ts';
import type { ItemSighting, RecordSighting } from './event-sighting.ts';
import { eventSituation } from './event-situation.ts';
import type { EventStep, MergeEventStep } from './event-step.ts';
import { unholdable } from './event-time.ts';
import { itemValues, recordValues } from './event-values.ts';
import { followRow } from './follow-row.ts';
import type { ItemScope } from './item-scope.ts';
import { mergeEvent, organisersFields } from './merge-event.ts';

/** A live link with what was seen of both of its sides. */
export interface EventLinkView {
  readonly link: Link;
  readonly exchange: ItemSighting | null;
  readonly salesforce: RecordSighting | null;
  readonly ownsRecord: boolean;
  /** The pair was made in this pass. */
  readonly paired: boolean;
  /** Another mailbox's copy of the meeting writes; this one only belongs to it. */
  readonly follows: boolean;
  /** This copy writes, and an attendee's user owns the record, which that one's mailbox made. */
  readonly takesOver: boolean;
  /** An attendee's copy writes, since the organiser may not change the record. */
  readonly standsIn: boolean;
  /** Tandem made the item of a record that another user owns now, and no other mailbox has the meeting. */
  readonly handedOn: boolean;
  /** The link by which the record was held until now, when its item is no more and this one goes on with it. */
  readonly replaces: Link | null;
}

/** An item without a link, and whether it syncs. */
export interface NewItem {
  readonly item: EventItem;
  readonly scope: ItemScope;
  /** By what the meeting is known in all mailboxes. */
  readonly meeting: Fingerprint;
  /** The link whose record is gone, where a person asked for the item to be put back. */
  readonly replaces: Link | null;
}

/** A record that goes out, and the link whose item went when its user did not own it. */
export interface NewRecord {
  readonly record: SalesforceEvent;
  readonly replaces: Link | null;
}

export interface EventPlanInput {
  readonly policy: EventPolicy;
  readonly mapping: Mapping;
  readonly fingerprint: TakeFingerprint;
  readonly links: readonly EventLinkView[];
  readonly newItems: readonly NewItem[];
  /** Records that go out and that no item was found for. */
  readonly newRecords: readonly NewRecord[];
  readonly liveLinks: number;
  readonly deletions: DeletionHistory;
  /** Items whose deletion an admin approved; the guard lets them pass and does not count them. */
  readonly approved: ReadonlySet<ExchangeId>;
}

/** What a pass of events will do: pure, so that preview and the real pass cannot differ. */
export function planEvents(input: EventPlanInput): readonly EventStep[] {
  const steps = [
    ...input.links.flatMap((view) => withFormer(view, planLink(view, input))),
    ...input.newItems.map((item) => planItem(item, input)),
    ...input.newRecords.flatMap((record) => planRecord(record, input)),
  ];
  return holdMassDeletions(steps, input);
}

/** A link that goes on with another item takes the one along that it replaces, whatever becomes of it. */
function withFormer({ replaces }: EventLinkView, steps: readonly EventStep[]): readonly EventStep[] {
  const isTakenAlong = steps.some((step) => 'replaces' in step && step.replaces === replaces);
  if (replaces === null || steps.length === 0 || isTakenAlong) return steps;
  const former = {
    link: replaces,
    reason: 'DeletedByPolicy',
    issue: null,
    item: null,
    record: null,
  } as const;
  return [{ kind: 'suppress', ...former }, ...steps];
}

function planLink(view: EventLinkView, input: EventPlanInput): readonly EventStep[] {
  const { link, exchange, salesforce } = view;
  const record = salesforce?.kind === 'present' ? salesforce.record : null;
  if (exchange?.kind === 'hidden') return reduce(view, exchange.item, record, input);
  const item = exchange?.kind === 'present' ? exchange.item : null;
  if (view.takesOver && item !== null) return [takeOver(view, item)];
  if (view.follows) return planFollower(view, item, record);
  const situation = eventSituation({ ...input, ...view });
  if (view.handedOn && item !== null && situation.exchange === 'unchanged' && isSentOut(input))
    return [{ kind: 'delete', side: 'Exchange', link, item, record, reason: 'AccessLost' }];
  // Deleting a row of a series could take the whole series along.
  if (record?.isSeriesRow && exchange?.kind === 'gone')
    return [{ kind: 'suppress', link, reason: 'DeletedByPolicy', issue: 'TDM-E-SERIES-ROW', item, record }];
  const decision = decide(situation);
  switch (decision.kind) {
    case 'nothing':
    case 'merge':
      return record === null ? [] : [mergeStep(view, item, record, input)];
    case 'suppress':
      return [
        { kind: 'suppress', link, reason: decision.reason, issue: eventCode(decision.issue), item, record },
      ];
    case 'delete':
      return [{ kind: 'delete', side: decision.side, link, item, record, reason: decision.reason }];
    case 'recreate':
      if (decision.side === 'Exchange')
        return record === null
          ? []
          : [{ kind: 'createItem', record, values: recordValues(record, input.mapping), replaces: link }];
      if (item === null || exchange?.kind !== 'present') return [];
      return [recreation(link, item, exchange.masked, input)];
  }
}

/** The record anew, or why Salesforce cannot hold it: then the item stays in Outlook alone. */
function recreation(link: Link, item: EventItem, masked: boolean, { mapping }: EventPlanInput): EventStep {
  const issue = unholdable(item.time);
  if (issue !== null) return { kind: 'suppress', link, reason: 'DeletedByPolicy', issue, item, record: null };
  const values = itemValues(item, masked, mapping);
  return { kind: 'createRecord', item, masked, meeting: link.meeting, values, replaces: link };
}

function takeOver({ link, salesforce, paired }: EventLinkView, item: EventItem): EventStep {
  return { kind: 'handOver', link, item, paired, isHidden: salesforce?.kind === 'hidden' };
}

/** One meeting is one record, and one copy of it writes: of the others only the links begin and end. */
function planFollower(
  { link, exchange, salesforce, paired, replaces }: EventLinkView,
  item: EventItem | null,
  record: SalesforceEvent | null,
): readonly EventStep[] {
  if (exchange?.kind === 'gone') {
    const reason = exchange.how === 'MovedOut' ? 'MovedOut' : 'DeletedByPolicy';
    return [{ kind: 'suppress', link, reason, issue: null, item, record }];
  }
  if (salesforce?.kind === 'gone')
    return [{ kind: 'suppress', link, reason: 'DeletedByPolicy', issue: null, item, record }];
  if (item === null || (!paired && replaces === null)) return [];
  return [{ kind: 'join', link, item, replaces }];
}

/** Nothing of a private event stays in Salesforce but that somebody is busy; then the link ends until it is public again. */
function reduce(
  view: EventLinkView,
  item: EventItem,
  record: SalesforceEvent | null,
  input: EventPlanInput,
): readonly EventStep[] {
  const { link } = view;
  if (record === null || view.follows || record.isSeriesRow)
    return [{ kind: 'suppress', link, reason: 'OutOfFilter', issue: null, item, record }];
  const exchange = { kind: 'present', item, masked: true } as const;
  return [{ ...mergeStep({ ...view, exchange }, item, record, input), ends: true }];
}

function mergeStep(
  view: EventLinkView,
  item: EventItem | null,
  record: SalesforceEvent,
  input: EventPlanInput,
): MergeEventStep {
  const { link, paired, exchange, salesforce } = view;
  const masked = exchange?.kind === 'present' && exchange.masked;
  const editable = salesforce?.kind === 'present' && salesforce.access.edit && !record.isSeriesRow;
  const goesOn = view.replaces !== null;
  const of = { ...input, link, item, record, masked, goesOn, editable };
  const { merge, mapping } = record.isSeriesRow ? followRow(of) : mergeEvent(of);
  return {
    kind: 'merge',
    link,
    item,
    record,
    merge,
    mapping,
    masked,
    paired,
    ends: false,
    readOnly: !editable && !record.isSeriesRow,
    unholdable: item === null || record.isSeriesRow ? null : unholdable(item.time),
    unheard: record.isSeriesRow ? [] : organisersFields(of, merge),
    standsIn: view.standsIn,
    replaces: view.replaces,
  };
}

function planItem(
  { item, scope, meeting, replaces }: NewItem,
  { policy, mapping }: EventPlanInput,
): EventStep {
  if (scope.kind === 'leftOut') return { kind: 'loose', item, issue: null };
  if (!flowsFrom('Exchange', policy.direction)) return { kind: 'loose', item, issue: null };
  if (scope.kind === 'cannot') return { kind: 'loose', item, issue: scope.issue };
  const { masked } = scope;
  return { kind: 'createRecord', item, masked, meeting, values: itemValues(item, masked, mapping), replaces };
}

function planRecord({ record, replaces }: NewRecord, input: EventPlanInput): readonly EventStep[] {
  if (!isSentOut(input)) return [];
  return [{ kind: 'createItem', record, values: recordValues(record, input.mapping), replaces }];
}

function isSentOut({ policy }: EventPlanInput): boolean {
  return flowsFrom('Salesforce', policy.direction);
}

function holdMassDeletions(steps: readonly EventStep[], input: EventPlanInput): readonly EventStep[] {
  const { liveLinks, deletions, approved } = input;
  const unasked = steps.filter((step) => !('link' in step) || !approved.has(step.link.exchangeId));
  const held = new Set<Side>(
    (['Exchange', 'Salesforce'] as const).filter((side) =>
      deletionsHeld(side, unasked.filter((step) => carriesTo(step) === side).length, liveLinks, deletions),
    ),
  );
  return steps.map((step) => holdEventDeletion(step, held, approved));
}

/** The step, or that its deletion waits for an admin when it is on one of the sides and was not approved. */
export function holdEventDeletion(
  step: EventStep,
  sides: ReadonlySet<Side>,
  approved: ReadonlySet<ExchangeId>,
): EventStep {
  const side = carriesTo(step);
  if (side === null || !sides.has(side) || !('link' in step)) return step;
  if (approved.has(step.link.exchangeId) || (step.kind !== 'delete' && step.kind !== 'suppress')) return step;
  const { link, item, record } = step;
  return { kind: 'hold', link, gone: side === 'Exchange' ? 'Salesforce' : 'Exchange', item, record };
}

/**
 * The side on which a step deletes. Items and records that are missing without having been seen deleted count too: an empty
 * answer must not end all links.
 */
function carriesTo(step: EventStep): Side | null {
  if (step.kind === 'delete') return step.side;
  if (step.kind !== 'suppress') return null;
  if (step.issue === 'TDM-E-PURGED') return 'Exchange';
  return step.issue === 'TDM-E-DELETED-UNSEEN' ? 'Salesforce' : null;
}
