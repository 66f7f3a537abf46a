import type { Link } from '../../domain/link.ts';

/** The link, ended for that reason. */
export function ended(link: Link, reason: NonNullable<Link['reason']>): Link {
  return { ...link, state: 'Suppressed', reason, pendingExchange: null, pendingSalesforce: null };
}
