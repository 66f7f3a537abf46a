import { compoundOf } from '../access/object-access.ts';
import type { Call } from '../rest/call.ts';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';

/** The fields that a record's name is read from; a person's has parts. */
export function nameFields(type: ObjectType): string[] {
  const parts = type.name === 'Account' ? ['Name'] : ['FirstName', 'LastName', 'Name'];
  return parts.map((name) => type.fields.get(name.toLowerCase())?.name).filter((name) => name !== undefined);
}

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
  junctionIdList: 'Reference',
};

/** A field as screens get it (recorded from an org by lwc-recipes, wireGetObjectInfo). */
export function fieldInfo(call: Call, type: ObjectType, field: Field) {
  const editable = call.gate.editsField(type, field);
  const compound = compoundOf(type, field) ?? null;
  const filterable = field.type !== 'textarea' || field.length <= 255;
  return {
    apiName: field.name,
    calculated: field.calculated,
    compound: field.type === 'address' || (field.name === 'Name' && type.fields.has('lastname')),
    compoundComponentName: compound?.endsWith('Address')
      ? field.name.slice(compound.length - 'Address'.length)
      : compound && field.name,
    compoundFieldName: compound,
    controllerName: null,
    controllingFields: [],
    createable: field.createable && editable,
    custom: field.custom,
    dataType: dataTypes[field.type],
    extraTypeInfo: field.type === 'textarea' ? 'PlainTextArea' : null,
    filterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: false,
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    nameField: field.nameField,
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.precision,
    reference: field.referenceTo.length > 0,
    referenceTargetField: null,
    referenceToInfos: field.referenceTo.map((apiName) => {
      const target = call.org.schema.object(apiName);
      return { apiName, nameFields: target ? nameFields(target) : ['Name'] };
    }),
    relationshipName: field.relationshipName,
    required: !field.nillable && field.type !== 'boolean',
    scale: field.scale,
    searchPrefilterable: false,
    sortable: filterable && field.type !== 'address',
    unique: field.unique,
    updateable: field.updateable && editable,
  };
}
