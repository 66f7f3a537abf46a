import type { ExchangeId } from '../domain/ids.ts';

/** What one entry of a delta page says of its item; of a `partial` one only a part came. */
export type Word<Item> =
  | { readonly kind: 'item'; readonly id: ExchangeId; readonly item: Item }
  | { readonly kind: 'partial'; readonly id: ExchangeId }
  | { readonly kind: 'tombstone'; readonly id: ExchangeId }
  | { readonly kind: 'malformed'; readonly id: ExchangeId | null; readonly detail: string };

/** The items of one round; an item may occur more than once, and what came last counts. */
export interface LastWords<Item> {
  add(word: Word<Item>): void;
  /** Items of which only a part came. */
  partial(): readonly ExchangeId[];
  sorted(): {
    readonly items: readonly Item[];
    readonly tombstones: readonly ExchangeId[];
    readonly malformed: readonly { readonly id: ExchangeId | null; readonly detail: string }[];
  };
}

/** Starts with no items. */
export function createLastWords<Item>(): LastWords<Item> {
  const byId = new Map<ExchangeId, Word<Item>>();
  const nameless: { readonly id: null; readonly detail: string }[] = [];
  return {
    add(word) {
      if (word.kind === 'malformed' && word.id === null) nameless.push({ id: null, detail: word.detail });
      else if (word.id !== null) byId.set(word.id, word);
    },
    partial: () => [...byId.values()].flatMap((word) => (word.kind === 'partial' ? [word.id] : [])),
    sorted() {
      const words = [...byId.values()];
      return {
        items: words.flatMap((word) => (word.kind === 'item' ? [word.item] : [])),
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
