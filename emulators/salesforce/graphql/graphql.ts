import { GraphQLError, TypeInfo, execute, parse, validate, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { RefusedRequest } from '../refusal.ts';
import { jsonBody, type Handler } from '../rest/call.ts';
import { optional, schemaOf } from './schema.ts';

interface GraphqlRequest {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
}

/** `POST /graphql`: queries of records; a query that fails is answered with 200 and `errors` (GraphQL guide, "Errors"). */
export const graphql: Handler = async (call) => {
  const { query, variables, operationName } = jsonBody(call) as GraphqlRequest;
  const schema = schemaOf(call);
  let document: DocumentNode;
  try {
    document = withoutHidden(schema, parse(query ?? ''));
  } catch (error) {
    if (error instanceof GraphQLError) return answer(undefined, [error], 'InvalidSyntax');
    throw error;
  }
  const problems = validate(schema, document);
  if (problems.length > 0) return answer(undefined, problems, 'ValidationError');
  const { data, errors } = await execute({
    schema,
    document,
    contextValue: call,
    variableValues: variables ?? {},
    operationName: operationName ?? null,
  });
  return answer(data, errors ?? [], 'DataFetchingException');
};

/** Leaves out the fields marked `@optional` that the user's schema does not have, and the marks of the others. */
function withoutHidden(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const marks = node.directives?.filter(({ name }) => name.value === optional.name) ?? [];
        if (marks.length === 0) return undefined;
        if (!types.getFieldDef()) return null;
        return { ...node, directives: node.directives!.filter((one) => !marks.includes(one)) };
      },
    }),
  );
}

function answer(data: unknown, problems: readonly GraphQLError[], ErrorType: string) {
  const errors = problems.map((problem) => ({
    message: messageOf(problem),
    paths: problem.path ?? [],
    locations: problem.locations ?? [],
    extensions: { ErrorType },
  }));
  return { status: 200, body: { data: data ?? (errors.length > 0 ? null : {}), errors } };
}

const UNKNOWN_FIELD = /^Cannot query field "(\w+)" on type "(\w+)"\./;

/** The service's own words where they are documented: an unknown field, and one that the user may not see. */
function messageOf({ message, originalError }: GraphQLError): string {
  if (originalError instanceof RefusedRequest) return originalError.refusal.message;
  const [, field, type] = UNKNOWN_FIELD.exec(message) ?? [];
  return field === undefined
    ? message
    : `Validation error of type FieldUndefined: Field '${field}' in type '${type}' is undefined`;
}
