import type { CountNode } from './query';

/** What changed on one day: on each side, what came over from the other one. */
export interface Day {
  /** In UTC, as `2026-03-01`. */
  readonly day: string;
  readonly inSalesforce: number;
  readonly inExchange: number;
}

const DAY_MS = 86_400_000;
const textOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The first of the last so many days, today included, in UTC. */
export function firstDay(now: number, days: number): string {
  return textOf(now - (days - 1) * DAY_MS);
}

/** Every one of the last so many days, the oldest first; a day without counts has none. */
export function daysOf(nodes: readonly CountNode[], now: number, days: number): Day[] {
  return Array.from({ length: days }, (_none, index) => {
    const day = textOf(now - (days - 1 - index) * DAY_MS);
    const ofDay = nodes.filter((node) => node.Day__c.value === day);
    const sum = (direction: string) =>
      ofDay
        .filter((node) => node.Direction__c.value === direction)
        .reduce((total, node) => total + changesOf(node), 0);
    return { day, inSalesforce: sum('ExchangeToSalesforce'), inExchange: sum('SalesforceToExchange') };
  });
}

/** How many items were changed; what was only paired was the same on both sides. */
export function changesOf({ Created__c, Updated__c, Deleted__c }: CountNode): number {
  return (Created__c.value ?? 0) + (Updated__c.value ?? 0) + (Deleted__c.value ?? 0);
}
