import type { Bar, Judgement } from './bars.ts';
import type { Bench } from './benches.ts';
import type { Figures } from './figures.ts';

/** A bench that was run. */
export interface Result {
  readonly bench: Pick<Bench, 'name' | 'work'>;
  readonly figures: Figures;
  readonly judgements: readonly Judgement[];
}

/** Which bars were met, by figure. */
export function barsByName(judgements: readonly Judgement[]): Readonly<Record<string, object>> {
  return Object.fromEntries(
    judgements.map(({ bar: { figure, bound, value, least }, measured, met }) => [
      figure,
      { measured, bound, value, ...(least === undefined ? {} : { least }), met },
    ]),
  );
}

/** One line a bar, for the terminal. */
export function textTable(results: readonly Result[]): string {
  const header = ['bench', 'database', 'figure', 'measured', 'bar', 'least', ''];
  const rows = results.flatMap(({ figures, judgements }) =>
    judgements.map(({ bar, measured, met }) => [
      figures.name,
      figures.database,
      bar.figure,
      shown(measured),
      boundOf(bar),
      bar.least === undefined ? '' : shown(bar.least),
      met ? 'met' : 'MISSED',
    ]),
  );
  const widths = header.map((_, column) =>
    Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The tables of docs/performance.md: a section for each database, one row a bench. */
export function markdownTable(results: readonly Result[], machine: string): string {
  const sections = [...Map.groupBy(results, ({ figures }) => figures.database)].map(([database, rows]) => [
    `### On ${database === 'pglite' ? 'PGlite' : 'Postgres'}`,
    '',
    '| bench | HTTP Exchange | HTTP Salesforce | writes | seconds | items/s | CPU s | memory MB | other bars |',
    '| --- | --: | --: | --: | --: | --: | --: | --: | --- |',
    ...rows.map(markdownRow),
    '',
  ]);
  return [`Measured on ${machine}.`, '', ...sections.flat()].join('\n').trimEnd();
}

function markdownRow({ bench, figures, judgements }: Result): string {
  const { http, writes } = figures;
  const cell = (figure: string, measured: number) => {
    const judged = judgements.find(({ bar }) => bar.figure === figure);
    if (judged === undefined) return shown(measured);
    const { bar, met } = judged;
    const least = bar.least === undefined ? '' : `least ${shown(bar.least)}, `;
    return `${met ? '' : '**'}${shown(measured)}${met ? '' : '**'} (${least}bar ${boundOf(bar)})`;
  };
  const own = ['http.exchange', 'http.salesforce', 'writes', 'wall_s', 'items_per_s', 'bridge_rss_mb'];
  const others = judgements
    .filter(({ bar }) => !own.includes(bar.figure))
    .map(
      ({ bar, measured, met }) =>
        `${bar.figure} ${shown(measured)} (${boundOf(bar)})${met ? '' : ' **missed**'}`,
    );
  const cells = [
    `**${bench.name}**: ${bench.work}`,
    cell('http.exchange', http.exchange),
    cell('http.salesforce', http.salesforce),
    cell('writes', writes.exchange + writes.salesforce),
    cell('wall_s', figures.wall_s),
    cell('items_per_s', figures.items_per_s),
    shown(figures.bridge_cpu_s),
    cell('bridge_rss_mb', figures.bridge_rss_mb),
    others.join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

const signs = { 'at most': '≤', 'at least': '≥', exactly: '=' } as const;

function boundOf({ bound, value }: Bar): string {
  return `${signs[bound]} ${shown(value)}`;
}

/** Up to three digits that mean something after the point, none for what is large. */
export function shown(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en');
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}
