import { readable } from '../ui-api/object-info.ts';
import { fieldInfo } from '../ui-api/field-info.ts';
import type { Call } from '../rest/call.ts';
import type { ObjectType } from '../schema/object-type.ts';

const METHOD =
  /@AuraEnabled(?:\s*\([^)]*\))?\s+(?:public|global)\s+static\s+List<\w+>\s+(\w+)\s*\(\s*\)\s*\{\s*return\s+\w+\(\s*Schema\.SObjectType\.(\w+)\.fields\.getMap\(\)\.values\(\)\s*\);\s*\}/gi;

/** The methods of a class that screens may call and that do nothing but describe the fields of one object, with its name. */
export function describeMethodsOf(source: string): Map<string, string> {
  return new Map([...source.matchAll(METHOD)].map(([, name = '', object = '']) => [name, object]));
}

/** The fields that the user may see, with the types that a describe has (Apex Reference, "DescribeFieldResult Class"). */
export function describedFields(call: Call, type: ObjectType): readonly Record<string, unknown>[] {
  return readable(call, type).map((field) => {
    const { apiName, label, length, updateable, calculated, filterable } = fieldInfo(call, type, field);
    return { apiName, label, dataType: field.type, length, updateable, calculated, filterable };
  });
}
