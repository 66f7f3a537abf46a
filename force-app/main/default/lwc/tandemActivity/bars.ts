import type { Day } from './days';

/** A bar of the chart, in percent of its height and width. */
export interface Bar {
  readonly key: string;
  readonly x: string;
  readonly y: string;
  readonly width: string;
  readonly height: string;
  readonly className: string;
}

/** Half of the chart is above the middle line, half below. */
const HALF = 50;
/** How much of a day's place its bar takes. */
const FULL = 0.7;

/** A round number that no day passes, even so that its half can be shown as well. */
export function scaleOf(days: readonly Day[]): number {
  const most = Math.max(2, ...days.flatMap(({ inSalesforce, inExchange }) => [inSalesforce, inExchange]));
  const power = 10 ** Math.floor(Math.log10(most));
  const steps = [1, 2, 4, 6, 8, 10].map((step) => step * power);
  return steps.find((step) => step >= most && step % 2 === 0) ?? 10 * power;
}

/** For each day a bar upwards of what changed in Salesforce, and one downwards of what changed in Exchange. */
export function barsOf(days: readonly Day[], scale: number): Bar[] {
  const place = 100 / days.length;
  const width = `${place * FULL}%`;
  return days.flatMap(({ day, inSalesforce, inExchange }, index) => {
    const x = `${place * (index + (1 - FULL) / 2)}%`;
    const up = (inSalesforce / scale) * HALF;
    const down = (inExchange / scale) * HALF;
    return [
      { key: `${day} up`, x, y: `${HALF - up}%`, width, height: `${up}%`, className: 'up' },
      { key: `${day} down`, x, y: `${HALF}%`, width, height: `${down}%`, className: 'down' },
    ];
  });
}
