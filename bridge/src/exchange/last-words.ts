import type { ExchangeId } from '../domain/ids.ts';
import type { ExchangeContact } from '../domain/item.ts';
import type { ReadContact } from './contact.ts';

/** What one entry of a delta page says of its item. */
export type LastWord = ReadContact | { readonly kind: 'tombstone'; readonly id: ExchangeId };

/** The items of one round; an item may occur more than once, and what came last counts. */
export interface LastWords {
  add(word: LastWord): void;
  /** Items of which only a part came. */
  partial(): readonly ExchangeId[];
  sorted(): {
    readonly contacts: readonly ExchangeContact[];
    readonly tombstones: readonly ExchangeId[];
    readonly malformed: readonly { readonly id: ExchangeId | null; readonly detail: string }[];
  };
}

/** Starts with no items. */
export function createLastWords(): LastWords {
  const byId = new Map<ExchangeId, LastWord>();
  const nameless: { readonly id: null; readonly detail: string }[] = [];
  return {
    add(word) {
      const id = word.kind === 'contact' ? word.contact.id : word.id;
      if (id !== null) byId.set(id, word);
      else if (word.kind === 'malformed') nameless.push({ id, detail: word.detail });
    },
    partial: () => [...byId.values()].flatMap((word) => (word.kind === 'partial' ? [word.id] : [])),
    sorted() {
      const words = [...byId.values()];
      return {
        contacts: words.flatMap((word) => (word.kind === 'contact' ? [word.contact] : [])),
        tombstones: words.flatMap((word) => (word.kind === 'tombstone' ? [word.id] : [])),
        malformed: [
          ...nameless,
          ...words.flatMap((word) =>
            word.kind === 'malformed' ? [{ id: word.id, detail: word.detail }] : [],
          ),
        ],
      };
    },
  };
}
