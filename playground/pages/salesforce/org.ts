import { call } from '../shared/call.ts';

/** A row of a query: field values by name, rows of parents under their relationship. */
export interface Row {
  readonly Id: string;
  readonly [field: string]: unknown;
}

let actingAs: string | undefined;

/** Says as which user the page acts from now on. */
export function actAs(userId: string): void {
  actingAs = userId;
}

export const actingUser = () => actingAs;

/** The rows of a SOQL query, in the eyes of the acting user; with `deleted`, those in the recycle bin too. */
export async function query(soql: string, deleted = false): Promise<readonly Row[]> {
  const body = { as: actingAs, soql, all: deleted };
  return (await call<{ records: Row[] }>('POST', '/api/salesforce/query', body)).records;
}

export const createRecord = (object: string, fields: Readonly<Record<string, unknown>>) =>
  call<{ id: string }>('POST', '/api/salesforce/create', { as: actingAs, object, fields });

export const updateRecord = (id: string, fields: Readonly<Record<string, unknown>>) =>
  call<{ id: string }>('POST', '/api/salesforce/update', { as: actingAs, id, fields });

export const deleteRecord = (id: string) => call('POST', '/api/salesforce/delete', { as: actingAs, id });

export const undeleteRecord = (id: string) => call('POST', '/api/salesforce/undelete', { as: actingAs, id });

/** A text as a SOQL literal. */
export const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** The text of a field, also of a parent's field such as `Account.Name`; empty when unset. */
export function textOf(row: Row, field: string): string {
  let value: unknown = row;
  for (const part of field.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[part];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
