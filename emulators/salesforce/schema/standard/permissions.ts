import { checkbox, field, picklist, readOnly, reference, required, text } from '../field.ts';
import { objectType, systemFields, type ObjectType } from '../object-type.ts';
import { userPermissions } from './users.ts';

const audit = () => systemFields().filter((one) => one.name !== 'IsDeleted');
const noBin = { undeletable: false, replicateable: false } as const;
const owned = (name: string, label: string, to: string) =>
  reference(name, label, to, { ...required, updateable: false, deleteConstraint: 'Cascade' });

/** PermissionSet; each profile has one with `IsOwnedByProfile`. */
export function permissionSet(): ObjectType {
  return objectType(
    'PermissionSet',
    ['Permission Set', 'Permission Sets'],
    '0PS',
    [
      ...audit(),
      text('Name', 'Permission Set Name', 80, { ...required, nameField: true }),
      text('Label', 'Permission Set Label', 80, required),
      text('Description', 'Description', 255),
      text('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
      checkbox('IsOwnedByProfile', 'Is Owned By Profile', readOnly),
      checkbox('IsCustom', 'Custom', { ...readOnly, defaultValue: true }),
      reference('ProfileId', 'Profile ID', 'Profile', readOnly),
      reference('PermissionSetGroupId', 'Permission Set Group ID', 'PermissionSetGroup', readOnly),
      picklist('Type', 'Permission Set Type', ['Regular', 'Profile', 'Group', 'Session'], {
        ...readOnly,
        length: 40,
        defaultValue: 'Regular',
      }),
      ...userPermissions(),
    ],
    noBin,
  );
}

export function permissionSetAssignment(): ObjectType {
  return objectType(
    'PermissionSetAssignment',
    ['Permission Set Assignment', 'Permission Set Assignments'],
    '0Pa',
    [
      owned('AssigneeId', 'Assignee ID', 'User'),
      {
        ...owned('PermissionSetId', 'Permission Set ID', 'PermissionSet'),
        childRelationshipName: 'Assignments',
      },
      reference('PermissionSetGroupId', 'Permission Set Group ID', 'PermissionSetGroup'),
      checkbox('IsActive', 'Is Active', { ...readOnly, defaultValue: true }),
      field('ExpirationDate', 'Expiration Date', 'datetime'),
      field('SystemModstamp', 'System Modstamp', 'datetime', { ...readOnly, nillable: false }),
    ],
    noBin,
  );
}

/** PermissionSetGroup: permission sets that are assigned together; its own permission set has what they grant. */
export function permissionSetGroup(): ObjectType {
  return objectType(
    'PermissionSetGroup',
    ['Permission Set Group', 'Permission Set Groups'],
    '0PG',
    [
      ...audit(),
      text('DeveloperName', 'Name', 80, { ...required, nameField: true }),
      text('MasterLabel', 'Master Label', 80, required),
      text('Description', 'Description', 255),
      picklist('Status', 'Status', ['Updated', 'Outdated', 'Updating', 'Failed'], {
        ...readOnly,
        length: 40,
        defaultValue: 'Updated',
      }),
    ],
    noBin,
  );
}

/** PermissionSetGroupComponent: a permission set in a group. */
export function permissionSetGroupComponent(): ObjectType {
  return objectType(
    'PermissionSetGroupComponent',
    ['Permission Set Group Component', 'Permission Set Group Components'],
    '0PM',
    [
      ...audit(),
      owned('PermissionSetGroupId', 'Permission Set Group ID', 'PermissionSetGroup'),
      owned('PermissionSetId', 'Permission Set ID', 'PermissionSet'),
    ],
    noBin,
  );
}

export const objectPermissionNames = [
  'Read',
  'Create',
  'Edit',
  'Delete',
  'ViewAllRecords',
  'ModifyAllRecords',
] as const;

/** ObjectPermissions: what a permission set lets its people do with one object. */
export function objectPermissions(): ObjectType {
  return objectType(
    'ObjectPermissions',
    ['Object Permissions', 'Object Permissions'],
    '110',
    [
      ...audit(),
      { ...owned('ParentId', 'Parent ID', 'PermissionSet'), childRelationshipName: 'ObjectPerms' },
      text('SobjectType', 'Sobject Type Name', 40, required),
      ...objectPermissionNames.map((name) => checkbox(`Permissions${name}`, `${name} Records`)),
    ],
    noBin,
  );
}

/** FieldPermissions: what a permission set lets its people do with one field, named `Object.Field`. */
export function fieldPermissions(): ObjectType {
  return objectType(
    'FieldPermissions',
    ['Field Permissions', 'Field Permissions'],
    '01k',
    [
      { ...owned('ParentId', 'Parent ID', 'PermissionSet'), childRelationshipName: 'FieldPerms' },
      text('SobjectType', 'Sobject Type Name', 40, required),
      text('Field', 'Field Name', 255, required),
      checkbox('PermissionsRead', 'Read Field'),
      checkbox('PermissionsEdit', 'Edit Field'),
      field('SystemModstamp', 'System Modstamp', 'datetime', { ...readOnly, nillable: false }),
    ],
    noBin,
  );
}

/** EntitySubscription: who follows which record in Chatter. */
export function entitySubscription(): ObjectType {
  return objectType(
    'EntitySubscription',
    ['Entity Subscription', 'Entity Subscriptions'],
    '0E8',
    [
      reference('ParentId', 'Parent ID', ['Account', 'Contact', 'Lead'], {
        ...required,
        updateable: false,
        deleteConstraint: 'Cascade',
        childRelationshipName: 'FeedSubscriptionsForEntity',
      }),
      reference('SubscriberId', 'Subscriber ID', 'User', { ...required, updateable: false }),
      field('CreatedDate', 'Created Date', 'datetime', { ...readOnly, nillable: false }),
      reference('CreatedById', 'Created By ID', 'User', { ...readOnly, nillable: false }),
      checkbox('IsDeleted', 'Deleted', readOnly),
    ],
    noBin,
  );
}

/** RecordType rows of all objects. */
export function recordType(): ObjectType {
  return objectType(
    'RecordType',
    ['Record Type', 'Record Types'],
    '012',
    [
      ...audit(),
      text('Name', 'Name', 80, { ...required, nameField: true }),
      text('DeveloperName', 'Record Type Name', 80, required),
      text('NamespacePrefix', 'Namespace Prefix', 15),
      text('Description', 'Description', 255),
      text('SobjectType', 'SObject Type Name', 40, required),
      checkbox('IsActive', 'Active', { defaultValue: true }),
      checkbox('IsPersonType', 'Is Person Type', readOnly),
    ],
    { ...noBin, deletable: false },
  );
}
