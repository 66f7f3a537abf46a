import type { Side } from '../ledger.ts';

/** A value that a person gave a field of an event. */
export interface EventEntry {
  side: Side;
  /** The item or record, as links know it; of a whole series its id. */
  item: string;
  /** Exchange's property or Salesforce's field, as a mapping names it. */
  name: string;
  /** As `event-values.ts` reads it. */
  value: string;
  /** How many syncs had run before. */
  round: number;
  /** Whether it was typed into a series as a whole. */
  isSeries: boolean;
}

/** An event, date or record that a person deleted. */
export interface EventRemoval {
  item: string;
  round: number;
}

/** What people typed in their calendars on both sides, in order. */
export interface EventLedger {
  readonly entries: readonly EventEntry[];
  readonly removals: readonly EventRemoval[];
  enters(entry: EventEntry): void;
  removes(removal: EventRemoval): void;
  /** Whether a person ever typed that of the item, or of the series that it is a date of. */
  hasTyped(side: Side, item: string, name: string): boolean;
}

export function createEventLedger(): EventLedger {
  const entries: EventEntry[] = [];
  const removals: EventRemoval[] = [];
  return {
    entries,
    removals,
    removes: (removal) => void removals.push(removal),
    enters: (entry) => void entries.push(entry),
    hasTyped: (side, item, name) =>
      entries.some(
        (entry) =>
          entry.side === side &&
          entry.name === name &&
          (entry.item === item || entry.item === item.split('/')[0]),
      ),
  };
}
