import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { startDemo } from '../../playground/demo/demo.ts';
import { chromiumPath } from './chromium.ts';

/** The demo in a browser: both emulators, the bridge between them, and the screens of Salesforce. */
export interface Opened {
  /** A page of Salesforce as a persona sees it, at the width of a desktop unless told otherwise. */
  page(persona: string, path?: string, width?: number): Promise<Page>;
  close(): Promise<void>;
}

const root = dirname(dirname(import.meta.dirname));

/** Starts the demo and a browser, which takes some seconds; the company is set up for the sync unless `configured` is false. */
export async function open({ configured = true } = {}): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'tandem-browser-'));
  const [demo, browser] = await Promise.all([
    startDemo({ root, folder, port: 0, configured, say: () => {} }),
    launch(),
  ]);
  return {
    async page(persona, path = '/lightning/n/Tandem_Status', width = 1280) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      await context.addCookies([{ name: 'persona', value: persona, url: demo.url }]);
      const page = await context.newPage();
      await page.goto(demo.url + path);
      return page;
    },
    async close() {
      await browser.close();
      await demo.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
