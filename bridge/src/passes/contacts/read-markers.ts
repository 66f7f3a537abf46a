import type { ExchangeId } from '../../domain/ids.ts';
import type { ExchangeContact } from '../../domain/item.ts';
import type { PassContext } from '../pass-context.ts';

/** Above this many contacts, listing the folder's markers costs fewer requests than asking for each contact. */
const askedOneByOne = 100;

/** Markers of the contacts that carry one. The delta feed cannot bring them along. */
export async function readMarkers(
  { exchange, folderId }: PassContext,
  contacts: readonly ExchangeContact[],
): Promise<ReadonlyMap<ExchangeId, string>> {
  if (contacts.length > askedOneByOne) return exchange.readMarkers(folderId);
  const found = await exchange.readContacts(
    contacts.map(({ id }) => id),
    ['id'],
  );
  return new Map([...found].flatMap(([id, item]) => (item?.marker ? [[id, item.marker] as const] : [])));
}
