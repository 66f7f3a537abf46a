import type { ExchangeContact, Values } from '../../domain/item.ts';
import type { Fingerprints, Link } from '../../domain/link.ts';
import type { Side } from '../../domain/words.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { canonicalValues, valuesOf } from '../mapping/mapping.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { printsAfter } from '../merge/merge-values.ts';
import { editedByPerson } from './edited-by-person.ts';
import type { MergeStep } from './step.ts';

/** What became of the writes of a merge. `null`: there was nothing to write on that side. */
export interface MergeOutcome {
  /** The contact as Exchange answered it. */
  readonly written: ExchangeContact | null;
  readonly exchangeFailed: boolean;
  /** Values that Salesforce took; a company without an account is not among them. */
  readonly taken: Values | null;
  readonly salesforceFailed: boolean;
  /** ISO instant of this pass, by the bridge's clock; for people to read only. */
  readonly at: string;
}

/**
 * The link after a merge. What could not be written keeps its old fingerprints on both sides, so that it counts as changed, or
 * as a conflict, until it is; what went against the direction keeps that of its side. The version of an item that holds more
 * than Salesforce took is not known, so that nothing is written to it unread.
 */
export function linkAfter(
  step: MergeStep,
  outcome: MergeOutcome,
  mapping: Mapping,
  fingerprint: TakeFingerprint,
): Link {
  const { link, merge } = step;
  const contact = outcome.written ?? step.contact;
  const wrote = outcome.written !== null || outcome.taken !== null;
  const missing = [
    ...merge.waiting.map(({ field }) => field),
    ...(outcome.salesforceFailed ? Object.keys(merge.toSalesforce) : []),
  ];
  const against = (where: Side) =>
    merge.against.flatMap(({ field, side }) => (side === where ? [field] : []));
  const unwritten = [...missing, ...(outcome.exchangeFailed ? Object.keys(merge.toExchange) : [])];
  const stays = {
    Exchange: [...unwritten, ...against('Exchange')],
    Salesforce: [...unwritten, ...against('Salesforce')],
  };
  return {
    ...link,
    etag: missing.length > 0 || against('Exchange').length > 0 ? null : (contact?.etag ?? link.etag),
    madeBy: step.contact && editedByPerson(link, step.contact, mapping, fingerprint) ? null : link.madeBy,
    inFilter: step.inFilter ?? link.inFilter,
    pendingExchange: null,
    pendingSalesforce: null,
    exchangePrints: exchangePrintsAfter(step, outcome.written, stays.Exchange, mapping, fingerprint),
    salesforcePrints: keepOld(
      printsAfter(
        { ...canonicalValues(step.record.values, mapping), ...canonicalValuesOf(outcome.taken, mapping) },
        mapping,
        fingerprint,
      ),
      link.salesforcePrints,
      stays.Salesforce,
    ),
    lastSynced: wrote ? outcome.at : link.lastSynced,
    lastSyncedFrom: wrote ? (outcome.taken === null ? 'Salesforce' : 'Exchange') : link.lastSyncedFrom,
  };
}

/** Of a contact that was written without having been read, only what was written is news. */
function exchangePrintsAfter(
  { link, merge, contact }: MergeStep,
  written: ExchangeContact | null,
  unwritten: readonly string[],
  mapping: Mapping,
  fingerprint: TakeFingerprint,
): Fingerprints {
  const now = written ?? contact;
  if (now === null) return link.exchangePrints;
  const prints = printsAfter(valuesOf(now.properties, mapping), mapping, fingerprint);
  if (contact !== null) return keepOld(prints, link.exchangePrints, unwritten);
  const unread = Object.keys(prints).filter((field) => !(field in merge.toExchange));
  return keepOld(prints, link.exchangePrints, unread);
}

function canonicalValuesOf(values: Values | null, mapping: Mapping): Values {
  if (values === null) return {};
  const all = canonicalValues(values, mapping);
  return Object.fromEntries(Object.keys(values).map((field) => [field, all[field] ?? null]));
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
