import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Org } from '../store/org.ts';
import type { Row } from '../store/table.ts';
import { allowsField, allowsObject, isGoverned, type ObjectAction } from './object-access.ts';
import { recordAccess, type RecordAccess } from './record-access.ts';
import { permissionsOf } from './user-permissions.ts';

/** What one request may do. */
export interface Gate {
  allows(type: ObjectType, action: ObjectAction): boolean;
  readsField(type: ObjectType, field: Field): boolean;
  editsField(type: ObjectType, field: Field): boolean;
  record(type: ObjectType, row: Row): RecordAccess;
  sees(type: ObjectType, row: Row): boolean;
  readonly viewsAllData: boolean;
}

const everything: RecordAccess = { read: true, edit: true, delete: true, transfer: true, all: true };

/** Lets everything through. */
export const openGate: Gate = {
  allows: () => true,
  readsField: () => true,
  editsField: () => true,
  record: () => everything,
  sees: () => true,
  viewsAllData: true,
};

/** Lets through what the user's profile, permission sets and sharing allow. */
export function gateOf(org: Org, userId: string): Gate {
  const record = (type: ObjectType, row: Row) =>
    isGoverned(type) ? recordAccess(org, userId, type, row) : everything;
  /** Asked once a request, not once a row. */
  const seen = new Map<ObjectType, boolean>();
  const seesAll = (type: ObjectType) => {
    let all = seen.get(type);
    if (all === undefined) {
      const permissions = permissionsOf(org, userId);
      all =
        !isGoverned(type) ||
        (allowsObject(org, userId, type, 'Read') &&
          (permissions.user('ViewAllData') ||
            permissions.user('ModifyAllData') ||
            permissions.object(type.name, 'ViewAllRecords')));
      seen.set(type, all);
    }
    return all;
  };
  return {
    allows: (type, action) => allowsObject(org, userId, type, action),
    readsField: (type, field) => allowsField(org, userId, type, field, 'Read'),
    editsField: (type, field) => allowsField(org, userId, type, field, 'Edit'),
    record,
    sees: (type, row) => seesAll(type) || record(type, row).read,
    get viewsAllData() {
      const permissions = permissionsOf(org, userId);
      return permissions.user('ViewAllData') || permissions.user('ModifyAllData');
    },
  };
}
