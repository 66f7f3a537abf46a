import type { ExchangeId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import type { LinkView } from '../../sync/plan/plan-contacts.ts';
import type { PassContext } from '../pass-context.ts';
import type { KeyedRecord } from './keyed-records.ts';
import type { Sightings } from './look.ts';
import type { MadePair } from './pair.ts';
import type { Changes } from './read-changes.ts';

/** A link as the plan sees it: with what was seen of both sides. */
export function view(
  context: PassContext,
  link: Link,
  { moved }: Changes,
  sightings: Sightings,
  companies: ReadonlySet<ExchangeId>,
): LinkView {
  return {
    link,
    exchange: sightings.exchange.get(link.exchangeId) ?? null,
    salesforce: sightings.salesforce.get(link.recordId) ?? null,
    ownsRecord: sightings.known.get(link.recordId)?.ownerId === context.userId,
    paired: false,
    merged: moved.has(link.exchangeId),
    companyOpen: companies.has(link.exchangeId),
  };
}

/** A pair as it stands before its first pass; its record may have been deleted meanwhile, or its item. */
export function pairView(
  context: PassContext,
  pair: KeyedRecord & Pick<MadePair, 'by'>,
  records: Pick<Sightings, 'salesforce'>,
): LinkView[] {
  const salesforce = records.salesforce.get(pair.recordId);
  if (salesforce === undefined) return [];
  const link: Link = {
    ...newLink(pair.exchangeId, pair.recordId),
    // A marker does not tell whether the user changed the copy meanwhile, so it is not taken away later.
    madeBy: pair.by === 'key' ? 'Salesforce' : null,
    etag: pair.exchange.kind === 'present' ? (pair.exchange.contact.etag ?? null) : null,
    inFilter: salesforce.kind === 'present' && salesforce.inFilter === true,
  };
  const ownsRecord = salesforce.kind === 'present' && salesforce.record.ownerId === context.userId;
  return [
    {
      link,
      exchange: pair.exchange,
      salesforce,
      ownsRecord,
      paired: true,
      merged: false,
      companyOpen: false,
    },
  ];
}
