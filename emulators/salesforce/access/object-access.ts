import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Org } from '../store/org.ts';
import { permissionsOf, type UserPermissions } from './user-permissions.ts';

export type ObjectAction = 'Read' | 'Create' | 'Edit' | 'Delete';

const permissionObjects = new Set([
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
]);
const governed = new Set(['Account', 'Contact', 'Lead', 'Event', 'EventRelation', 'Task']);
const activities = new Set(['Event', 'EventRelation', 'Task']);
const shares = new Set(['AccountShare', 'ContactShare', 'LeadShare']);

/** Whether an object's records and fields are governed by object and field permissions. */
export function isGoverned(type: ObjectType): boolean {
  return type.custom || governed.has(type.name);
}

/** Whether profile and permission sets let the user do this with some records of the object. */
export function allowsObject(org: Org, userId: string, type: ObjectType, action: ObjectAction): boolean {
  const permissions = permissionsOf(org, userId);
  if (permissions.user('ModifyAllData')) return true;
  if (action === 'Read' && permissions.user('ViewAllData')) return true;
  if (activities.has(type.name)) return allowsActivity(permissions, type, action);
  if (isGoverned(type)) return permissions.object(type.name, action);
  if (permissionObjects.has(type.name)) {
    const needed = action !== 'Read' || org.quirks().permissionRowsNeedViewSetup;
    return !needed || permissions.user(action === 'Read' ? 'ViewSetup' : 'ManageUsers');
  }
  if (shares.has(type.name) || type.name === 'EntitySubscription') return true;
  return action === 'Read' || permissions.user('ManageUsers');
}

/** Activities have no object permissions of their own: Access Activities, Edit Events and Edit Tasks stand for them. */
function allowsActivity(permissions: UserPermissions, type: ObjectType, action: ObjectAction): boolean {
  if (!permissions.user('ActivitiesAccess')) return false;
  return action === 'Read' || permissions.user(type.name === 'Task' ? 'EditTask' : 'EditEvent');
}

/** Fields that everybody has, though they could be left empty. */
const unsecured = new Set([
  ...['FirstName', 'LastName', 'MiddleName', 'Suffix', 'Salutation', 'RecordTypeId'],
  ...['IsConverted', 'IsUnreadByOwner'],
  ...['IsAllDayEvent', 'StartDateTime', 'EndDateTime', 'ActivityDateTime', 'DurationInMinutes'],
  ...['ActivityDate'],
  ...['IsReminderSet', 'ReminderDateTime', 'EventSubtype', 'IsRecurrence', 'Recurrence2PatternText'],
  ...['RecurrenceStartDateTime', 'RecurrenceEndDateOnly', 'RecurrenceTimeZoneSidKey', 'RecurrenceType'],
  ...['RecurrenceInterval', 'RecurrenceDayOfWeekMask', 'RecurrenceDayOfMonth', 'RecurrenceInstance'],
  ...['RecurrenceMonthOfYear', 'EventWhoIds'],
  ...['AcceptedEventInviteeIds', 'DeclinedEventInviteeIds', 'UndecidedEventInviteeIds'],
]);

/**
 * The name under which field-level security knows a field; undefined for fields that everybody has: ids, stamps, names,
 * and what is always required. An address is one field (Salesforce help, "Field-Level Security").
 */
export function securedName(type: ObjectType, field: Field): string | undefined {
  if (!isGoverned(type) || type.name === 'EventRelation' || field.nameField || unsecured.has(field.name))
    return undefined;
  const required = !field.nillable && field.type !== 'boolean';
  const readOnly = !field.createable && !field.updateable && !field.custom && field.type !== 'address';
  if (field.type === 'id' || required || readOnly || field.name === 'IsDeleted') return undefined;
  return contactField(type, field) ?? `${type.name}.${compoundOf(type, field) ?? field.name}`;
}

/**
 * The contact field whose security a field of person accounts has: one cannot be set on the account itself (Salesforce help,
 * "Account Fields").
 */
function contactField(type: ObjectType, { name }: Field): string | undefined {
  if (type.name !== 'Account') return undefined;
  if (name.endsWith('__pc')) return `Contact.${name.replace(/__pc$/, '__c')}`;
  if (!type.fields.has('personcontactid') || !/^Person[A-Z]/.test(name)) return undefined;
  const own = name.replace(/^Person/, '');
  return `Contact.${addressParts.test(own) ? own.replace(addressParts, 'Address') : own}`;
}

const addressParts =
  /(Street|City|State|StateCode|PostalCode|Country|CountryCode|Latitude|Longitude|GeocodeAccuracy)$/;

const nameParts = new Set(['Salutation', 'FirstName', 'MiddleName', 'LastName', 'Suffix']);

/** The compound field that a field is a part of: an address or the name of a person (Object Reference, "Compound Fields"). */
export function compoundOf(type: ObjectType, field: Field): string | undefined {
  if (type.fields.has('firstname') && nameParts.has(field.name)) return 'Name';
  if (field.custom || !addressParts.test(field.name)) return undefined;
  const prefix = field.name.replace(addressParts, '');
  const compound = type.fields.get(`${prefix}Address`.toLowerCase());
  return compound?.compoundPrefix === prefix ? compound.name : undefined;
}

/** Whether profile and permission sets let the user see the field, or write it. */
export function allowsField(
  org: Org,
  userId: string,
  type: ObjectType,
  field: Field,
  permission: 'Read' | 'Edit',
): boolean {
  const name = securedName(type, field);
  return name === undefined || permissionsOf(org, userId).field(name, permission);
}
