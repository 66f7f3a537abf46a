import { expect } from 'vitest';

/**
 * Waits for what comes to a screen only when the person tells it to look again, such as what the bridge does in a later pass: looks
 * again every second until it is there.
 */
export async function lookAgain(
  look: () => Promise<unknown>,
  isThere: () => Promise<boolean>,
): Promise<void> {
  await expect
    .poll(
      async () => {
        const there = await isThere();
        if (!there) await look();
        return there;
      },
      { interval: 1_000 },
    )
    .toBe(true);
}
