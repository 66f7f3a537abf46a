import { gateOf, openGate, type Gate } from './access/gate.ts';
import type { Org } from './store/org.ts';

/** Whether a user may have a session at all. */
export function mayUseSession(org: Org, userId: string): boolean {
  return org.row(userId)?.['IsActive'] === true;
}

/** What a session's user may do: everything unless permissions are enforced. */
export function sessionGate(org: Org, userId: string): Gate {
  return org.quirks().enforcePermissions ? gateOf(org, userId) : openGate;
}

/** What a person may do with their own hands: everything unless people's access is respected. */
export function personGate(org: Org, userId: string): Gate {
  return org.quirks().peopleRespectAccess ? gateOf(org, userId) : openGate;
}
