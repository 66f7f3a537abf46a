/** One figure with what it has to come to. */
export interface PlainFigure {
  readonly figure: string;
  readonly what: string;
  readonly measured: number;
  readonly bound: 'at most' | 'at least';
  readonly value: number;
}

export const isMet = ({ measured, bound, value }: PlainFigure): boolean =>
  bound === 'at most' ? measured <= value : measured >= value;

const signs = { 'at most': '≤', 'at least': '≥' } as const;

/** One line a figure, for the terminal. */
export function plainText(figures: readonly PlainFigure[]): string {
  const rows = figures.map((one) => [
    one.figure,
    String(one.measured),
    `${signs[one.bound]} ${one.value}`,
    isMet(one) ? 'met' : 'MISSED',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The table of docs/performance.md; what misses its bar is bold. */
export function plainMarkdown(figures: readonly PlainFigure[], machine: string): string {
  const rows = figures.map((one) => {
    const measured = isMet(one) ? String(one.measured) : `**${one.measured}**`;
    return `| ${one.what} | ${measured} | ${signs[one.bound]} ${one.value} |`;
  });
  return [`Measured on ${machine}.`, '', '| figure | measured | bar |', '| --- | --: | --: |', ...rows].join(
    '\n',
  );
}
