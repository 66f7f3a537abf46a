import type { Database, Figures } from './figures.ts';

/** What one figure has to be. */
export interface Bar {
  /** The figure, as people and programs name it. */
  readonly figure: string;
  readonly bound: 'at most' | 'at least' | 'exactly';
  readonly value: number;
  /** The least that is possible, where it is known. */
  readonly least?: number;
  readonly of: (figures: Figures) => number;
}

/** A bar and what was measured. */
export interface Judgement {
  readonly bar: Bar;
  readonly measured: number;
  readonly met: boolean;
}

/** HTTP requests to Exchange. */
export function httpExchange(least: number, value: number): Bar {
  return { figure: 'http.exchange', bound: 'at most', value, least, of: ({ http }) => http.exchange };
}

/** HTTP requests to Salesforce. */
export function httpSalesforce(least: number, value: number): Bar {
  return { figure: 'http.salesforce', bound: 'at most', value, least, of: ({ http }) => http.salesforce };
}

/** Seconds on the clock. */
export function wall(value: number, least?: number): Bar {
  return {
    figure: 'wall_s',
    bound: 'at most',
    value,
    ...(least === undefined ? {} : { least }),
    of: ({ wall_s }) => wall_s,
  };
}

/** Items a second. */
export function speed(value: number): Bar {
  return { figure: 'items_per_s', bound: 'at least', value, of: ({ items_per_s }) => items_per_s };
}

/** Milliseconds of the bridge's processor time an item. */
export function cpuAnItem(value: number): Bar {
  return {
    figure: 'cpu_ms_per_item',
    bound: 'at most',
    value,
    of: ({ bridge_cpu_s, items }) => round((bridge_cpu_s * 1000) / items),
  };
}

/** Writes of customer data on both sides together. */
export function writes(value: number): Bar {
  return {
    figure: 'writes',
    bound: 'exactly',
    value,
    least: value,
    of: ({ writes: { exchange, salesforce } }) => exchange + salesforce,
  };
}

/** How many items and records are created, updated and deleted, on both sides together. */
export function done(figure: keyof Figures['done'], value: number): Bar {
  return { figure, bound: 'exactly', value, of: (figures) => figures.done[figure] };
}

const residentMb: Readonly<Record<Database, number>> = { pglite: 900, postgres: 250 };

/** The bars of a bench on one database: its own and that of memory, which all benches share. */
export function judge(bars: readonly Bar[], figures: Figures): readonly Judgement[] {
  const memory: Bar = {
    figure: 'bridge_rss_mb',
    bound: 'at most',
    value: residentMb[figures.database],
    of: ({ bridge_rss_mb }) => bridge_rss_mb,
  };
  return [...bars, memory].map((bar) => {
    const measured = bar.of(figures);
    return { bar, measured, met: isMet(bar, measured) };
  });
}

function isMet({ bound, value }: Bar, measured: number): boolean {
  switch (bound) {
    case 'at most':
      return measured <= value;
    case 'at least':
      return measured >= value;
    case 'exactly':
      return measured === value;
  }
}

/** Three digits after the point are more than any figure here is worth. */
export function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
