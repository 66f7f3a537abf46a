import { RefusedRequest, notFound } from '../refusal.ts';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Call, Handler } from '../rest/call.ts';
import { isSupported } from './supported.ts';

const MASTER_RECORD_TYPE = '012000000000000AAA';

/** `GET /ui-api/object-info/{object}`: labels, fields and what the user may do with them. */
export const objectInfo: Handler = (call) => {
  const type = objectOf(call);
  const fields = readable(call, type);
  return {
    status: 200,
    body: {
      apiName: type.name,
      createable: type.createable && call.gate.allows(type, 'Create'),
      custom: type.custom,
      defaultRecordTypeId: MASTER_RECORD_TYPE,
      deletable: type.deletable && call.gate.allows(type, 'Delete'),
      fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(call, type, field)])),
      keyPrefix: type.keyPrefix,
      label: type.label,
      labelPlural: type.labelPlural,
      nameFields: fields.filter((field) => field.nameField).map((field) => field.name),
      queryable: true,
      searchable: true,
      updateable: type.updateable && call.gate.allows(type, 'Edit'),
    },
  };
};

/** `GET /ui-api/object-info/{object}/picklist-values/{recordType}[/{field}]`: of one field, or of all picklists. */
export const picklistValues: Handler = (call) => {
  const type = objectOf(call);
  const picklists = readable(call, type).filter((field) => field.type === 'picklist');
  const name = call.segments[5];
  if (name === undefined)
    return {
      status: 200,
      body: {
        picklistFieldValues: Object.fromEntries(picklists.map((field) => [field.name, valuesOf(field)])),
      },
    };
  const field = picklists.find((one) => one.name === name);
  if (!field) throw new RefusedRequest(notFound);
  return { status: 200, body: valuesOf(field) };
};

function objectOf(call: Call): ObjectType {
  const type = call.org.schema.object(call.segments[2]!);
  if (!type || !isSupported(type) || !call.gate.allows(type, 'Read')) throw new RefusedRequest(notFound);
  return type;
}

const readable = (call: Call, type: ObjectType) =>
  [...type.fields.values()].filter((field) => call.gate.readsField(type, field));

const dataTypes: Readonly<Record<Field['type'], string>> = {
  id: 'Reference',
  reference: 'Reference',
  string: 'String',
  textarea: 'TextArea',
  phone: 'Phone',
  email: 'Email',
  url: 'Url',
  picklist: 'Picklist',
  boolean: 'Boolean',
  int: 'Int',
  double: 'Double',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  address: 'Address',
};

function fieldInfo(call: Call, type: ObjectType, field: Field) {
  const editable = call.gate.editsField(type, field);
  return {
    apiName: field.name,
    calculated: field.calculated,
    compound: field.type === 'address',
    createable: field.createable && editable,
    custom: field.custom,
    dataType: dataTypes[field.type],
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    nameField: field.nameField,
    precision: field.precision,
    reference: field.referenceTo.length > 0,
    referenceToInfos: field.referenceTo.map((apiName) => ({ apiName, nameFields: ['Name'] })),
    relationshipName: field.relationshipName,
    required: !field.nillable && field.type !== 'boolean' && field.createable,
    scale: field.scale,
    unique: field.unique,
    updateable: field.updateable && editable,
  };
}

function valuesOf(field: Field) {
  const values = field.picklistValues.map(({ value, label }) => ({
    attributes: null,
    label,
    validFor: [],
    value,
  }));
  return {
    controllerValues: {},
    defaultValue: values.find(({ value }) => value === field.defaultValue) ?? null,
    values,
  };
}
