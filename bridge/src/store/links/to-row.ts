import type { Link } from '../../domain/link.ts';
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
