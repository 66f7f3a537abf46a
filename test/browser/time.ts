import type { Page } from 'playwright-core';

/**
 * Runs in a page before anything else. Screens that wait for the bridge look again after 3 or 5 seconds, others after 30; in tests,
 * where the bridge hurries too, they do after one and three. A toast goes after about 5 or 10 seconds, or when `withoutToasts` lets it go.
 */
export function inLessTime(): void {
  const later = globalThis.setTimeout;
  const looks = new Map([
    [3_000, 1_000],
    [5_000, 1_000],
    [30_000, 3_000],
  ]);
  const toasts = [4_800, 9_600];
  const going = new Set<() => void>();
  const sooner = (act: () => void, milliseconds = 0) => {
    if (!toasts.includes(milliseconds)) return later(act, looks.get(milliseconds) ?? milliseconds);
    const go = () => {
      if (going.delete(go)) act();
    };
    going.add(go);
    return later(go, milliseconds);
  };
  const letToastsGo = () => going.forEach((go) => go());
  Object.assign(globalThis, { setTimeout: sooner, letToastsGo });
}

/** Waits until no toast stands over the page any more; those that are there go as if their time was up. */
export async function withoutToasts(page: Page): Promise<void> {
  const toasts = page.locator('lightning-toast');
  if ((await toasts.count()) === 0) return;
  await page.evaluate('letToastsGo()');
  await toasts.first().waitFor({ state: 'detached' });
}
