import { scaleOf } from '../bars';

const day = (inSalesforce: number, inExchange = 0) => ({ day: '2026-03-01', inSalesforce, inExchange });

it.each([
  [0, 2],
  [2, 2],
  [3, 4],
  [9, 10],
  [11, 20],
  [70, 80],
  [99, 100],
  [101, 200],
  [450, 600],
])('a chart whose longest bar is %i goes up to %i', (most, scale) => {
  expect(scaleOf([day(1), day(0, most), day(1)])).toBe(scale);
});
