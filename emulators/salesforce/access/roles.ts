import type { Org } from '../store/org.ts';

/** Whether a user's role stands above another user's in the role hierarchy (Object Reference, "UserRole"). */
export function isRoleAbove(org: Org, userId: string, otherId: string): boolean {
  const role = roleOf(org, userId);
  if (role === undefined) return false;
  const seen = new Set<string>();
  let current = parentOf(org, roleOf(org, otherId));
  while (current !== undefined && !seen.has(current)) {
    if (current === role) return true;
    seen.add(current);
    current = parentOf(org, current);
  }
  return false;
}

function roleOf(org: Org, userId: string): string | undefined {
  return org.row(userId)?.['UserRoleId'] as string | undefined;
}

function parentOf(org: Org, roleId: string | undefined): string | undefined {
  return roleId === undefined ? undefined : (org.row(roleId)?.['ParentRoleId'] as string | undefined);
}
