import {
  GraphQLBoolean,
  GraphQLDirective,
  GraphQLID,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  DirectiveLocation,
  specifiedDirectives,
} from 'graphql';
import type { GraphQLFieldConfigMap, GraphQLInputObjectType } from 'graphql';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { followHops } from '../soql/column.ts';
import { fieldReader } from '../soql/select.ts';
import type { Row, Value } from '../store/table.ts';
import type { Call } from '../rest/call.ts';
import { fieldValue } from '../ui-api/field-value.ts';
import { supportedObjects } from '../ui-api/supported.ts';
import { aggregateField } from './aggregate.ts';
import { connectionOf, type ConnectionArguments } from './connection.ts';
import { fieldType } from './field-types.ts';
import { inputsOf, type Inputs } from './inputs.ts';

/** `@optional`: a field that the user may not see is left out instead of failing the query. */
export const optional = new GraphQLDirective({ name: 'optional', locations: [DirectiveLocation.FIELD] });

type Fields = GraphQLFieldConfigMap<Row, Call>;

const pageInfo = new GraphQLObjectType({
  name: 'PageInfo',
  fields: {
    hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    hasPreviousPage: { type: new GraphQLNonNull(GraphQLBoolean) },
    startCursor: { type: GraphQLString },
    endCursor: { type: GraphQLString },
  },
});

/** The GraphQL schema of the org as the caller sees it: objects and fields without access are not in it. */
export function schemaOf(call: Call): GraphQLSchema {
  const { org, gate } = call;
  const objects = supportedObjects(org.schema, gate);
  const values = new Map<string, GraphQLObjectType>();
  const operators = new Map<string, GraphQLInputObjectType>();
  const nodes = new Map<ObjectType, GraphQLObjectType<Row, Call>>();
  const inputs = new Map<ObjectType, Inputs>();
  const readable = (type: ObjectType) =>
    [...type.fields.values()].filter((field) => gate.readsField(type, field));
  const parents = (type: ObjectType) =>
    readable(type).flatMap((field) => {
      const target = field.referenceTo.length === 1 ? org.schema.object(field.referenceTo[0]!) : undefined;
      return field.relationshipName && target && nodes.has(target) ? [{ field, target }] : [];
    });

  for (const type of objects) {
    nodes.set(
      type,
      new GraphQLObjectType<Row, Call>({
        name: type.name,
        fields: (): Fields => ({
          Id: { type: new GraphQLNonNull(GraphQLID), resolve: ({ Id }) => Id },
          ...Object.fromEntries(
            readable(type)
              .filter((field) => field.type !== 'id' && field.type !== 'address')
              .map((field) => [field.name, valueField(field, values)]),
          ),
          ...Object.fromEntries(
            parents(type).map(({ field, target }) => [
              field.relationshipName!,
              {
                type: nodes.get(target)!,
                resolve: (row: Row, _args: object, asked: Call) => parentOf(asked, field, row),
              },
            ]),
          ),
        }),
      }),
    );
    const parts = {
      type,
      fields: readable(type),
      parents: () =>
        parents(type).map(({ field, target }) => [field.relationshipName!, inputs.get(target)!] as const),
    };
    inputs.set(type, inputsOf(parts, operators));
  }
  const recordQuery = new GraphQLObjectType<object, Call>({
    name: 'RecordQuery',
    fields: Object.fromEntries(
      objects.map((type) => [type.name, connectionField(type, nodes.get(type)!, inputs.get(type)!)]),
    ),
  });
  const aggregates = new GraphQLObjectType<object, Call>({
    name: 'RecordQueryAggregate',
    fields: Object.fromEntries(
      objects.map((type) => [type.name, aggregateField(type, readable(type), inputs.get(type)!)]),
    ),
  });
  return new GraphQLSchema({
    query: rootOf(recordQuery, aggregates),
    directives: [...specifiedDirectives, optional],
  });
}

function rootOf(
  recordQuery: GraphQLObjectType<object, Call>,
  aggregates: GraphQLObjectType<object, Call>,
): GraphQLObjectType<object, Call> {
  const uiapi = new GraphQLObjectType<object, Call>({
    name: 'UIAPI',
    fields: {
      query: { type: new GraphQLNonNull(recordQuery), resolve: () => ({}) },
      aggregate: { type: new GraphQLNonNull(aggregates), resolve: () => ({}) },
    },
  });
  return new GraphQLObjectType<object, Call>({
    name: 'Query',
    fields: { uiapi: { type: new GraphQLNonNull(uiapi), resolve: () => ({}) } },
  });
}

function connectionField(type: ObjectType, node: GraphQLObjectType<Row, Call>, { filter, orderBy }: Inputs) {
  const edge = new GraphQLObjectType({
    name: `${type.name}Edge`,
    fields: { node: { type: node }, cursor: { type: new GraphQLNonNull(GraphQLString) } },
  });
  const connection = new GraphQLObjectType({
    name: `${type.name}Connection`,
    fields: {
      edges: { type: new GraphQLList(edge) },
      pageInfo: { type: new GraphQLNonNull(pageInfo) },
      totalCount: { type: new GraphQLNonNull(GraphQLInt) },
      pageResultCount: { type: new GraphQLNonNull(GraphQLInt) },
    },
  });
  return {
    type: connection,
    args: {
      first: { type: GraphQLInt },
      after: { type: GraphQLString },
      upperBound: { type: GraphQLInt },
      where: { type: filter },
      orderBy: { type: orderBy },
    },
    resolve: (_root: object, wanted: ConnectionArguments, call: Call) => connectionOf(call, type, wanted),
  };
}

/** A field with its value and how the user reads it; the label of a picklist value besides. */
function valueField(field: Field, known: Map<string, GraphQLObjectType>) {
  const { name, scalar } = fieldType(field);
  const typeName = `${name}Value`;
  let type = known.get(typeName);
  if (!type) {
    type = new GraphQLObjectType({
      name: typeName,
      fields: {
        value: { type: scalar },
        displayValue: { type: GraphQLString },
        ...(name === 'Picklist' && { label: { type: GraphQLString } }),
      },
    });
    known.set(typeName, type);
  }
  return {
    type,
    resolve: (row: Row, _args: object, { org, userId }: Call) => {
      const shown = fieldValue(org, userId, field, fieldReader({ org }, field)(row) as Value);
      return { ...shown, label: shown.displayValue };
    },
  };
}

function parentOf({ org, gate }: Call, field: Field, row: Row): Row | null {
  const parent = followHops(org, [field], row);
  return parent && gate.sees(org.schema.ofId(parent.Id)!, parent) ? parent : null;
}
