import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLScalarType,
  GraphQLString,
} from 'graphql';
import type { GraphQLInputType } from 'graphql';
import type { Field } from '../schema/field.ts';

const text = (name: string) => new GraphQLScalarType({ name, serialize: String, parseValue: asText });

function asText(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`${JSON.stringify(value)} is not a text`);
  return value;
}

const DateTime = text('DateTime');
const DateScalar = text('Date');

/** How a field looks in the GraphQL schema: the prefix of its types' names, and the scalar of its value. */
export interface FieldType {
  readonly name: string;
  readonly scalar: GraphQLInputType & GraphQLScalarType;
  /** Comparisons that its filter knows besides eq, ne, in and nin. */
  readonly operators: readonly string[];
}

const ordered = ['lt', 'gt', 'lte', 'gte'];
const textual = ['like', ...ordered];

const types: Readonly<Record<Field['type'], FieldType>> = {
  id: { name: 'ID', scalar: GraphQLID, operators: ordered },
  reference: { name: 'ID', scalar: GraphQLID, operators: ordered },
  string: { name: 'String', scalar: GraphQLString, operators: textual },
  textarea: { name: 'TextArea', scalar: text('TextArea'), operators: textual },
  phone: { name: 'PhoneNumber', scalar: text('PhoneNumber'), operators: textual },
  email: { name: 'EmailAddress', scalar: text('EmailAddress'), operators: textual },
  url: { name: 'Url', scalar: text('Url'), operators: textual },
  picklist: { name: 'Picklist', scalar: text('Picklist'), operators: textual },
  boolean: { name: 'Boolean', scalar: GraphQLBoolean, operators: [] },
  int: { name: 'Int', scalar: GraphQLInt, operators: ordered },
  double: {
    name: 'Double',
    scalar: new GraphQLScalarType({ name: 'Double', parseValue: asNumber }),
    operators: ordered,
  },
  percent: {
    name: 'Percent',
    scalar: new GraphQLScalarType({ name: 'Percent', parseValue: asNumber }),
    operators: ordered,
  },
  date: { name: 'Date', scalar: DateScalar, operators: ordered },
  datetime: { name: 'DateTime', scalar: DateTime, operators: ordered },
  address: { name: 'String', scalar: GraphQLString, operators: [] },
  junctionIdList: { name: 'String', scalar: GraphQLString, operators: [] },
};

function asNumber(value: unknown): number {
  const number = GraphQLFloat.parseValue(value);
  return number;
}

const longText: FieldType = { name: 'LongTextArea', scalar: text('LongTextArea'), operators: [] };

/** The GraphQL type of a field. */
export function fieldType(field: Field): FieldType {
  return isLongText(field) ? longText : types[field.type];
}

/** Long texts can be read, and neither filtered nor sorted by. */
export function isLongText(field: Field): boolean {
  return field.type === 'textarea' && field.length > 255;
}
