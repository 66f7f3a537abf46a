import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { withoutToasts } from './time.ts';

/**
 * What axe finds wrong on the page, and what it could not judge for an error of its own; nothing when all is well. It looks once
 * no toast stands over the page any more: while they fade, their contrast is anything.
 */
export async function barriers(page: Page): Promise<string[]> {
  await withoutToasts(page);
  await withoutBlankTooltips(page);
  if (new URL(page.url()).pathname.startsWith('/lightning')) await page.evaluate(letAxeLook);
  const { violations, incomplete } = await new AxeBuilder({ page })
    // Only what is asked for is written out; and the pages have no frames, for which it would start a page of its own each time.
    .options({ resultTypes: ['violations', 'incomplete'] })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const broken = incomplete.filter((result) => 'error' in result);
  return [...violations, ...broken].flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
}

/** A base component shows the bubble of a help text for a moment without its words; one that stays blank is axe’s to report. */
async function withoutBlankTooltips(page: Page): Promise<void> {
  const blank = page.locator('[role="tooltip"]:visible').filter({ hasNotText: /\S/ });
  await blank
    .first()
    .waitFor({ state: 'hidden', timeout: 2_000 })
    .catch(() => undefined);
}

/**
 * Synthetic shadow refuses ShadowRoot.getElementById, whereupon axe leaves out colour contrast without a word. Ids are looked for
 * in the root, then in those of its hosts: under synthetic shadow they are really in one document.
 */
function letAxeLook(): void {
  interface Root {
    readonly host?: { getRootNode(): Root };
    querySelector(selector: string): unknown;
  }
  const { document, CSS } = globalThis as unknown as {
    document: { querySelector(selector: string): { shadowRoot: object } };
    CSS: { escape(text: string): string };
  };
  let prototype: object | null = document.querySelector('host-app').shadowRoot;
  while (prototype && !Object.hasOwn(prototype, 'getElementById'))
    prototype = Object.getPrototypeOf(prototype) as object;
  if (!prototype) throw new Error('Synthetic shadow is not what it was: see accessible.ts');
  Object.defineProperty(prototype, 'getElementById', {
    configurable: true,
    value(this: Root, id: string) {
      const lookIn = (root: Root | undefined): unknown =>
        root ? (root.querySelector(`#${CSS.escape(id)}`) ?? lookIn(root.host?.getRootNode())) : null;
      return lookIn(this);
    },
  });
}
