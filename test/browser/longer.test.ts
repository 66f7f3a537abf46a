import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { buildApp } from '../../playground/lightning/compile/app.ts';
import { screensOf } from '../../playground/lightning/host.ts';
import { root } from './compiled.ts';
import { openOrg } from './org.ts';
import type { OpenedOrg } from './org.ts';
import { pathOf, personaOf, rows, screens, type Screen } from './screens.ts';

/** Every word longer than in German: by 40 %, with umlauts. What is filled in later stays as it is. */
const longer = (text: string) =>
  text.replaceAll(/\p{L}+/gu, (word) => word + 'äößüÄÖẞÜ'.repeat(4).slice(0, Math.ceil(word.length * 0.4)));

const parts = 'button, a, h1, h2, h3, label, th, td, dt, dd, p, li, legend, [role="tab"]';

/** The texts that are cut, or stand out of the page, unless they are shown whole in another way. */
const cutTexts = (page: Page) =>
  page.locator(parts).evaluateAll((elements) => {
    interface Box {
      readonly innerText: string;
      readonly title: string;
      readonly scrollWidth: number;
      readonly clientWidth: number;
      getBoundingClientRect(): { readonly right: number; readonly width: number; readonly height: number };
      closest(selector: string): unknown;
      checkVisibility(options: object): boolean;
    }
    const view = globalThis as unknown as {
      getComputedStyle(of: Box): { readonly overflowX: string };
      readonly innerWidth: number;
    };
    return (elements as unknown as Box[]).flatMap((one) => {
      const { right, width, height } = one.getBoundingClientRect();
      const isShown = one.checkVisibility({ visibilityProperty: true }) && width > 1 && height > 1;
      if (!isShown || !one.innerText.trim() || one.title || one.closest('.slds-assistive-text')) return [];
      const { overflowX } = view.getComputedStyle(one);
      const isCut = overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1;
      return isCut || right > view.innerWidth + 1 ? [one.innerText] : [];
    });
  });

describe('with labels longer than in German', () => {
  let opened: OpenedOrg;
  let ids: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const app = join(screensOf(root), 'app-longer');
    await buildApp(app, { wording: longer });
    opened = await openOrg(rows, { app });
    ids = (await opened.org.state(['Contact'])).refs;
  });
  afterAll(() => opened?.close());

  async function look(screen: Screen, width: number): Promise<Page> {
    const page = await opened.page(personaOf(screen), pathOf(screen, ids), width);
    await page.waitForLoadState('networkidle');
    await expect.poll(() => page.locator('lightning-spinner').count()).toBe(0);
    return page;
  }
  const isFit = async (page: Page, width: number) => {
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await cutTexts(page)).toEqual([]);
  };

  it.each(screens.flatMap((screen) => [1280, 390].map((width) => ({ ...screen, width }))))(
    '$name is whole at the width of $width',
    async ({ width, ...screen }) => {
      const page = await look(screen, width);
      await page
        .getByText(/\p{L}[äößü]/u)
        .first()
        .waitFor();
      await isFit(page, width);
      await page.close();
    },
  );
});
