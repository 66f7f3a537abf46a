import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startDemo } from '../../playground/demo/demo.ts';
import { chromiumPath } from './chromium.ts';
import { root } from './compiled.ts';
import { inLessTime } from './time.ts';

/** Each look at the mailboxes costs the bridge more than one for requests, which most tests wait for. */
const pollSeconds = { exchange: 3, salesforce: 1 };

/** The screens of Salesforce in a browser. */
export interface Opened {
  /** A page of Salesforce as a persona sees it, at the width of a desktop unless told otherwise. */
  page(persona: string, path?: string, width?: number): Promise<Page>;
  close(): Promise<void>;
}

/**
 * Starts the demo, that is both emulators and the bridge between them, and a browser, which takes some seconds. The company is set
 * up for the sync unless `configured` is false. The screens are those that `compiled.ts` compiled, unless `compiled` is false. The
 * bridge makes a database, or has a copy of `database`.
 */
export async function open({
  configured = true,
  compiled = true,
  database,
}: { configured?: boolean; compiled?: boolean; database?: string } = {}): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-browser-'));
  if (database !== undefined) await cp(database, join(folder, 'data'), { recursive: true });
  const demo = startDemo({ root, folder, port: 0, configured, compiled, pollSeconds, say: () => {} });
  return inBrowser(demo, () => rm(folder, { recursive: true, force: true }));
}

/**
 * How long is waited for what has to come: whoever waits for the bridge and two services on a busy machine needs minutes at times. One
 * for all, since each shorter wait would be a guess; `vitest.config.ts` has the same for `expect.poll`.
 */
const patienceMs = 240_000;

/** Opens a browser on a playground; `left` is called once both are closed. */
export async function inBrowser(
  playground: Promise<{ readonly url: string; stop: () => Promise<unknown> }>,
  left: () => Promise<unknown> = async () => {},
): Promise<Opened> {
  const [{ url, stop }, browser] = await Promise.all([playground, launch()]);
  /** One for each person and device: what the pages share is loaded once. */
  const contexts = new Map<string, Promise<BrowserContext>>();
  const newContext = async (persona: string, width: number) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    await context.addCookies([{ name: 'persona', value: persona, url }]);
    await context.addInitScript(inLessTime);
    context.setDefaultTimeout(patienceMs);
    return context;
  };
  return {
    async page(persona, path = '/lightning/n/Tandem_Status', width = 1280) {
      const key = `${persona} ${width}`;
      const context = contexts.get(key) ?? newContext(persona, width);
      contexts.set(key, context);
      const page = await (await context).newPage();
      await page.goto(url + path);
      return page;
    },
    async close() {
      await browser.close();
      await stop();
      await left();
    },
  };
}

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
