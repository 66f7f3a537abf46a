import { compoundOf, securedName, type ObjectAction } from '../access/object-access.ts';
import { isCompound, type Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { hasRecordType } from '../store/record-types.ts';
import { API_ROOT } from '../version.ts';
import { objectOf, type Call, type Handler } from './call.ts';

/** `GET /sobjects` */
export const describeGlobal: Handler = (call) => ({
  status: 200,
  body: {
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: visibleObjects(call).map((type) => summary(call, type)),
  },
});

/** `GET /sobjects/{type}` */
export const objectInfo: Handler = (call) => {
  const type = objectOf(call, call.segments[1]!);
  return { status: 200, body: { objectDescribe: summary(call, type), recentItems: [] } };
};

/** `GET /sobjects/{type}/describe` */
export const describeObject: Handler = (call) => {
  const type = objectOf(call, call.segments[1]!);
  return { status: 200, body: { ...summary(call, type), ...details(call, type) } };
};

function visibleObjects(call: Call): ObjectType[] {
  return call.org.schema.objects.filter((type) => call.gate.allows(type, 'Read'));
}

function summary(call: Call, type: ObjectType) {
  const may = (action: ObjectAction) => call.gate.allows(type, action);
  const root = `${API_ROOT}/sobjects/${type.name}`;
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: type.createable && may('Create'),
    custom: type.custom,
    customSetting: false,
    deepCloneable: false,
    deletable: type.deletable && may('Delete'),
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: type.keyPrefix,
    label: type.label,
    labelPlural: type.labelPlural,
    layoutable: true,
    mergeable: ['Account', 'Contact', 'Lead'].includes(type.name),
    mruEnabled: true,
    name: type.name,
    queryable: true,
    replicateable: type.replicateable,
    retrieveable: true,
    searchable: true,
    triggerable: true,
    undeletable: type.undeletable && may('Delete'),
    updateable: type.updateable && may('Edit'),
    urls: {
      sobject: root,
      describe: `${root}/describe`,
      rowTemplate: `${root}/{ID}`,
    },
  };
}

function details(call: Call, type: ObjectType) {
  const { org } = call;
  return {
    childRelationships: org.schema.children(type).map(({ child, field }) => ({
      cascadeDelete: field.deleteConstraint === 'Cascade',
      childSObject: child.name,
      deprecatedAndHidden: false,
      field: field.name,
      junctionIdListNames: junctionLists(type, child, field),
      junctionReferenceTo: [],
      relationshipName: field.childRelationshipName,
      restrictedDelete: field.deleteConstraint === 'Restrict',
    })),
    fields: [...type.fields.values()]
      .filter((field) => call.gate.readsField(type, field))
      .map((field) => describeField(call, type, field)),
    recordTypeInfos: recordTypes(call, type),
    supportedScopes: [{ label: `All ${type.labelPlural.toLowerCase()}`, name: 'everything' }],
  };
}

/** The lists of ids that stand for the rows of a relation, told with the reference to the event. */
function junctionLists(type: ObjectType, child: ObjectType, field: Field): string[] {
  if (child.name !== 'EventRelation' || field.name !== 'EventId') return [];
  return [...type.fields.values()].filter((one) => one.type === 'junctionIdList').map((one) => one.name);
}

function recordTypes({ org, userId }: Call, type: ObjectType) {
  const master = {
    active: true,
    available: true,
    defaultRecordTypeMapping: true,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: '012000000000000AAA',
  };
  const own = [...org.table(org.schema.object('RecordType')!).all()]
    .filter((row) => row['SobjectType'] === type.name)
    .map((row) => ({
      active: row['IsActive'] === true,
      available: hasRecordType(org, userId, row.Id),
      defaultRecordTypeMapping: false,
      developerName: row['DeveloperName'],
      master: false,
      name: row['Name'],
      recordTypeId: row.Id,
    }));
  return [master, ...own];
}

const soapTypes: Partial<Record<Field['type'], string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  address: 'urn:address',
  junctionIdList: 'urn:JunctionIdListNames',
};

function describeField(call: Call, type: ObjectType, field: Field) {
  const editable = call.gate.editsField(type, field);
  const long = field.type === 'textarea' && field.length > 255;
  const queryFilter = !long && !isCompound(field);
  return {
    aggregatable: queryFilter,
    autoNumber: field.autoNumber !== null,
    byteLength: field.length * 3,
    calculated: field.calculated,
    calculatedFormula: null,
    cascadeDelete: field.masterDetail,
    caseSensitive: field.caseSensitive,
    compoundFieldName: compoundOf(type, field) ?? null,
    controllerName: null,
    createable: field.createable && editable && call.gate.allows(type, 'Create'),
    custom: field.custom,
    defaultValue: field.defaultValue,
    defaultedOnCreate: field.defaultValue !== null || field.name === 'OwnerId' || !field.createable,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    externalId: field.externalId,
    filterable: queryFilter,
    groupable: queryFilter && field.type !== 'datetime' && field.type !== 'double',
    htmlFormatted: false,
    idLookup: field.externalId || field.type === 'id' || field.type === 'email',
    inlineHelpText: field.inlineHelpText,
    label: field.label,
    length: field.length,
    name: field.name,
    nameField: field.nameField,
    nillable: field.nillable,
    permissionable: securedName(type, field) !== undefined,
    picklistValues: field.picklistValues.map(({ value, label }) => ({
      active: true,
      defaultValue: value === field.defaultValue,
      label,
      validFor: null,
      value,
    })),
    polymorphicForeignKey: field.referenceTo.length > 1,
    precision: field.type === 'int' ? 0 : field.precision,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    relationshipOrder: field.masterDetail ? 0 : null,
    restrictedDelete: field.deleteConstraint === 'Restrict',
    restrictedPicklist: field.restrictedPicklist,
    scale: field.scale,
    soapType: soapTypes[field.type] ?? 'xsd:string',
    sortable: queryFilter,
    type: field.type,
    unique: field.unique,
    updateable: field.updateable && editable && call.gate.allows(type, 'Edit'),
    writeRequiresMasterRead: false,
  };
}
