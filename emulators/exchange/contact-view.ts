import { CONTACT_PROPERTIES, EMAIL_SLOTS, NAME_PARTS } from './contact-properties.ts';
import type { EmailAddress } from './contact-properties.ts';
import type { IdForm } from './ids.ts';
import type { ContactRecord } from './mailbox.ts';

export interface ViewOptions {
  ids: IdForm;
  /** Only these properties; all when nothing is given. The id always comes. */
  select?: readonly string[] | undefined;
}

/**
 * A contact as Graph shows it, without `@odata.etag`. Unset strings are null, or `""` for the name parts of a contact
 * made by hand and for fileAs of one made by the API; unset addresses `{}`, unset collections `[]`; the three single
 * e-mail properties are absent when unset.
 */
export function contactView(record: ContactRecord, { ids, select }: ViewOptions): Record<string, unknown> {
  const view: Record<string, unknown> = {};
  for (const name of select ?? CONTACT_PROPERTIES.keys()) {
    const value = shownValue(record, name, ids);
    if (value !== undefined) view[name] = value;
  }
  view.id = itemId(record, ids);
  return view;
}

/** The id of an item in the form asked for. */
export function itemId(record: Pick<ContactRecord, 'immutableId' | 'mutableId'>, ids: IdForm): string {
  return ids === 'immutable' ? record.immutableId : record.mutableId;
}

/** `@odata.etag`: weak, around the change key. */
export function contactEtag(record: ContactRecord): string {
  return `W/"${record.changeKey}"`;
}

/** The moment as Outlook items show it: whole seconds, UTC. */
export function itemTime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}

function shownValue(record: ContactRecord, name: string, ids: IdForm): unknown {
  const value = record.values[name];
  switch (CONTACT_PROPERTIES.get(name)) {
    case 'strings':
    case 'emails':
      return value ?? [];
    case 'address':
      return value ?? {};
    case 'email':
      return (record.values.emailAddresses as EmailAddress[] | undefined)?.[
        EMAIL_SLOTS.indexOf(name as never)
      ];
    case 'birthday':
      return value === undefined ? null : `${value as string}T11:59:00Z`;
    case 'system':
      return systemValue(record, name, ids);
    default:
      return value ?? unsetString(record, name);
  }
}

function unsetString(record: ContactRecord, name: string): string | null {
  if (record.madeBy === 'people') return NAME_PARTS.has(name) ? '' : null;
  return name === 'fileAs' ? '' : null;
}

function systemValue(record: ContactRecord, name: string, ids: IdForm): unknown {
  switch (name) {
    case 'id':
      return itemId(record, ids);
    case 'changeKey':
      return record.changeKey;
    case 'createdDateTime':
      return itemTime(record.createdAt);
    case 'lastModifiedDateTime':
      return itemTime(record.modifiedAt);
    default:
      return record.folderId;
  }
}
