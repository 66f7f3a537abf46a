import { checkbox, field, phone, picklist, readOnly, reference, required, text } from '../field.ts';
import { objectType, systemFields, type ObjectType } from '../object-type.ts';

const audit = () => systemFields().filter((one) => one.name !== 'IsDeleted');
const setUpObject = { deletable: false, undeletable: false, replicateable: false } as const;

/** Organization: one row. */
export function organization(): ObjectType {
  return objectType(
    'Organization',
    ['Organization', 'Organizations'],
    '00D',
    [
      ...audit(),
      text('Name', 'Name', 80, { ...required, nameField: true }),
      text('InstanceName', 'Instance Name', 5, readOnly),
      text('OrganizationType', 'Edition', 40, readOnly),
      checkbox('IsSandbox', 'Is Sandbox', readOnly),
      text('NamespacePrefix', 'Namespace Prefix', 15, readOnly),
      text('TimeZoneSidKey', 'Time Zone', 40),
      text('LanguageLocaleKey', 'Language', 40),
      text('DefaultLocaleSidKey', 'Locale', 40),
    ],
    { ...setUpObject, createable: false },
  );
}

/** User: never deleted, only deactivated. */
export function user(): ObjectType {
  return objectType(
    'User',
    ['User', 'Users'],
    '005',
    [
      ...audit(),
      text('Username', 'Username', 80, { ...required, unique: true }),
      text('LastName', 'Last Name', 80, required),
      text('FirstName', 'First Name', 40),
      text('Name', 'Full Name', 121, { ...readOnly, nillable: false, nameField: true }),
      field('Email', 'Email', 'email', { length: 128, nillable: false }),
      text('Alias', 'Alias', 8, required),
      text('CommunityNickname', 'Nickname', 40, required),
      text('Title', 'Title', 80),
      text('Department', 'Department', 80),
      text('CompanyName', 'Company Name', 80),
      phone('Phone', 'Phone'),
      phone('MobilePhone', 'Mobile'),
      checkbox('IsActive', 'Active'),
      text('TimeZoneSidKey', 'Time Zone', 40, required),
      text('LocaleSidKey', 'Locale', 40, required),
      text('LanguageLocaleKey', 'Language', 40, required),
      text('EmailEncodingKey', 'Email Encoding', 40, required),
      reference('ProfileId', 'Profile ID', 'Profile', required),
      reference('UserRoleId', 'Role ID', 'UserRole'),
      reference('ManagerId', 'Manager ID', 'User'),
      picklist('UserType', 'User Type', ['Standard', 'PowerPartner', 'Guest', 'AutomatedProcess'], {
        ...readOnly,
        length: 40,
        defaultValue: 'Standard',
      }),
      text('FederationIdentifier', 'SAML Federation ID', 512, { unique: true }),
      field('LastLoginDate', 'Last Login', 'datetime', readOnly),
      reference('ContactId', 'Contact ID', 'Contact', { updateable: false }),
      reference('AccountId', 'Account ID', 'Account', readOnly),
    ],
    setUpObject,
  );
}

/** Profile, with the user permissions that matter to a sync. */
export function profile(): ObjectType {
  return objectType(
    'Profile',
    ['Profile', 'Profiles'],
    '00e',
    [
      ...audit(),
      text('Name', 'Name', 255, { ...required, nameField: true }),
      text('Description', 'Description', 255),
      picklist('UserType', 'User Type', ['Standard', 'Guest'], { length: 40, ...readOnly }),
      ...userPermissions(),
    ],
    { ...setUpObject, createable: false },
  );
}

export function userRole(): ObjectType {
  return objectType(
    'UserRole',
    ['Role', 'Role'],
    '00E',
    [
      ...audit(),
      text('Name', 'Name', 80, { ...required, nameField: true }),
      text('DeveloperName', 'Developer Name', 80),
      reference('ParentRoleId', 'Parent Role ID', 'UserRole', { relationshipName: null }),
    ],
    { undeletable: false, replicateable: false },
  );
}

/** API name without `Permissions` and label of each user permission kept on Profile and PermissionSet. */
export const userPermissionNames: readonly (readonly [string, string])[] = [
  ['ApiEnabled', 'API Enabled'],
  ['ViewAllData', 'View All Data'],
  ['ModifyAllData', 'Modify All Data'],
  ['ActivitiesAccess', 'Access Activities'],
  ['EditEvent', 'Edit Events'],
  ['EditTask', 'Edit Tasks'],
  ['ViewSetup', 'View Setup and Configuration'],
  ['ManageUsers', 'Manage Internal Users'],
];

/** The same permissions as checkbox fields. */
export function userPermissions() {
  return userPermissionNames.map(([name, label]) => checkbox(`Permissions${name}`, label));
}
