import type { OrgRequest } from '../wire/org.ts';
import type { Collection } from './bundle.ts';

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
