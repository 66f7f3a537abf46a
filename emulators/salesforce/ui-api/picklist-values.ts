import { RefusedRequest, notFound } from '../refusal.ts';
import type { Handler } from '../rest/call.ts';
import type { Field } from '../schema/field.ts';
import { objectOf, readable } from './object-info.ts';

/** `GET /ui-api/object-info/{object}/picklist-values/{recordType}[/{field}]`: of one field, or of all picklists. */
export const picklistValues: Handler = (call) => {
  const type = objectOf(call, call.segments[2]!);
  const picklists = readable(call, type).filter((field) => field.type === 'picklist');
  const name = call.segments[5];
  if (name === undefined)
    return {
      status: 200,
      body: {
        eTag: '',
        picklistFieldValues: Object.fromEntries(picklists.map((field) => [field.name, valuesOf(field)])),
      },
    };
  const field = picklists.find((one) => one.name === name);
  if (!field) throw new RefusedRequest(notFound);
  return { status: 200, body: valuesOf(field) };
};

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
