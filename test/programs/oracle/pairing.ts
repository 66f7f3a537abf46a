import type { ExchangeId, UserId } from '../../../bridge/src/domain/ids.ts';
import { addressesOf } from '../world/fields.ts';
import type { Item } from '../world/mailbox.ts';
import type { OrgRecord } from '../world/org.ts';
import type { Seen } from '../world/seen.ts';
import { linkRows } from './watch.ts';

/** Who had to be paired in place of getting a copy, as things stood when the pass of a mailbox began. */
export interface Pairing {
  /** The one item that a record which gets a new one should have been paired with; null when it was none or the choice was open. */
  itemFor(record: OrgRecord): Item | null;
  recordFor(item: Item): OrgRecord | null;
}

/** Who may be paired in a mailbox, as things stand now. */
export function createPairing(world: Seen, userId: UserId): Pairing {
  const mailbox = world.mailboxes.get(userId)!;
  const rows = linkRows(world, userId);
  const linkedItems: ReadonlySet<unknown> = new Set(rows.map((row) => row.Exchange_Id__c));
  const linkedRecords: ReadonlySet<unknown> = new Set(rows.map((row) => row.Record_Id__c));
  const busy = new Set(
    rows
      .filter(({ State__c, Exchange_Id__c }) => {
        const item = mailbox.items.get(Exchange_Id__c as ExchangeId);
        return State__c === 'Live' && item?.place === 'folder';
      })
      .map((row) => row.Record_Id__c),
  );
  const items = [...mailbox.items.values()]
    .filter(({ id, place }) => place === 'folder' && !linkedItems.has(id))
    .map((item) => ({ item, addresses: addressesOf(item.properties).map((text) => text.toLowerCase()) }));
  const records = [...world.org.records.values()]
    .filter(({ id, deleted }) => !deleted && !busy.has(id))
    .map((record) => ({ record, address: record.card.Email?.toLowerCase() ?? '' }));
  const itemsWith = (address: string) => items.filter(({ addresses }) => addresses.includes(address));
  const recordsWith = (address: string) => records.filter((one) => one.address === address);
  return {
    itemFor(record) {
      const address = records.find((one) => one.record === record)?.address ?? '';
      if (!address.includes('@') || linkedRecords.has(record.id) || recordsWith(address).length > 1)
        return null;
      const [twin, other] = itemsWith(address);
      // The service may not tell of an item that left and came back, and a marked one belongs to the record that it names.
      return twin && !other && twin.item.leftAt < 0 && twin.item.marker === null ? twin.item : null;
    },
    recordFor(item) {
      if (linkedItems.has(item.id) || item.leftAt >= 0) return null;
      const addresses = items.find((one) => one.item === item)?.addresses ?? [];
      for (const address of addresses.filter((text) => text.includes('@'))) {
        const [twin, other] = recordsWith(address);
        if (!twin || other || itemsWith(address).length > 1) continue;
        // A record that was made from an item belongs to it, and an ended link stays ended; whether others exist is not told.
        const free = twin.record.key === null && !linkedRecords.has(twin.record.id);
        if (free && world.org.isVisible(twin.record, userId)) return twin.record;
      }
      return null;
    },
  };
}
