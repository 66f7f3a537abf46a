import type { Values } from '../../domain/item.ts';
import type { Fingerprints, Link } from '../../domain/link.ts';
import { printsAfter } from '../merge/merge-values.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import type { EventItem } from './event-item.ts';
import { etagOf } from './event-item.ts';
import type { MergeEventStep } from './event-step.ts';
import { itemValues, recordValues } from './event-values.ts';

/** What became of the writes of a merge. `null`: there was nothing to write on that side. */
export interface EventMergeOutcome {
  /** The item as Exchange answered it. */
  readonly written: EventItem | null;
  readonly exchangeFailed: boolean;
  /** Values that Salesforce took; all of them unless it failed. */
  readonly taken: Values | null;
  readonly salesforceFailed: boolean;
  /** ISO instant of this pass, by the bridge's clock; for people to read only. */
  readonly at: string;
}

/**
 * The link after a merge of events. What could not be written keeps its old fingerprints on both sides, so that it counts as
 * changed until it is; what went against the direction keeps that of its side.
 */
export function eventLinkAfter(
  step: MergeEventStep,
  { written, exchangeFailed, taken, salesforceFailed, at }: EventMergeOutcome,
  fingerprint: TakeFingerprint,
): Link {
  const { link, merge, mapping, record, masked } = step;
  const unwritten = [
    ...(record.isSeriesRow ? [] : merge.waiting.map(({ field }) => field)),
    ...(salesforceFailed ? Object.keys(merge.toSalesforce).filter((field) => !(field in (taken ?? {}))) : []),
    ...(exchangeFailed ? Object.keys(merge.toExchange) : []),
  ];
  const against = (where: 'Exchange' | 'Salesforce') =>
    merge.against.flatMap(({ field, side }) => (side === where ? [field] : []));
  const item = written ?? step.item;
  const exchange =
    item === null
      ? link.exchangePrints
      : printsAfter({ ...itemValues(item, masked, mapping), ...readOf(step, written) }, mapping, fingerprint);
  const salesforce = printsAfter({ ...recordValues(record, mapping), ...taken }, mapping, fingerprint);
  const wrote = written !== null || taken !== null;
  return {
    ...link,
    isOrganizer: item?.event.isOrganizer ?? link.isOrganizer,
    etag: item?.event.etag ?? link.etag,
    pendingExchange: null,
    pendingSalesforce: null,
    exchangePrints: keepOld(exchange, link.exchangePrints, [...unwritten, ...against('Exchange')]),
    salesforcePrints: keepOld(salesforce, link.salesforcePrints, [...unwritten, ...against('Salesforce')]),
    lastSynced: wrote ? at : link.lastSynced,
    lastSyncedFrom: wrote ? (taken === null ? 'Salesforce' : 'Exchange') : link.lastSyncedFrom,
  };
}

/** What was read of an item that was then written without a condition: all else in the answer a person changed meanwhile. */
function readOf({ item, merge, masked, mapping }: MergeEventStep, written: EventItem | null): Values {
  if (item === null || written === null || etagOf(item) !== null) return {};
  const read = Object.entries(itemValues(item, masked, mapping));
  return Object.fromEntries(read.filter(([field]) => !(field in merge.toExchange)));
}

function keepOld(prints: Fingerprints, old: Fingerprints, fields: readonly string[]): Fingerprints {
  const kept = { ...prints };
  for (const field of fields) {
    const before = old[field];
    if (before === undefined) delete kept[field];
    else kept[field] = before;
  }
  return kept;
}
