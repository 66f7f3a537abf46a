import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** What an element may hold. */
export type ValueType =
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'number' }
  | { readonly kind: 'one of'; readonly values: readonly string[] }
  | { readonly kind: 'elements'; readonly elements: ReadonlyMap<string, ElementRule> };

/** How often an element may occur and the name of its type: `string`, `number`, `boolean` or one of the schema's. */
export interface ElementRule {
  readonly many: boolean;
  readonly required: boolean;
  readonly type: string;
}

/** The types of the Metadata API by name; undefined for a name that it does not know. */
export type Schema = (typeName: string) => ValueType | undefined;

const PRIMITIVES = new Map<string, ValueType>([
  ['string', { kind: 'text' }],
  ['number', { kind: 'number' }],
  ['boolean', { kind: 'boolean' }],
]);

let known: Schema | undefined;

/** The schema of the installed `@salesforce/types`, which Salesforce generates from the Metadata API's WSDL. */
export function metadataSchema(): Schema {
  if (known) return known;
  const declarations = fileURLToPath(import.meta.resolve('@salesforce/types/metadata')).replace(
    /\.js$/,
    '.d.ts',
  );
  known = schemaOf(readFileSync(declarations, 'utf8'));
  return known;
}

/** Reads a schema from TypeScript type declarations. */
export function schemaOf(declarations: string): Schema {
  const source = ts.createSourceFile('metadata.d.ts', declarations, ts.ScriptTarget.ESNext);
  const aliases = new Map<string, ts.TypeNode>();
  for (const statement of source.statements)
    if (ts.isTypeAliasDeclaration(statement)) aliases.set(statement.name.text, statement.type);
  const read = new Map<string, ValueType>(PRIMITIVES);

  const schema: Schema = (name) => {
    const found = read.get(name);
    if (found) return found;
    const alias = aliases.get(name);
    if (!alias) return undefined;
    const type = valueType(alias);
    read.set(name, type);
    return type;
  };

  function valueType(node: ts.TypeNode): ValueType {
    if (node.kind === ts.SyntaxKind.StringKeyword) return { kind: 'text' };
    const values = literals(node);
    return values ? { kind: 'one of', values } : { kind: 'elements', elements: new Map(elementRules(node)) };
  }

  function elementRules(node: ts.TypeNode): [string, ElementRule][] {
    if (ts.isIntersectionTypeNode(node)) return node.types.flatMap(elementRules);
    if (ts.isTypeReferenceNode(node)) {
      const base = schema(typeNameOf(node));
      return base?.kind === 'elements' ? [...base.elements] : [];
    }
    if (!ts.isTypeLiteralNode(node)) return [];
    return node.members
      .filter(ts.isPropertySignature)
      .map((member) => [memberName(member), elementRule(member)]);
  }

  return schema;
}

function elementRule(member: ts.PropertySignature): ElementRule {
  if (!member.type) throw new Error(`${memberName(member)} has no type`);
  const many = ts.isArrayTypeNode(member.type);
  const type = many ? member.type.elementType : member.type;
  return { many, required: !many && !member.questionToken, type: typeNameOf(type) };
}

function typeNameOf(node: ts.TypeNode): string {
  if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) return node.typeName.text;
  const primitive = ts.tokenToString(node.kind);
  if (primitive && PRIMITIVES.has(primitive)) return primitive;
  throw new Error(`A type of kind ${ts.SyntaxKind[node.kind]} is not expected in metadata types`);
}

function memberName(member: ts.PropertySignature): string {
  if (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) return member.name.text;
  throw new Error('Metadata elements have plain names');
}

function literals(node: ts.TypeNode): string[] | undefined {
  const members = ts.isUnionTypeNode(node) ? node.types : [node];
  const values = members.flatMap((m) =>
    ts.isLiteralTypeNode(m) && ts.isStringLiteral(m.literal) ? [m.literal.text] : [],
  );
  return values.length === members.length ? values : undefined;
}
