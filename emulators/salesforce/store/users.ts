import type { Act, Org } from './org.ts';
import type { Row } from './table.ts';

/** Gives a user the permission set that its profile owns, and takes another profile's away. */
export function assignProfile(org: Org, user: Row, act: Act): void {
  const sets = org.table(org.schema.object('PermissionSet')!);
  const assignmentType = org.schema.object('PermissionSetAssignment')!;
  const assignments = org.table(assignmentType);
  const assignee = org.schema.field(assignmentType, 'AssigneeId')!;
  for (const id of assignments.lookup(assignee, user.Id)) {
    const set = sets.get(assignments.get(id)!['PermissionSetId'] as string);
    if (set?.['IsOwnedByProfile'] === true) act.journal.remove(assignments, id);
  }
  for (const set of sets.all()) {
    if (set['IsOwnedByProfile'] !== true || set['ProfileId'] !== user['ProfileId']) continue;
    act.journal.put(assignments, {
      Id: assignments.nextId(),
      AssigneeId: user.Id,
      PermissionSetId: set.Id,
      IsActive: true,
      SystemModstamp: act.stamp,
    });
  }
}
