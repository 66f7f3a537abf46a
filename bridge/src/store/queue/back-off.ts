const firstSeconds = 5;
const longestSeconds = 600;

/** Seconds to wait after the given number of failures in a row: 5, 10, 20 … up to 600. */
export function backOffSeconds(failures: number): number {
  return Math.min(longestSeconds, firstSeconds * 2 ** (failures - 1));
}
