import { addValidationRule } from '../rules/validation-rule.ts';
import { field, reference, required, type Field, type FieldTraits, type FieldType } from './field.ts';
import { objectType, systemFields, type ObjectType } from './object-type.ts';
import type { FieldMetadata, ObjectMetadata, PackageMetadata } from './package-files.ts';
import type { Schema } from './schema.ts';

const types: Readonly<Record<string, FieldType>> = {
  Text: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Html: 'textarea',
  AutoNumber: 'string',
  Checkbox: 'boolean',
  Picklist: 'picklist',
  Lookup: 'reference',
  MasterDetail: 'reference',
  Number: 'double',
  Currency: 'double',
  Percent: 'percent',
  Date: 'date',
  DateTime: 'datetime',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
};
const lengths: Readonly<Record<string, number>> = {
  Text: 255,
  TextArea: 255,
  LongTextArea: 32768,
  AutoNumber: 30,
  Picklist: 255,
  Email: 80,
  Phone: 40,
  Url: 255,
};

/** Adds a package's objects, fields and validation rules to the schema, as a deployment would. */
export function addPackage(schema: Schema, metadata: PackageMetadata): void {
  for (const object of metadata.objects) {
    const fields = metadata.fields.filter((one) => one.object === object.name).map((one) => one.field);
    schema.addObject(customObject(object, fields, nextKeyPrefix(schema)));
  }
  const custom = new Set(metadata.objects.map((object) => object.name));
  for (const { object, field: metadataOfField } of metadata.fields) {
    if (!custom.has(object)) addCustomField(schema, object, metadataOfField);
  }
  for (const { object, file, rule } of metadata.validationRules)
    addValidationRule(schema, object, rule, file);
}

/** Adds one custom field; a field of Activity goes to Event and Task. Throws when the object does not exist. */
export function addCustomField(schema: Schema, object: string, metadata: FieldMetadata): void {
  for (const name of object === 'Activity' ? ['Event', 'Task'] : [object]) {
    const type = schema.object(name);
    if (!type) throw new Error(`custom field ${metadata.fullName}: there is no object ${name}`);
    schema.addField(type, customField(metadata));
  }
}

function nextKeyPrefix(schema: Schema): string {
  const count = schema.objects.filter((type) => type.custom).length;
  return `a${count.toString(36).toUpperCase().padStart(2, '0')}`;
}

function customObject(
  metadata: ObjectMetadata,
  fields: readonly FieldMetadata[],
  keyPrefix: string,
): ObjectType {
  const controlled = fields.some((one) => one.type === 'MasterDetail');
  const name = customField({ label: `${metadata.label} Name`, ...metadata.nameField, fullName: 'Name' });
  const nameLength = metadata.nameField.type === 'AutoNumber' ? {} : { length: 80 };
  return objectType(
    metadata.name,
    [metadata.label, metadata.pluralLabel],
    keyPrefix,
    [
      ...systemFields(),
      { ...name, ...nameLength, custom: false, nameField: true },
      ...(controlled
        ? []
        : [reference('OwnerId', 'Owner ID', 'User', { ...required, deleteConstraint: 'Restrict' })]),
      ...fields.map(customField),
    ],
    { custom: true, sharingModel: metadata.sharingModel },
  );
}

/** The field that a piece of Metadata API XML describes (Metadata API guide, "CustomField"). */
function customField(metadata: FieldMetadata): Field {
  const type = types[metadata.type];
  if (!type) throw new Error(`custom field ${metadata.fullName}: type ${metadata.type} is not known`);
  const label = metadata.label ?? metadata.fullName.replace(/__c$/, '').replaceAll('_', ' ');
  return field(metadata.fullName, label, type, {
    custom: true,
    length: type === 'reference' ? 18 : (metadata.length ?? lengths[metadata.type] ?? 0),
    precision: metadata.precision ?? 0,
    scale: metadata.scale ?? 0,
    nillable: !(metadata.required || type === 'boolean' || metadata.type === 'MasterDetail'),
    unique: metadata.unique ?? false,
    caseSensitive: metadata.caseSensitive ?? false,
    externalId: metadata.externalId ?? false,
    defaultValue: defaultValueOf(metadata, type),
    inlineHelpText: metadata.inlineHelpText ?? null,
    ...picklistTraits(metadata),
    ...referenceTraits(metadata),
    ...writeTraits(metadata),
  });
}

function defaultValueOf(metadata: FieldMetadata, type: FieldType): string | number | boolean | null {
  const text = metadata.defaultValue;
  if (type === 'boolean') return text === 'true';
  if (metadata.type === 'Picklist') return metadata.values?.find((value) => value.default)?.fullName ?? null;
  if (text === undefined) return null;
  if (type === 'double' || type === 'percent') return Number(text);
  return text.replace(/^"(.*)"$/s, '$1');
}

function picklistTraits(metadata: FieldMetadata): FieldTraits {
  if (metadata.type !== 'Picklist') return {};
  const picklistValues = (metadata.values ?? []).map(({ fullName, label }) => ({
    value: fullName,
    label: label ?? fullName,
  }));
  return { picklistValues, restrictedPicklist: metadata.restricted ?? false };
}

function referenceTraits(metadata: FieldMetadata): FieldTraits {
  if (metadata.type !== 'Lookup' && metadata.type !== 'MasterDetail') return {};
  const masterDetail = metadata.type === 'MasterDetail';
  return {
    masterDetail,
    referenceTo: metadata.referenceTo ? [metadata.referenceTo] : [],
    relationshipName: metadata.fullName.replace(/__c$/, '__r'),
    childRelationshipName: metadata.relationshipName ? `${metadata.relationshipName}__r` : null,
    deleteConstraint: masterDetail ? 'Cascade' : (metadata.deleteConstraint ?? 'SetNull'),
    updateable: !masterDetail || (metadata.reparentableMasterDetail ?? false),
  };
}

function writeTraits(metadata: FieldMetadata): FieldTraits {
  const readOnly = metadata.type === 'AutoNumber' || metadata.formula !== undefined;
  if (!readOnly) return {};
  return {
    createable: false,
    updateable: false,
    calculated: metadata.formula !== undefined,
    autoNumber: metadata.type === 'AutoNumber' ? (metadata.displayFormat ?? '{0}') : null,
  };
}
