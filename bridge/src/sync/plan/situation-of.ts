import type { UserId } from '../../domain/ids.ts';
import type { Values } from '../../domain/item.ts';
import type { Fingerprints, Link } from '../../domain/link.ts';
import type { UserPermissions } from '../../domain/permissions.ts';
import type { ContactPolicy } from '../../domain/policy.ts';
import { flowsFrom } from '../../domain/words.ts';
import type { Cell, Situation } from '../decide/situation.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { canonicalValues, valuesOf } from '../mapping/mapping.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { printOf } from '../merge/merge-values.ts';
import { editedByPerson } from './edited-by-person.ts';
import type { ExchangeSighting, SalesforceSighting } from './sighting.ts';

export interface SituationInput {
  readonly link: Link;
  readonly exchange: ExchangeSighting | null;
  readonly salesforce: SalesforceSighting | null;
  readonly ownsRecord: boolean;
  readonly merged: boolean;
  readonly userId: UserId;
  readonly permissions: Pick<UserPermissions, 'createContacts'>;
  readonly policy: ContactPolicy;
  readonly mapping: Mapping;
  readonly fingerprint: TakeFingerprint;
}

/** The cell that a link is in, and what else its decision depends on. */
export function situationOf(input: SituationInput): Situation {
  const { link, exchange, salesforce, policy, mapping, fingerprint } = input;
  const contact = exchange?.kind === 'present' ? exchange.contact : null;
  const leftFilter =
    salesforce?.kind === 'present' &&
    salesforce.inFilter === false &&
    link.inFilter &&
    // Whether it ever was in the filter is remembered together with the rest.
    isRemembered(link) &&
    flowsFrom('Salesforce', policy.direction);
  return {
    exchange: exchangeCell(input),
    salesforce: leftFilter ? 'gone' : salesforceCell(input),
    exchangeGone: exchange?.kind === 'gone' ? exchange.how : null,
    salesforceGone: leftFilter ? 'OutOfFilter' : howGone(salesforce),
    remembered: isRemembered(link),
    madeBy: contact && editedByPerson(link, contact, mapping, fingerprint) ? null : link.madeBy,
    ownsRecord: input.ownsRecord,
    isPerson: salesforce?.kind === 'present' && salesforce.record.isPerson,
    mayDelete: salesforce?.kind === 'present' && salesforce.access.delete,
    mayCreate: input.permissions.createContacts,
    policy,
  };
}

function howGone(salesforce: SalesforceSighting | null): Situation['salesforceGone'] {
  if (salesforce?.kind === 'hidden') return 'AccessLost';
  return salesforce?.kind === 'gone' ? salesforce.how : null;
}

/** Whether the values of the last pass are known. */
export function isRemembered({ exchangePrints, salesforcePrints }: Link): boolean {
  return Object.keys(exchangePrints).length > 0 && Object.keys(salesforcePrints).length > 0;
}

function exchangeCell({ link, exchange, mapping, fingerprint }: SituationInput): Cell {
  if (exchange === null) return 'unchanged';
  if (exchange.kind === 'gone') return 'gone';
  const values = valuesOf(exchange.contact.properties, mapping);
  return differs(values, link.exchangePrints, mapping, fingerprint) ? 'changed' : 'unchanged';
}

function salesforceCell({ link, salesforce, merged, mapping, fingerprint }: SituationInput): Cell {
  if (salesforce === null) return 'unchanged';
  if (salesforce.kind !== 'present') return 'gone';
  // A merge is work on the record, even when all values that are mapped are those of the loser.
  if (merged) return 'changed';
  const values = canonicalValues(salesforce.record.values, mapping);
  return differs(values, link.salesforcePrints, mapping, fingerprint) ? 'changed' : 'unchanged';
}

/** Whether any value is another one than that of the prints. */
export function differs(
  values: Values,
  prints: Fingerprints,
  mapping: Mapping,
  fingerprint: TakeFingerprint,
): boolean {
  return mapping.fields.some((field) => {
    const value = values[field.field] ?? null;
    const before = prints[field.field];
    // What was never remembered and is empty was not typed by anybody.
    return before === undefined ? value !== null : before !== printOf(field, value, { fingerprint });
  });
}
