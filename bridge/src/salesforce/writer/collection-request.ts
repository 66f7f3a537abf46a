import type { OrgRequest } from '../wire/org.ts';
import type { Collection } from './bundle.ts';
import { keyFieldOf } from './waiting.ts';

/** The request that upserts the only record of a collection by its key ("sObject Rows by External ID" of the REST API Developer Guide). */
export function rowRequest({ operation, records: [record] }: Collection): OrgRequest {
  const field = keyFieldOf(operation);
  const { [field]: key, ...body } = record!.row;
  return {
    method: 'PATCH',
    path: `/sobjects/${operation.object}/${field}/${String(key)}`,
    body,
  };
}

/** The request that writes a collection, each record on its own ("sObject Collections" of the REST API Developer Guide). */
export function collectionRequest({ operation, records }: Collection): OrgRequest {
  if (operation.kind === 'delete') {
    const ids = records.map((record) => String(record.row['Id'])).join(',');
    return { method: 'DELETE', path: `/composite/sobjects?ids=${ids}&allOrNone=false` };
  }
  const path =
    operation.kind === 'upsert'
      ? `/composite/sobjects/${operation.object}/${operation.externalId}`
      : '/composite/sobjects';
  return {
    method: operation.kind === 'insert' ? 'POST' : 'PATCH',
    path,
    ...(operation.onAlert === undefined ? {} : { onAlert: operation.onAlert }),
    body: {
      allOrNone: false,
      records: records.map((record) => ({ attributes: { type: operation.object }, ...record.row })),
    },
  };
}
