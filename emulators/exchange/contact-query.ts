import { contactPropertyNamed } from './contact-properties.ts';
import { contactEtag, contactView, itemTime } from './contact-view.ts';
import type { EmailAddress } from './contact-properties.ts';
import { refuse } from './errors.ts';
import { context } from './graph-call.ts';
import type { GraphCall } from './graph-call.ts';
import type { ContactRecord } from './mailbox.ts';
import { fits, inOrder, parseFilter } from './odata-filter.ts';
import type { Filter, Filterable } from './odata-filter.ts';

/** The properties of `$select`, in their own spelling; nothing when all are wanted. */
export function selected(option: string | null): string[] | undefined {
  if (option === null || option.trim() === '') return undefined;
  return option.split(',').map((name) => {
    const property = contactPropertyNamed(name.trim());
    if (property === undefined) throw refuse.unknownProperty(name.trim(), 'microsoft.graph.contact');
    return property;
  });
}

const EXPAND = /^\s*singleValueExtendedProperties\s*\(\s*\$filter=(.*)\)\s*$/is;

/** The filter of `$expand=singleValueExtendedProperties($filter=…)`, which Outlook demands. */
export function expandedProperties(option: string | null): Filter | undefined {
  if (option === null) return undefined;
  const inner = EXPAND.exec(option)?.[1];
  if (inner !== undefined) return parseFilter(inner);
  throw /^\s*singleValueExtendedProperties/i.test(option)
    ? refuse.badQuery('The expand of singleValueExtendedProperties needs a $filter on their id.')
    : refuse.notOffered(`$expand=${option}`);
}

export interface ExtendedProperty {
  id: string;
  value: string;
}

export const EXTENDED: Filterable<ExtendedProperty> = {
  value: (property, path) => (path === 'id' ? property.id : path === 'value' ? property.value : undefined),
};

/** The whole of a contact as an answer shows it: etag, properties and the expanded extended properties. */
export function shownContact(call: GraphCall, record: ContactRecord): Record<string, unknown> {
  const view: Record<string, unknown> = {
    '@odata.etag': contactEtag(record),
    ...contactView(record, { ids: call.ids, select: selected(call.query.get('$select')) }),
  };
  return { ...view, ...shownExtended(call, record, `contacts('${encodeURIComponent(String(view.id))}')`) };
}

/** The extended properties that `$expand` asks for, of the thing at this path; nothing when it has none of them. */
export function shownExtended(
  call: GraphCall,
  record: Pick<ContactRecord, 'extended'>,
  path: string,
): Record<string, unknown> {
  const expand = expandedProperties(call.query.get('$expand'));
  const extended = expand ? extendedOf(record).filter((property) => fits(expand, property, EXTENDED)) : [];
  if (extended.length === 0) return {};
  return {
    'singleValueExtendedProperties@odata.context': context(call, `${path}/singleValueExtendedProperties`),
    singleValueExtendedProperties: extended,
  };
}

function extendedOf(record: Pick<ContactRecord, 'extended'>): ExtendedProperty[] {
  return [...record.extended].map(([id, value]) => ({ id, value }));
}

const FILTERED = new Set([
  'displayName',
  'givenName',
  'surname',
  'companyName',
  'fileAs',
  'jobTitle',
  'department',
]);

const CONTACTS: Filterable<ContactRecord> = {
  value: (record, path) => {
    if (path === 'lastModifiedDateTime') return itemTime(record.modifiedAt);
    if (path === 'createdDateTime') return itemTime(record.createdAt);
    return FILTERED.has(path) ? (record.values[path] ?? null) : undefined;
  },
  elements: (record, path) => {
    if (path === 'singleValueExtendedProperties') return extendedOf(record);
    if (path === 'emailAddresses') return (record.values.emailAddresses as EmailAddress[] | undefined) ?? [];
    if (path === 'categories') return (record.values.categories as string[] | undefined) ?? [];
    return undefined;
  },
};

/** The contacts that `$filter` and `$orderby` leave, in the order asked for. */
export function queriedContacts(call: GraphCall, contacts: Iterable<ContactRecord>): ContactRecord[] {
  const source = call.query.get('$filter');
  const filter = source === null ? undefined : parseFilter(source);
  const found = [...contacts].filter((record) => !filter || fits(filter, record, CONTACTS));
  const order = call.query.get('$orderby');
  return order === null ? found : inOrder(found, order, CONTACTS);
}
