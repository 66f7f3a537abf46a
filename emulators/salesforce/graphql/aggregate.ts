import {
  GraphQLBoolean,
  GraphQLInputObjectType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
} from 'graphql';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Call } from '../rest/call.ts';
import type { Row } from '../store/table.ts';
import { pageOf, rowsOf, type ConnectionArguments } from './connection.ts';
import { isLongText } from './field-types.ts';
import type { Inputs } from './inputs.ts';

/** Rows that have the same values in the fields by which they are grouped. */
type Group = readonly Row[];

interface AggregateArguments extends ConnectionArguments {
  readonly groupBy?: Readonly<Record<string, { readonly group?: boolean | null }>> | null;
}

const ungroupable: ReadonlySet<Field['type']> = new Set(['address', 'double', 'percent', 'datetime']);

const groupByClause = new GraphQLInputObjectType({
  name: 'GroupByClause',
  fields: { group: { type: GraphQLBoolean } },
});

const count = new GraphQLObjectType<number>({
  name: 'LongAggregate',
  fields: {
    value: { type: GraphQLInt, resolve: (value) => value },
    displayValue: { type: GraphQLString, resolve: String },
  },
});

const aggregated = new GraphQLObjectType<readonly unknown[]>({
  name: 'FieldAggregate',
  fields: {
    value: { type: GraphQLString, resolve: ([value]) => value ?? null },
    count: { type: count, resolve: (values) => values.filter((value) => value != null).length },
  },
});

/**
 * `uiapi.aggregate.<Object>`: rows counted by the values of one or more fields (GraphQL guide, "Aggregate Schema", "Group Aggregate
 * Results", "Aggregate Examples"). Of the functions there is `count`, and every value is given as a text.
 */
export function aggregateField(type: ObjectType, readable: readonly Field[], { filter, orderBy }: Inputs) {
  const fields = readable.filter((field) => !isLongText(field) && !ungroupable.has(field.type));
  const aggregate = new GraphQLObjectType<Group>({
    name: `${type.name}Aggregate`,
    fields: Object.fromEntries(
      ['Id', ...fields.map(({ name }) => name)].map((name) => [
        name,
        { type: aggregated, resolve: (group: Group) => group.map((row) => row[name]) },
      ]),
    ),
  });
  const result = new GraphQLObjectType<Group>({
    name: `${type.name}Result`,
    fields: { aggregate: { type: aggregate, resolve: (group) => group } },
  });
  const edge = new GraphQLObjectType<Group>({
    name: `${type.name}AggregateEdge`,
    fields: { node: { type: result, resolve: (group) => group } },
  });
  const groupBy = new GraphQLInputObjectType({
    name: `${type.name}_GroupBy`,
    fields: Object.fromEntries(fields.map(({ name }) => [name, { type: groupByClause }])),
  });
  return {
    type: new GraphQLObjectType({
      name: `${type.name}AggregateConnection`,
      fields: {
        edges: { type: new GraphQLList(edge) },
        totalCount: { type: new GraphQLNonNull(GraphQLInt) },
      },
    }),
    args: {
      first: { type: GraphQLInt },
      after: { type: GraphQLString },
      where: { type: filter },
      orderBy: { type: orderBy },
      groupBy: { type: groupBy },
    },
    resolve: (_root: object, wanted: AggregateArguments, call: Call) => {
      const groups = groupsOf(rowsOf(call, type, wanted), Object.keys(wanted.groupBy ?? {}));
      return { edges: pageOf(groups, wanted), totalCount: groups.length };
    },
  };
}

function groupsOf(rows: readonly Row[], names: readonly string[]): Group[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(names.map((name) => row[name] ?? null));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}
