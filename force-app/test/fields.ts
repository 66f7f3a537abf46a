import type { FieldInfo, ObjectInfo } from 'lightning/uiObjectInfoApi';

/** A field as the UI API describes it; `more` replaces what it is usually like. */
export function fieldInfo(apiName: string, dataType = 'String', more: Partial<FieldInfo> = {}): FieldInfo {
  return {
    apiName,
    label: apiName.replace(/__c$/, '').replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
    dataType,
    length: dataType === 'String' ? 80 : 0,
    calculated: false,
    compound: false,
    compoundFieldName: null,
    createable: true,
    custom: apiName.endsWith('__c'),
    filterable: true,
    inlineHelpText: null,
    nameField: false,
    precision: 0,
    referenceToInfos: [],
    relationshipName: null,
    required: false,
    scale: 0,
    sortable: true,
    unique: false,
    updateable: true,
    ...more,
  };
}

/** An object with these fields. */
export function objectInfo(apiName: string, fields: readonly FieldInfo[]): ObjectInfo {
  return {
    apiName,
    label: apiName,
    labelPlural: `${apiName}s`,
    createable: true,
    deletable: true,
    updateable: true,
    defaultRecordTypeId: '012000000000000AAA',
    fields: Object.fromEntries(fields.map((field) => [field.apiName, field])),
    recordTypeInfos: {},
  };
}
