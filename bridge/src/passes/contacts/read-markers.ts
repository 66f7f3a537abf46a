import type { ExchangeId } from '../../domain/ids.ts';
import type { ExchangeContact } from '../../domain/item.ts';
import type { PassContext } from '../pass-context.ts';

/** Above this many contacts, listing the folder's markers costs fewer requests than asking for each contact. */
const askedOneByOne = 100;

export interface Markers {
  /** Of the contacts that carry one. */
  readonly markers: ReadonlyMap<ExchangeId, string>;
  /** Contacts that could not be read now, so that nobody knows whether they carry one. */
  readonly unread: ReadonlySet<ExchangeId>;
}

/** Reads the markers of contacts. The delta feed cannot bring them along. */
export async function readMarkers(
  { exchange, folderId }: PassContext,
  contacts: readonly ExchangeContact[],
): Promise<Markers> {
  if (contacts.length > askedOneByOne)
    return { markers: await exchange.readMarkers(folderId), unread: new Set() };
  const ids = contacts.map(({ id }) => id);
  const found = await exchange.readContacts(ids, ['id']);
  return {
    markers: new Map([...found].flatMap(([id, item]) => (item?.marker ? [[id, item.marker] as const] : []))),
    unread: new Set(ids.filter((id) => !found.has(id))),
  };
}
