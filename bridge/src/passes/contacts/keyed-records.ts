import type { ExchangeId, RecordId } from '../../domain/ids.ts';
import type { SalesforceContact } from '../../domain/item.ts';
import { keyedItem } from '../../sync/identity.ts';
import type { ExchangeSighting } from '../../sync/plan/sighting.ts';
import type { PassContext } from '../pass-context.ts';
import { sightingOf } from './look.ts';
import type { Changes } from './read-changes.ts';

/** A record that was made from an item, with what became of the item. */
export interface KeyedRecord {
  readonly exchangeId: ExchangeId;
  readonly recordId: RecordId;
  readonly exchange: ExchangeSighting;
}

/** Unlinked records, sorted by whether they are to get items. */
export interface SortedRecords {
  /**
   * Made from an item of this mailbox, perhaps in place of a deleted record, but never remembered, because the process ended
   * in between or no answer came.
   */
  readonly keyed: readonly KeyedRecord[];
  /** Their item has another record or a link that was ended; they get no other item, which would be a copy. */
  readonly ended: ReadonlySet<RecordId>;
  /** No answer on their item came. */
  readonly unclear: ReadonlySet<RecordId>;
}

/** Finds the items that unlinked records were made from, by the key that such records carry. `paired`: items that this pass paired. */
export async function sortKeyedRecords(
  context: PassContext,
  changes: Changes,
  records: readonly SalesforceContact[],
  paired: ReadonlySet<ExchangeId>,
): Promise<SortedRecords> {
  const linked = new Set(changes.links.flatMap((link) => (link.state === 'Live' ? [link.recordId] : [])));
  const unlinked = records.filter(({ id }) => !linked.has(id));
  const unique = new Map(unlinked.map((record) => [record.id, record]));
  const made = [...unique.values()].flatMap((record) => {
    const exchangeId = keyedItem(record.values.Tandem_Key__c ?? null, context.exchangeUserId);
    return exchangeId === null ? [] : [{ exchangeId, recordId: record.id }];
  });
  if (made.length === 0) return { keyed: [], ended: new Set(), unclear: new Set() };
  const links = new Map(changes.links.map((link) => [link.exchangeId, link]));
  const known = await context.store.records.get(
    made.flatMap(({ exchangeId }) => links.get(exchangeId)?.recordId ?? []),
  );
  const lone = made.filter(({ exchangeId }) => {
    if (paired.has(exchangeId)) return false;
    const link = links.get(exchangeId);
    return link === undefined || (link.state === 'Live' && known.get(link.recordId)?.deleted !== false);
  });
  const found = await context.exchange.readContacts(
    lone.map(({ exchangeId }) => exchangeId),
    context.mapping.properties,
  );
  const seen = lone.filter(({ exchangeId }) => found.has(exchangeId));
  return {
    keyed: seen.map((made) => ({
      ...made,
      exchange: sightingOf(
        context,
        { ...made, pendingExchange: null },
        changes,
        found.get(made.exchangeId)?.contact,
      ),
    })),
    ended: new Set(made.filter((one) => !lone.includes(one)).map(({ recordId }) => recordId)),
    unclear: new Set(lone.filter((made) => !seen.includes(made)).map(({ recordId }) => recordId)),
  };
}
