import type { Link } from '../../domain/link.ts';
import type { Values } from '../../domain/item.ts';
import type { EventPolicy } from '../../domain/policy.ts';
import type { Cell, Situation } from '../decide/situation.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { differs, isRemembered } from '../plan/situation-of.ts';
import type { ItemSighting, RecordSighting } from './event-sighting.ts';
import { itemValues, recordValues } from './event-values.ts';

/** What the cell of a link of events is judged by. */
export interface EventSituationInput {
  readonly link: Link;
  readonly exchange: ItemSighting | null;
  readonly salesforce: RecordSighting | null;
  readonly ownsRecord: boolean;
  readonly policy: EventPolicy;
  readonly mapping: Mapping;
  readonly fingerprint: TakeFingerprint;
  /** The link of another item, now struck out, by which the record was held until now. */
  readonly replaces: Link | null;
}

/** The cell that a link of events is in, and what else its decision depends on. */
export function eventSituation(input: EventSituationInput): Situation {
  const { link, exchange, salesforce, policy } = input;
  const exchangeCell = cellOf(exchange?.kind ?? null, () => itemChanged(input));
  return {
    exchange: exchangeCell,
    salesforce: cellOf(salesforce?.kind ?? null, () => recordChanged(input)),
    exchangeGone: exchange?.kind === 'gone' ? exchange.how : null,
    salesforceGone: howGone(salesforce),
    remembered: isRemembered(link),
    madeBy: exchangeCell === 'changed' && link.madeBy === 'Exchange' ? null : link.madeBy,
    ownsRecord: input.ownsRecord,
    isPerson: false,
    mayDelete: salesforce?.kind === 'present' && salesforce.access.delete,
    // Who may not make events has no direction out of Exchange (permitted-direction.ts).
    mayCreate: true,
    policy,
  };
}

function cellOf(kind: 'present' | 'hidden' | 'gone' | null, changed: () => boolean): Cell {
  if (kind === null) return 'unchanged';
  if (kind === 'present') return changed() ? 'changed' : 'unchanged';
  return 'gone';
}

function itemChanged({ link, exchange, mapping, fingerprint, replaces }: EventSituationInput): boolean {
  if (exchange?.kind !== 'present') return false;
  // Who changed what repeats edited the item, so that a record deleted meanwhile does not take it along.
  if (replaces !== null) return true;
  const values: Values = itemValues(exchange.item, exchange.masked, mapping);
  return differs(values, link.exchangePrints, mapping, fingerprint);
}

function recordChanged({ link, salesforce, mapping, fingerprint }: EventSituationInput): boolean {
  if (salesforce?.kind !== 'present') return false;
  return differs(recordValues(salesforce.record, mapping), link.salesforcePrints, mapping, fingerprint);
}

function howGone(salesforce: RecordSighting | null): Situation['salesforceGone'] {
  if (salesforce?.kind === 'hidden') return 'AccessLost';
  return salesforce?.kind === 'gone' ? salesforce.how : null;
}
