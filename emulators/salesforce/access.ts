import type { Org } from './store/org.ts';

/**
 * What a session's user may do. Sessions of active users may do everything; record and field permissions are asked
 * for here when they are checked.
 */
export function mayUseSession(org: Org, userId: string): boolean {
  return org.row(userId)?.['IsActive'] === true;
}
