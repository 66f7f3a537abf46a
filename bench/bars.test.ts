import { describe, expect, it } from 'vitest';
import { cpuAnItem, httpExchange, judge, speed, wall, writes } from './bars.ts';
import type { Figures } from './figures.ts';

const figures: Figures = {
  name: 'contacts-first-in',
  database: 'postgres',
  items: 5000,
  wall_s: 8,
  items_per_s: 625,
  bridge_cpu_s: 2.5,
  bridge_rss_mb: 249,
  http: { exchange: 62, salesforce: 22 },
  writes: { exchange: 25, salesforce: 24 },
  done: { created: 0, updated: 0, deleted: 0 },
  operations: { exchange: {}, salesforce: {} },
  next_cycle: { wall_s: 1, http: { exchange: 1, salesforce: 6 } },
};

const met = (...bars: Parameters<typeof judge>[0]) => judge(bars, figures).map((judged) => judged.met);

describe('the bars of a bench', () => {
  it('are met by the bound itself and missed by the next value', () => {
    expect(met(httpExchange(50, 62), httpExchange(50, 61))).toEqual([true, false, true]);
    expect(met(wall(8), wall(7.999))).toEqual([true, false, true]);
    expect(met(speed(625), speed(626))).toEqual([true, false, true]);
  });

  it('want writes exactly, on both sides together', () => {
    expect(met(writes(49), writes(50), writes(0))).toEqual([true, false, false, true]);
  });

  it('judge the processor time of one item in milliseconds', () => {
    const [judged] = judge([cpuAnItem(1)], figures);
    expect(judged).toMatchObject({ measured: 0.5, met: true });
  });

  it('allow the embedded database more memory than a bridge on Postgres', () => {
    const memory = (database: Figures['database'], bridge_rss_mb: number) =>
      judge([], { ...figures, database, bridge_rss_mb })[0]?.met;
    expect(memory('postgres', 250)).toBe(true);
    expect(memory('postgres', 251)).toBe(false);
    expect(memory('pglite', 900)).toBe(true);
    expect(memory('pglite', 901)).toBe(false);
  });
});
