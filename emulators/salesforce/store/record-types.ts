import { permissionSetsOf } from '../access/user-permissions.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Act, Org } from './org.ts';
import type { Row } from './table.ts';

/** Whether a user may make records of a record type: everybody may, unless its audience is named. */
export function hasRecordType(org: Org, userId: string, recordTypeId: string): boolean {
  const audience = org.recordTypeAudience.get(recordTypeId);
  if (audience === undefined) return true;
  return permissionSetsOf(org, userId).some(
    (set) => audience.includes(String(set['Name'])) || audience.includes(String(set['Label'])),
  );
}

/** A record type that is inactive, or not one of the writer's, cannot be given to a record. */
export function recordTypeRefusal(
  org: Org,
  row: Row,
  before: Row | undefined,
  act: Act,
): Refusal | undefined {
  const id = row['RecordTypeId'];
  if (act.seeding || typeof id !== 'string' || id === before?.['RecordTypeId']) return undefined;
  if (org.row(id)?.['IsActive'] !== false && hasRecordType(org, act.userId, id)) return undefined;
  const message = `Record Type ID: this ID value isn't valid for the user: ${id}`;
  return refuse('INVALID_CROSS_REFERENCE_KEY', message, ['RecordTypeId']);
}
