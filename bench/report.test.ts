import { describe, expect, it } from 'vitest';
import { httpExchange, judge, speed, wall } from './bars.ts';
import type { Figures } from './figures.ts';
import { performancePage } from './page.ts';
import { barsByName, markdownTable, textTable } from './report.ts';

const figures: Figures = {
  name: 'contacts-first-in',
  database: 'pglite',
  items: 5000,
  wall_s: 8.1234,
  items_per_s: 615.4,
  bridge_cpu_s: 2.5,
  bridge_rss_mb: 612.25,
  http: { exchange: 60, salesforce: 22 },
  writes: { exchange: 0, salesforce: 5000 },
  done: { created: 5000, updated: 0, deleted: 0 },
  operations: { exchange: {}, salesforce: {} },
  next_cycle: { wall_s: 1, http: { exchange: 1, salesforce: 6 } },
};

const result = (bars: Parameters<typeof judge>[0], database: Figures['database'] = 'pglite') => ({
  bench: { name: 'contacts-first-in', work: 'contacts come in' },
  figures: { ...figures, database },
  judgements: judge(bars, { ...figures, database }),
});

describe('the report of the benches', () => {
  it('says of each bar what was measured and whether it is met', () => {
    const lines = textTable([result([httpExchange(50, 62), speed(700)])]).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toMatch(/contacts-first-in +pglite +http\.exchange +60 +≤ 62 +50 +met$/);
    expect(lines[2]).toMatch(/items_per_s +615 +≥ 700 +MISSED$/);
  });

  it('gives programs the bars by the name of the figure', () => {
    const { judgements } = result([httpExchange(50, 59)]);
    expect(barsByName(judgements)['http.exchange']).toEqual({
      measured: 60,
      bound: 'at most',
      value: 59,
      least: 50,
      met: false,
    });
  });

  it('has a table for each database, with the machine, and missed bars in bold', () => {
    const text = markdownTable([result([wall(8)]), result([wall(9)], 'postgres')], '2 × processor');
    expect(text).toContain('Measured on 2 × processor.');
    const [embedded, server] = text.split('### On Postgres');
    expect(embedded).toContain('### On PGlite');
    expect(embedded).toContain('**8.12** (bar ≤ 8)');
    expect(server).toContain('| 8.12 (bar ≤ 9) |');
    expect(server).toContain('**612** (bar ≤ 250)');
  });

  it('gives each row as many cells as the head has', () => {
    const rows = markdownTable([result([speed(500)])], 'here')
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map((row) => row.split('|').length)).size).toBe(1);
  });

  it('is a page with a section for each database, and the missed bars stand out', () => {
    const page = performancePage(
      [result([httpExchange(50, 62)]), result([httpExchange(50, 59)], 'postgres')],
      'a machine',
    );
    expect(page).toContain('Measured on a machine.');
    expect(page.split('### On ').slice(1)).toEqual([
      expect.stringMatching(/^PGlite[^]* 60 \(least 50, bar ≤ 62\)/),
      expect.stringMatching(/^Postgres[^]*\*\*60\*\* \(least 50, bar ≤ 59\)/),
    ]);
    expect(page).toContain('| the first 5,000 contacts | 82 | 8.12 | 5,003 | 495 |');
  });
});
