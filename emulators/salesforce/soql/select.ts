import type { FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { junctionIds } from '../events/relations.ts';
import type { Field } from '../schema/field.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { API_ROOT } from '../version.ts';
import type { Row, Value } from '../store/table.ts';
import { resolveColumn, visibleParent, type QueryContext } from './column.ts';
import { refuseAt, refuseName } from './parse.ts';

/** Gives the JSON of a row. */
type Projection = (row: Row) => Record<string, unknown>;

/** A query on the children of one row, ready to run. */
type CompileChildren = (query: Query, child: ObjectType) => (rows: Iterable<Row>) => object | null;

interface Selection {
  readonly own: Map<string, (row: Row) => unknown>;
  readonly parents: Map<string, { hop: Field; selection: Selection }>;
}

/** The `attributes` of a record in an answer. */
export function attributesOf(type: string, id: string): { type: string; url: string } {
  return { type, url: `${API_ROOT}/sobjects/${type}/${id}` };
}

/** Compiles the SELECT list; parents nest by relationship, children become results of their own. */
export function compileSelect(
  context: QueryContext,
  type: ObjectType,
  query: Query,
  compileChildren: CompileChildren,
): Projection {
  const root: Selection = { own: new Map(), parents: new Map() };
  for (const selected of query.fields ?? []) {
    addSelected(context, type, query, root, selected, compileChildren);
  }
  return (row) => project(context, root, row);
}

function addSelected(
  context: QueryContext,
  type: ObjectType,
  query: Query,
  root: Selection,
  selected: FieldType,
  compileChildren: CompileChildren,
): void {
  switch (selected.type) {
    case 'Field':
      addColumn(context, type, root, selected.field, query.sObjectAlias);
      return;
    case 'FieldRelationship':
      addColumn(
        context,
        type,
        root,
        [...selected.relationships, selected.field].join('.'),
        query.sObjectAlias,
      );
      return;
    case 'FieldSubquery':
      addChildren(context, type, root, selected.subquery, compileChildren);
      return;
    case 'FieldFunctionExpression':
      addFunction(context, type, query, root, selected);
      return;
    case 'FieldTypeof':
      throw refuseAt(context.soql, { message: 'TYPEOF is not supported', offset: 0 }, 'MALFORMED_QUERY');
  }
}

function addColumn(
  context: QueryContext,
  type: ObjectType,
  root: Selection,
  path: string,
  alias?: string,
): void {
  const column = resolveColumn(context, type, path, alias);
  let selection = root;
  for (const hop of column.hops) {
    const name = hop.relationshipName!;
    let next = selection.parents.get(name);
    if (!next)
      selection.parents.set(name, (next = { hop, selection: { own: new Map(), parents: new Map() } }));
    selection = next.selection;
  }
  const { field } = column;
  if (selection.own.has(field.name) && path.toLowerCase() !== 'id') {
    throw refuseName(context.soql, field.name, `duplicate field selected: ${field.name}`, 'INVALID_FIELD');
  }
  selection.own.set(field.name, fieldReader(context, field));
}

/** Reads a field of a row as answers show it. */
export function fieldReader(context: Pick<QueryContext, 'org'>, field: Field): (row: Row) => unknown {
  if (field.type === 'junctionIdList') return (row) => junctionIds(context.org, field.name, row);
  if (field.type === 'address') return (row) => addressOf(row, field.compoundPrefix ?? '');
  if (field.name === 'Type' && field.referenceTo.length === 0 && field.type === 'string') {
    return (row) => context.org.schema.ofId(row.Id)!.name;
  }
  return (row) => row[field.name] ?? null;
}

function addressOf(row: Row, prefix: string): object | null {
  const part = (name: string): Value => row[`${prefix}${name}`] ?? null;
  const address = {
    city: part('City'),
    country: part('Country'),
    geocodeAccuracy: part('GeocodeAccuracy'),
    latitude: part('Latitude'),
    longitude: part('Longitude'),
    postalCode: part('PostalCode'),
    state: part('State'),
    street: part('Street'),
  };
  return Object.values(address).every((value) => value === null) ? null : address;
}

function addFunction(
  context: QueryContext,
  type: ObjectType,
  query: Query,
  root: Selection,
  selected: Extract<FieldType, { type: 'FieldFunctionExpression' }>,
): void {
  const name = selected.functionName.toUpperCase();
  const [parameter] = selected.parameters;
  const argument = typeof parameter === 'string' ? parameter : '';
  if (name === 'FIELDS') {
    if (argument.toUpperCase() !== 'STANDARD' && !(query.limit !== undefined && query.limit <= 200)) {
      const message = 'The SOQL FIELDS function must have a LIMIT of at most 200';
      throw refuseName(context.soql, 'FIELDS', message, 'MALFORMED_QUERY');
    }
    for (const field of type.fields.values()) {
      const wanted =
        argument.toUpperCase() === 'ALL' || (argument.toUpperCase() === 'CUSTOM') === field.custom;
      if (wanted && context.gate.readsField(type, field))
        root.own.set(field.name, fieldReader(context, field));
    }
    return;
  }
  if (name !== 'TOLABEL') {
    throw refuseName(
      context.soql,
      selected.functionName,
      `unexpected token: '${selected.functionName}'`,
      'MALFORMED_QUERY',
    );
  }
  const column = resolveColumn(context, type, argument, query.sObjectAlias);
  root.own.set(selected.alias ?? column.field.name, (row) => {
    const value = column.read(row);
    return column.field.picklistValues.find((one) => one.value === value)?.label ?? value;
  });
}

function addChildren(
  context: QueryContext,
  type: ObjectType,
  root: Selection,
  query: Query & { relationshipName: string },
  compileChildren: CompileChildren,
): void {
  const name = query.relationshipName;
  const relationship = context.org.schema
    .children(type)
    .find(({ field }) => field.childRelationshipName?.toLowerCase() === name.toLowerCase());
  if (!relationship || !context.gate.allows(relationship.child, 'Read')) {
    const message =
      `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, ` +
      "be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";
    throw refuseName(context.soql, name, message, 'INVALID_TYPE');
  }
  const { child, field } = relationship;
  const run = compileChildren(query, child);
  const table = context.org.table(child);
  root.own.set(field.childRelationshipName!, (row) =>
    run([...table.lookup(field, row.Id)].map((id) => table.get(id)!)),
  );
}

function project(context: QueryContext, selection: Selection, row: Row): Record<string, unknown> {
  const type = context.org.schema.ofId(row.Id)!;
  const json: Record<string, unknown> = { attributes: attributesOf(type.name, row.Id) };
  for (const [name, read] of selection.own) json[name] = read(row);
  for (const [name, { hop, selection: nested }] of selection.parents) {
    const parent = visibleParent(context, [hop], row);
    json[name] = parent ? project(context, nested, parent) : null;
  }
  return json;
}
