import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath } from '../../test/browser/chromium.ts';

/** What the Status screen did until its first rows could be seen, and while it was scrolled. */
export interface StatusLook {
  readonly seconds: number;
  /** Requests to the org. */
  readonly requests: number;
  /** The most mailboxes that one answer brought. */
  readonly mostRows: number;
  /** Mailboxes that could be scrolled to. */
  readonly scrolledRows: number;
}

/** Mailboxes that are scrolled to, and turns of the wheel after which that is given up. */
const goal = 600;
const wheels = 200;
const wheelPauseMs = 300;
const statusPage = '/lightning/n/Tandem_Status';
const isOfOrg = (url: string) => new URL(url).pathname.startsWith('/services/data/');

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });

/** Opens Status in a browser that has nothing cached, and scrolls through some pages of it. */
export async function lookAtStatus(browser: Browser, url: string): Promise<StatusLook> {
  const page = await newPage(browser);
  const answers: Promise<number>[] = [];
  let requests = 0;
  page.on('request', (request) => {
    if (isOfOrg(request.url())) requests += 1;
  });
  page.on('response', (response) => {
    if (isOfOrg(response.url())) answers.push(response.json().then(rowsIn, () => 0));
  });
  await page.goto(url + statusPage, { waitUntil: 'commit' });
  await page.getByRole('rowheader').first().waitFor();
  const seconds = (await page.evaluate<number>('performance.now()')) / 1000;
  const requestsUntilRows = requests;
  const shown = page.getByText(/^[\d,]+ of [\d,]+ mailboxes$/);
  await page.getByRole('rowheader').first().hover();
  let scrolledRows = 0;
  for (let wheel = 0; wheel < wheels && scrolledRows < goal; wheel += 1) {
    await page.mouse.wheel(0, 100_000);
    await page.waitForTimeout(wheelPauseMs);
    scrolledRows = Number((await shown.innerText()).split(' ')[0]?.replaceAll(',', ''));
  }
  const rows = await Promise.all(answers);
  await page.context().close();
  return {
    seconds,
    requests: requestsUntilRows,
    mostRows: Math.max(...rows),
    scrolledRows,
  };
}

/** The addresses of the app's tabs with what they say, as the header has them. */
export async function tabsOf(browser: Browser, url: string): Promise<{ label: string; path: string }[]> {
  const page = await newPage(browser);
  await page.goto(`${url}/lightning`);
  const links = page.getByRole('navigation').getByRole('link');
  await links.first().waitFor();
  const tabs = await links.evaluateAll((all) =>
    all.map((link) => {
      const { innerText, pathname } = link as unknown as { innerText: string; pathname: string };
      return { label: innerText.trim(), path: pathname };
    }),
  );
  await page.context().close();
  return tabs.filter(({ path }) => path.startsWith('/lightning/n/'));
}

/** The JavaScript of the app that a page loads, by address in bytes; that of the base components is Salesforce's. */
export async function scriptsOf(browser: Browser, url: string, path: string): Promise<Map<string, number>> {
  const page = await newPage(browser);
  const sizes = new Map<string, number>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!/^\/lightning\/app\/.*\.js$/.test(pathname)) return;
    sizes.set(pathname, Number(response.headers()['content-length'] ?? 0));
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  await page.context().close();
  return sizes;
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  return context.newPage();
}

function rowsIn(answer: unknown): number {
  const { data } = answer as {
    data?: { uiapi: { query: Record<string, { edges: unknown[] } | undefined> } } | null;
  };
  return data?.uiapi.query['Tandem_Mailbox__c']?.edges.length ?? 0;
}
