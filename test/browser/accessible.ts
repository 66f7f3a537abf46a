import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong on the page, and what it could not judge for an error of its own; nothing when all is well. Toasts are left
 * out: they fade by themselves, and while they do, their contrast is anything.
 */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(letAxeLook);
  const { violations, incomplete } = await new AxeBuilder({ page })
    .exclude('lightning-toast-container')
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const broken = incomplete.filter((result) => 'error' in result);
  return [...violations, ...broken].flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`),
  );
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
