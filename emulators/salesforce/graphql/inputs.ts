import { GraphQLEnumType, GraphQLInputObjectType, GraphQLInt, GraphQLList } from 'graphql';
import type { GraphQLInputFieldConfigMap } from 'graphql';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { fieldType, isLongText, type FieldType } from './field-types.ts';

/** What the inputs of one object are made of. */
export interface InputParts {
  readonly type: ObjectType;
  /** The fields that the asking user reads. */
  readonly fields: readonly Field[];
  /** The inputs of parents by relationship name, made when asked for. */
  readonly parents: () => readonly (readonly [relationship: string, inputs: Inputs])[];
}

/** The input types by which the rows of an object are filtered and sorted. */
export interface Inputs {
  readonly filter: GraphQLInputObjectType;
  readonly orderBy: GraphQLInputObjectType;
}

/** Makes `X_Filter` and `X_OrderBy`; the comparisons of all objects are shared through `operators`. */
export function inputsOf(parts: InputParts, operators: Map<string, GraphQLInputObjectType>): Inputs {
  const { type, parents } = parts;
  const fields = parts.fields.filter((field) => !isLongText(field) && field.type !== 'address');
  const filter: GraphQLInputObjectType = new GraphQLInputObjectType({
    name: `${type.name}_Filter`,
    fields: (): GraphQLInputFieldConfigMap => ({
      and: { type: new GraphQLList(filter) },
      or: { type: new GraphQLList(filter) },
      not: { type: filter },
      ...Object.fromEntries(fields.map((field) => [field.name, { type: operatorsOf(field, operators) }])),
      ...Object.fromEntries(parents().map(([name, inputs]) => [name, { type: inputs.filter }])),
    }),
  });
  const orderBy = new GraphQLInputObjectType({
    name: `${type.name}_OrderBy`,
    fields: (): GraphQLInputFieldConfigMap => ({
      ...Object.fromEntries(fields.map((field) => [field.name, { type: orderByClause }])),
      ...Object.fromEntries(parents().map(([name, inputs]) => [name, { type: inputs.orderBy }])),
    }),
  });
  return { filter, orderBy };
}

const enumOf = (name: string, values: readonly string[]) =>
  new GraphQLEnumType({ name, values: Object.fromEntries(values.map((value) => [value, { value }])) });

const orderByClause = new GraphQLInputObjectType({
  name: 'OrderByClause',
  fields: {
    order: { type: enumOf('ResultOrder', ['ASC', 'DESC']) },
    nulls: { type: enumOf('NullOrder', ['FIRST', 'LAST']) },
  },
});

const units = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'];
const dateLiteral = enumOf('DateLiteral', [
  ...['YESTERDAY', 'TODAY', 'TOMORROW', 'LAST_90_DAYS', 'NEXT_90_DAYS'],
  ...['LAST', 'THIS', 'NEXT'].flatMap((when) => units.map((unit) => `${when}_${unit}`)),
]);

/** Spans that are counted, such as `{ last_n_days: 30 }`. */
const dateRange = new GraphQLInputObjectType({
  name: 'DateRange',
  fields: Object.fromEntries(
    ['day', ...units.map((unit) => unit.toLowerCase())]
      .flatMap((unit) => [`last_n_${unit}s`, `next_n_${unit}s`, `n_${unit}s_ago`])
      .map((name) => [name, { type: GraphQLInt }]),
  ),
});

function operatorsOf(field: Field, known: Map<string, GraphQLInputObjectType>): GraphQLInputObjectType {
  const of = fieldType(field);
  const found = known.get(of.name);
  if (found) return found;
  const operand = operandOf(of);
  const made = new GraphQLInputObjectType({
    name: `${of.name}Operators`,
    fields: {
      ...Object.fromEntries(['eq', 'ne', ...of.operators].map((name) => [name, { type: operand }])),
      ...Object.fromEntries(['in', 'nin'].map((name) => [name, { type: new GraphQLList(operand) }])),
    },
  });
  known.set(of.name, made);
  return made;
}

const inputs = new Map<string, GraphQLInputObjectType>();

/** Dates are given as `{ value }`, `{ literal }` or `{ range }`, all else as it is. */
function operandOf({ name, scalar }: FieldType) {
  if (name !== 'DateTime' && name !== 'Date') return scalar;
  const found = inputs.get(name);
  if (found) return found;
  const made = new GraphQLInputObjectType({
    name: `${name}Input`,
    fields: { value: { type: scalar }, literal: { type: dateLiteral }, range: { type: dateRange } },
  });
  inputs.set(name, made);
  return made;
}
