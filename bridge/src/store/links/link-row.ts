import type { Fingerprints, Link } from '../../domain/link.ts';
import type { LinkTable } from '../schema.ts';
import type { Claim } from '../store.ts';

/** A link as its row. */
export function toRow({ userId, kind }: Claim, link: Link): LinkTable {
  return {
    ...link,
    userId,
    kind,
    exchangePrints: JSON.stringify(link.exchangePrints),
    salesforcePrints: JSON.stringify(link.salesforcePrints),
    companyPrint: link.exchangePrints['AccountId'] ?? null,
  };
}

/** A row as its link. */
export function toLink({ userId: _user, companyPrint: _company, ...row }: LinkTable): Link {
  return {
    ...row,
    exchangePrints: JSON.parse(row.exchangePrints) as Fingerprints,
    salesforcePrints: JSON.parse(row.salesforcePrints) as Fingerprints,
  };
}
