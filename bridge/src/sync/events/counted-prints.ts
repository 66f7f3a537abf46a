import type { SalesforceEvent } from '../../domain/event.ts';
import type { Fingerprints, Link } from '../../domain/link.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { isHidden } from './event-fields.ts';
import type { EventItem } from './event-item.ts';
import { isPrivateItem } from './event-item.ts';
import { itemValues, recordValues } from './event-values.ts';
import { printsOfAlike } from './prints-of-alike.ts';

/** A pair, and how it came to be one. */
export interface Remembered {
  readonly link: Link;
  /** Null when the item was not read, because nothing changed there. */
  readonly item: EventItem | null;
  readonly record: SalesforceEvent;
  readonly masked: boolean;
  /** The link goes on with another date of its series, which has nothing of what the former one was changed to. */
  readonly goesOn: boolean;
  readonly fingerprint: TakeFingerprint;
}

type Prints = Pick<Link, 'exchangePrints' | 'salesforcePrints'>;

/** What the merge of an event goes by: what the link remembers of both sides, but for what does not hold any more. */
export function countedPrints(input: Remembered, mapping: Mapping): Prints {
  const { item } = input;
  const [known, shown] = [rememberedOf(input, mapping), shownDetails(input, mapping)];
  return {
    exchangePrints: standing(item, { ...known.exchangePrints, ...shown.exchangePrints }),
    salesforcePrints: standing(item, { ...known.salesforcePrints, ...shown.salesforcePrints }),
  };
}

/** While another mailbox's copy is private nobody makes the record public: what Salesforce says of that counts as never known. */
function standing(item: EventItem | null, { IsPrivate, ...prints }: Fingerprints): Fingerprints {
  return IsPrivate === undefined || item?.isPrivateElsewhere === true ? prints : { ...prints, IsPrivate };
}

/**
 * What the record shows of a masked item, whatever is remembered of it: after a reset that is nothing, and after a pass that broke
 * off not what was written last. It was taken from there, and counts as remembered on both sides, so that it is taken away.
 */
function shownDetails({ item, record, masked, fingerprint }: Remembered, mapping: Mapping): Prints {
  if (item === null || !masked) return { exchangePrints: {}, salesforcePrints: {} };
  const whole = itemValues(item, false, mapping);
  const fields = mapping.fields.filter(({ field }) => isHidden(field) && (whole[field] ?? null) !== null);
  return printsOfAlike(item, record, { ...mapping, fields }, fingerprint);
}

/**
 * What is remembered of the pair. A date that was changed loses that with the rule of its series; what people had added to its record
 * in Salesforce counts as never remembered then, so that it stays there and fills the new date.
 */
function rememberedOf({ link, item, record, goesOn }: Remembered, mapping: Mapping): Prints {
  if (!goesOn || item === null || isPrivateItem(item) || link.lastSyncedFrom !== 'Salesforce') return link;
  const [there, here] = [itemValues(item, false, mapping), recordValues(record, mapping)];
  const isAdded = (field: string) => (there[field] ?? null) === null && (here[field] ?? null) !== null;
  const without = (prints: Fingerprints): Fingerprints =>
    Object.fromEntries(Object.entries(prints).filter(([field]) => !added.includes(field) || !isAdded(field)));
  return {
    exchangePrints: without(link.exchangePrints),
    salesforcePrints: without(link.salesforcePrints),
  };
}

/** What people add to a record; the other fields of an event always hold something, or go with its time. */
const added: readonly string[] = ['Location', 'Description'];
