import { RefusedRequest, errorBody, notFound } from '../refusal.ts';
import type { Call, Handler } from '../rest/call.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { hasRecordType } from '../store/record-types.ts';
import { fieldInfo, nameFields } from './field-info.ts';
import { isSupported } from './supported.ts';

const MASTER_RECORD_TYPE = '012000000000000AAA';

/** `GET /ui-api/object-info/{object}`: labels, fields and what the user may do with them. */
export const objectInfo: Handler = (call) => ({
  status: 200,
  body: infoOf(call, objectOf(call, call.segments[2]!)),
});

/** `GET /ui-api/object-info/batch/{object},{object}`: each with a status of its own (User Interface API guide, "Batch Results"). */
export const objectInfos: Handler = (call) => {
  const results = call.segments[3]!.split(',').map((name) => {
    try {
      return { result: infoOf(call, objectOf(call, name)), statusCode: 200 };
    } catch (error) {
      if (!(error instanceof RefusedRequest)) throw error;
      return { result: errorBody(error.refusal), statusCode: error.refusal.status };
    }
  });
  const hasErrors = results.some(({ statusCode }) => statusCode !== 200);
  return { status: hasErrors ? 207 : 200, body: { hasErrors, results } };
};

function infoOf(call: Call, type: ObjectType) {
  const fields = readable(call, type);
  const recordTypes = recordTypeInfos(call, type);
  return {
    apiName: type.name,
    childRelationships: childRelationships(call, type),
    createable: type.createable && call.gate.allows(type, 'Create'),
    custom: type.custom,
    defaultRecordTypeId: recordTypes.find((one) => one.defaultRecordTypeMapping)!.recordTypeId,
    deletable: type.deletable && call.gate.allows(type, 'Delete'),
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldInfo(call, type, field)])),
    keyPrefix: type.keyPrefix,
    label: type.label,
    labelPlural: type.labelPlural,
    layoutable: true,
    mruEnabled: true,
    nameFields: nameFields(type),
    queryable: true,
    recordTypeInfos: Object.fromEntries(recordTypes.map((one) => [one.recordTypeId, one])),
    searchable: true,
    updateable: type.updateable && call.gate.allows(type, 'Edit'),
  };
}

function childRelationships(call: Call, type: ObjectType) {
  return call.org.schema
    .children(type)
    .filter(({ child }) => isSupported(child) && call.gate.allows(child, 'Read'))
    .map(({ child, field }) => ({
      childObjectApiName: child.name,
      fieldName: field.name,
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: field.childRelationshipName,
    }));
}

/** The master record type is the default of who has no other (it has no row, and always this id). */
function recordTypeInfos({ org, userId }: Call, type: ObjectType) {
  const infoOf = (recordTypeId: string, name: string, traits: object) => ({
    available: true,
    defaultRecordTypeMapping: false,
    master: false,
    ...traits,
    name,
    recordTypeId,
  });
  return [
    infoOf(MASTER_RECORD_TYPE, 'Master', { master: true, defaultRecordTypeMapping: true }),
    ...[...org.table(org.schema.object('RecordType')!).all()]
      .filter((row) => row['SobjectType'] === type.name && row['IsActive'] === true)
      .map((row) => infoOf(row.Id, String(row['Name']), { available: hasRecordType(org, userId, row.Id) })),
  ];
}

/** The object that screens may see, by its name. */
export function objectOf(call: Call, name: string): ObjectType {
  const type = call.org.schema.object(name);
  if (!type || !isSupported(type) || !call.gate.allows(type, 'Read')) throw new RefusedRequest(notFound);
  return type;
}

/** The fields that the user may read. */
export const readable = (call: Call, type: ObjectType) =>
  [...type.fields.values()].filter((field) => call.gate.readsField(type, field));
