import { describe, expect, it } from 'vitest';
import { checkMetadata } from '../../../scripts/metadata/check.ts';
import { readSource } from '../../../scripts/metadata/source.ts';
import { itReports, label } from './mutant.ts';

const ADMIN = 'main/default/permissionsets/Tandem_Admin.permissionset-meta.xml';
const INTEGRATION = 'main/default/permissionsets/Tandem_Integration.permissionset-meta.xml';

const grant = (field: string) =>
  `<fieldPermissions>\n        <editable>false</editable>\n        <field>${field}</field>\n        <readable>true</readable>\n    </fieldPermissions>\n    <hasActivationRequired>`;

describe('a permission that cannot be granted, or must not be, is reported:', () => {
  itReports([
    [
      'a permission set without label',
      ADMIN,
      label('Tandem Admin'),
      '',
      '<PermissionSet> lacks <label>',
      'root',
    ],
    [
      'access to a class that does not exist',
      ADMIN,
      '<apexClass>TandemProfiles<',
      '<apexClass>TandemProfile<',
      'there is no class TandemProfile',
      -1,
    ],
    [
      'a permission on a field that does not exist',
      ADMIN,
      '<field>Tandem_Activity__c.Created__c<',
      '<field>Tandem_Activity__c.Creatd__c<',
      'there is no field Tandem_Activity__c.Creatd__c',
      -2,
    ],
    [
      'a permission on a required field',
      ADMIN,
      '<hasActivationRequired>',
      grant('Tandem_Link__c.Link_Key__c'),
      'Tandem_Link__c.Link_Key__c is required or a master-detail field',
    ],
    [
      'a permission on a master-detail field',
      ADMIN,
      '<hasActivationRequired>',
      grant('Tandem_Filter__c.Configuration__c'),
      'Tandem_Filter__c.Configuration__c is required or a master-detail field',
    ],
    [
      'a key field shown to people',
      ADMIN,
      '<hasActivationRequired>',
      grant('Contact.Tandem_Key__c'),
      'Contact.Tandem_Key__c is hidden from people',
    ],
    [
      'an activity field granted on events only',
      INTEGRATION,
      '<field>Task.Tandem_Key__c<',
      '<field>Lead.Phone<',
      'Event.Tandem_Key__c must be granted on Event and Task alike',
      'elsewhere',
    ],
    [
      'a permission on an object that does not exist',
      ADMIN,
      '<object>Tandem_Link__c<',
      '<object>Tandem_Lnk__c<',
      'there is no object Tandem_Lnk__c',
      -6,
    ],
    [
      'a right without those that it needs',
      ADMIN,
      '<modifyAllRecords>false<',
      '<modifyAllRecords>true<',
      'modifyAllRecords of Tandem_Activity__c needs allowEdit',
      -5,
    ],
    [
      'contacts without accounts',
      INTEGRATION,
      '<object>Account<',
      '<object>User<',
      'Contact cannot be granted without allowRead of Account',
      'elsewhere',
    ],
    [
      'a permission set for one licence',
      ADMIN,
      label('Tandem Admin'),
      `${label('Tandem Admin')}    <license>Salesforce</license>\n`,
      'a <license> would keep',
      1,
    ],
  ]);
});

it('a field that no permission set grants is reported', () => {
  const sources = readSource();
  const scope = sources.find((file) => file.path.endsWith('Tandem_Link__c/fields/Scope__c.field-meta.xml'));
  const path = scope?.path.replace('Scope__c', 'Colour__c') ?? '';
  const text = scope?.text.replace('Scope__c', 'Colour__c') ?? '';
  expect(checkMetadata([...sources, { path, text }])).toContainEqual({
    file: path,
    line: 2,
    message: 'Tandem_Link__c.Colour__c is in no permission set, so nobody can read it',
  });
});

it('a class that no permission set grants is reported, unless it is for tests', () => {
  const cls = readSource().find((file) => file.path.endsWith('TandemProfiles.cls-meta.xml'));
  const named = (name: string) => ({
    path: cls?.path.replace('TandemProfiles', name) ?? '',
    text: cls?.text ?? '',
  });
  const sources = [...readSource(), named('TandemColours'), named('TandemColours_Tests')];
  expect(checkMetadata(sources).map(({ message }) => message)).toEqual([
    'TandemColours is in no permission set, so nobody can use it',
  ]);
});
