import { permissionSetsOf, permissionsOf } from '../access/user-permissions.ts';
import type { Call, Handler } from '../rest/call.ts';
import { jsonBody } from '../rest/call.ts';
import { runQuery } from '../soql/query.ts';
import { describedFields } from './describe-method.ts';

/**
 * `POST /apex/{class}/{method}`: what an Apex method gives to a screen. In an org screens reach Apex by a way that is not public, and
 * Apex cannot run here: a method that is one query in user mode, or that describes the fields of one object, is answered without it,
 * with the rights of the user on the class, the object and its fields.
 */
export const callMethod: Handler = (call) => {
  const [, className = '', method = ''] = call.segments;
  const soql = call.org.apex.queries.get(`${className}.${method}`);
  const described = call.org.schema.object(call.org.apex.describes.get(`${className}.${method}`) ?? '');
  if (soql === undefined && described === undefined)
    return { status: 501, body: exception(`${className}.${method} cannot run in the emulated org`) };
  if (!mayUse(call, className))
    return {
      status: 403,
      body: exception(`You do not have access to the Apex class named '${className}'.`),
    };
  if (soql === undefined) return { status: 200, body: described ? describedFields(call, described) : [] };
  const found = runQuery({
    org: call.org,
    soql: bound(soql, jsonBody(call)),
    userId: call.userId,
    includeDeleted: false,
    gate: call.gate,
  });
  const rows = Array.from({ length: found.recordCount }, (_none, index) => {
    const { attributes: _, ...fields } = found.record(index) as Record<string, unknown>;
    return fields;
  });
  return { status: 200, body: rows };
};

/** Puts the parameters of a call, which are ids and texts, in the place of their names. */
function bound(soql: string, parameters: Readonly<Record<string, unknown>>): string {
  return soql.replaceAll(/:(\w+)/g, (_name, parameter: string) => {
    const value = parameters[parameter];
    return typeof value === 'string' ? `'${value.replaceAll(/['\\]/g, String.raw`\$&`)}'` : 'NULL';
  });
}

/** A permission set gives access to a class; who may author Apex, as administrators may, needs none. */
function mayUse({ org, userId }: Call, className: string): boolean {
  if (permissionsOf(org, userId).user('ModifyAllData')) return true;
  return permissionSetsOf(org, userId).some((set) =>
    org.apex.access.get(String(set['Name']))?.includes(className),
  );
}

/** An error of Apex as screens get it (LWC guide, "Handle Errors from Apex"). */
const exception = (message: string) => ({
  exceptionType: 'System.NoAccessException',
  isUserDefinedException: false,
  message,
  stackTrace: '',
});
