import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page, Request } from 'playwright-core';
import { barriers } from './accessible.ts';
import { openOrg } from './org.ts';
import { pathOf, personaOf, rows, screens, type Screen } from './screens.ts';
import type { OpenedOrg } from './org.ts';

const org = '**/services/data/**';
const failure = {
  status: 500,
  json: [{ errorCode: 'UNKNOWN_EXCEPTION', message: 'An unexpected error occurred.' }],
};
const shown = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
/** Until half a second has passed without a request: within the app no load state tells. */
async function isQuiet(page: Page): Promise<void> {
  let last = performance.now();
  const asked = new Set<Request>();
  const asks = (request: Request) => void asked.add(request);
  const isAnswered = (request: Request) => {
    asked.delete(request);
    last = performance.now();
  };
  page.on('request', asks).on('requestfinished', isAnswered).on('requestfailed', isAnswered);
  await expect.poll(() => asked.size === 0 && performance.now() - last > 500).toBe(true);
  page.off('request', asks).off('requestfinished', isAnswered).off('requestfailed', isAnswered);
}
const settled = (page: Page) => expect.poll(() => page.locator('lightning-spinner').count()).toBe(0);

let filled: OpenedOrg;
let empty: OpenedOrg;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  [filled, empty] = await Promise.all([openOrg(rows), openOrg({}, { configured: false })]);
  ids = (await filled.org.state(['Contact'])).refs;
});
afterAll(() => Promise.all([filled?.close(), empty?.close()]));

describe.each([
  ['a desktop', 1280],
  ['a phone', 390],
])('every screen in every state, looked at by axe at the width of %s', (_device, width) => {
  /** Each person keeps the page, and goes from one screen to the next in the app: what all screens share is loaded once. */
  const pages = new Map<string, Page>();
  let page: Page;

  async function look(opened: OpenedOrg, screen: Screen, persona = personaOf(screen)): Promise<void> {
    page = await visit(opened, persona);
    await page.evaluate(
      `history.pushState(null, '', ${JSON.stringify(pathOf(screen, ids))}); dispatchEvent(new PopStateEvent('popstate'));`,
    );
  }

  async function visit(opened: OpenedOrg, persona: string): Promise<Page> {
    const key = `${opened === filled ? 'filled' : 'empty'} ${persona}`;
    const kept = pages.get(key) ?? (await opened.page(persona, '/lightning/n/Nothing', width));
    pages.set(key, kept);
    await kept.getByRole('banner').waitFor();
    return kept;
  }

  /** What axe says of the page, and how far it is too wide. */
  async function isFit() {
    expect(await barriers(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  }

  afterEach(() => page.unrouteAll());
  afterAll(() => Promise.all([...pages.values()].map((kept) => kept.close())));

  it.each(screens)('$name, filled', async (screen) => {
    await look(filled, screen);
    await shown(page, screen.filled);
    await settled(page);
    await isFit();
  });

  it.each(screens.filter(({ path }) => !path.includes('@')))(
    '$name, with nothing to show',
    async (screen) => {
      await look(empty, screen);
      await isQuiet(page);
      await settled(page);
      await isFit();
    },
  );

  it.each(screens)('$name, to a person without permission', async (screen) => {
    await look(filled, screen, 'newcomer');
    await isQuiet(page);
    await settled(page);
    if (screen.path.startsWith('/lightning/n/')) await shown(page, 'You have no permission for this.');
    expect(
      await page
        .getByText(/Unknown type|FieldUndefined|No bridge has reported|@fernhill|Person 0002|of 6 steps|TDM-/)
        .count(),
    ).toBe(0);
    await isFit();
  });

  it.each(screens)('$name, while the org does not answer yet, and when it fails', async (screen) => {
    const { promise: waited, resolve: fail } = Promise.withResolvers<undefined>();
    page = await visit(filled, personaOf(screen));
    await page.route(org, async (route) => {
      await waited;
      await route.fulfill(failure);
    });
    await look(filled, screen);
    await page.getByRole('banner').waitFor();
    await isFit();
    fail(undefined);
    await isQuiet(page);
    await settled(page);
    expect(await page.getByText(/UNKNOWN_EXCEPTION|\[object|undefined/).count()).toBe(0);
    await isFit();
  });
});
