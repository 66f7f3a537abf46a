import { expect, test } from 'vitest';
import { FIXTURE_PACKAGE, fixtureOrg } from '../fixture/fixture-org.ts';
import { addCustomField } from './custom.ts';
import { readPackage } from './package-files.ts';
import { createStandardSchema } from './standard/index.ts';

test('a source folder gives its objects, fields and permission sets', () => {
  const metadata = readPackage(FIXTURE_PACKAGE);
  expect(metadata.objects).toMatchObject([{ name: 'Box__c', label: 'Box', pluralLabel: 'Boxes' }]);
  expect(metadata.fields.filter(({ object }) => object === 'Box__c')).toHaveLength(9);
  expect(metadata.validationRules).toMatchObject([
    {
      object: 'Box__c',
      rule: { name: 'Heavy_Red', active: true, message: 'Red boxes are light.', field: 'Weight__c' },
    },
  ]);
  expect(metadata.permissionSets).toMatchObject([
    {
      name: 'Packer',
      objects: [{ object: 'Box__c', allowed: { Read: true, Delete: false, ViewAllRecords: true } }],
      fields: [{ field: 'Box__c.Colour__c', readable: true, editable: true }],
      userPermissions: ['ApiEnabled'],
    },
  ]);
});

test('a validation rule of the folder is enforced', () => {
  const fixture = fixtureOrg();
  const heavy = { Key__c: 'k', Colour__c: 'Red', Weight__c: 91 };
  expect(fixture.insert('Box__c', heavy)).toMatchObject({
    refusal: { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Weight__c'] },
  });
  expect(fixture.insert('Box__c', { ...heavy, Weight__c: 90 })).toMatchObject({ ok: true });
});

test('an empty folder gives an org without custom objects', () => {
  expect(readPackage('/nonexistent')).toEqual({
    objects: [],
    fields: [],
    validationRules: [],
    permissionSets: [],
    classes: new Map(),
    tabs: new Map(),
  });
});

test('the fields have the traits of their files', () => {
  const { schema } = fixtureOrg().org;
  const box = schema.object('box__c')!;
  expect(box).toMatchObject({ custom: true, keyPrefix: 'a00' });
  expect(schema.field(box, 'Key__c')).toMatchObject({
    length: 20,
    nillable: false,
    unique: true,
    externalId: true,
    caseSensitive: true,
  });
  expect(schema.field(box, 'Notes__c')).toMatchObject({ type: 'textarea', length: 2000 });
  expect(schema.field(box, 'Contact__c')).toMatchObject({
    relationshipName: 'Contact__r',
    childRelationshipName: 'Boxes__r',
    referenceTo: ['Contact'],
  });
  expect(schema.field(box, 'Name')).toMatchObject({ createable: false, autoNumber: 'BX-{0000}' });
});

test('a field of Activity is on Event and Task', () => {
  const { schema } = fixtureOrg().org;
  for (const name of ['Event', 'Task']) {
    expect(schema.field(schema.object(name)!, 'Tandem_Key__c')).toMatchObject({
      externalId: true,
      unique: false,
    });
  }
});

test('permission sets become rows, and profiles own theirs', () => {
  const fixture = fixtureOrg();
  const ask = (soql: string) => fixture.ask(soql);
  expect(
    ask('SELECT Name, PermissionsApiEnabled FROM PermissionSet WHERE IsOwnedByProfile = false'),
  ).toMatchObject([{ Name: 'Packer', PermissionsApiEnabled: true }]);
  expect(
    ask("SELECT PermissionsCreate, PermissionsDelete FROM ObjectPermissions WHERE Parent.Name = 'Packer'"),
  ).toMatchObject([{ PermissionsCreate: true, PermissionsDelete: false }]);
  expect(
    ask("SELECT PermissionSet.Profile.Name FROM PermissionSetAssignment WHERE Assignee.LastName = 'Admin'"),
  ).toMatchObject([{ PermissionSet: { Profile: { Name: 'System Administrator' } } }]);
});

test('a field of an unknown type or object is a fault of the package', () => {
  const schema = createStandardSchema();
  expect(() => addCustomField(schema, 'Nothing', { fullName: 'A__c', type: 'Text' })).toThrow(
    'no object Nothing',
  );
  expect(() => addCustomField(schema, 'Contact', { fullName: 'A__c', type: 'Riddle' })).toThrow(
    'type Riddle',
  );
});
