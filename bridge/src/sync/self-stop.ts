import type { WriteTally } from '../domain/write-tally.ts';

/** When a configuration stops itself. So many refusals at least, for of a few writes one is a large share. */
export const selfStop = { share: 0.05, atLeast: 20 } as const;

/**
 * Whether a configuration has to stop: in the last hour more than 5 % of its writes, and at least 20, were refused; of an item that is listed for it already, no further refusal counts. Then
 * something is wrong with it or with the org, such as a new validation rule, and going on only makes more of it.
 */
export function stopsItself({ written, refused }: WriteTally): boolean {
  return refused >= selfStop.atLeast && refused > selfStop.share * (written + refused);
}
