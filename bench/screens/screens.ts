import { lookAtStatus, launch, scriptsOf, tabsOf, type StatusLook } from './look.ts';
import type { PlainFigure } from '../plain-figures.ts';
import { mailboxes, openBigOrg } from './org.ts';

const runs = 3;
const pageRows = 200;
/** A page that shows nothing loads what the playground itself is made of. */
const emptyPage = '/lightning/n/None';

/** Measures the screens in headless Chromium against an emulated org with 5,000 mailboxes. Ends early once `interrupted` rejects. */
export async function benchScreens(interrupted: Promise<never>): Promise<readonly PlainFigure[]> {
  const org = await openBigOrg();
  try {
    const browser = await launch();
    try {
      return await Promise.race([measure(browser, org.url), interrupted]);
    } finally {
      await browser.close();
    }
  } finally {
    await org.close();
  }
}

async function measure(
  browser: Awaited<ReturnType<typeof launch>>,
  url: string,
): Promise<readonly PlainFigure[]> {
  const looks: StatusLook[] = [];
  for (let run = 0; run < runs; run += 1) looks.push(await lookAtStatus(browser, url));
  const most = (of: (look: StatusLook) => number) => Math.max(...looks.map(of));
  const [, middle] = looks.map(({ seconds }) => seconds).sort((one, other) => one - other);
  const among = `with ${mailboxes.toLocaleString('en')} mailboxes, the middle one of ${runs} runs`;
  const status: PlainFigure[] = [
    {
      figure: 'status_rows_s',
      what: `seconds from navigation to the first rows of Status ${among}`,
      measured: Math.round((middle ?? 0) * 100) / 100,
      bound: 'at most',
      value: 2,
    },
    {
      figure: 'status_requests',
      what: 'requests to the org until then',
      measured: most(({ requests }) => requests),
      bound: 'at most',
      value: 3,
    },
    {
      figure: 'status_page_rows',
      what: 'mailboxes that one answer brings',
      measured: most(({ mostRows }) => mostRows),
      bound: 'at most',
      value: pageRows,
    },
    {
      figure: 'status_scrolled_rows',
      what: 'mailboxes read by scrolling',
      measured: Math.min(...looks.map(({ scrolledRows }) => scrolledRows)),
      bound: 'at least',
      value: 3 * pageRows,
    },
  ];
  const own = await scriptsOf(browser, url, emptyPage);
  const scripts: PlainFigure[] = [];
  for (const { label, path } of await tabsOf(browser, url)) {
    const loaded = [...(await scriptsOf(browser, url, path))].filter(([address]) => !own.has(address));
    const bytes = loaded.reduce((total, [, size]) => total + size, 0);
    scripts.push({
      figure: `js_kb ${label}`,
      what: `kB of its own JavaScript that ${label} loads, minified, not compressed`,
      measured: Math.round(bytes / 100) / 10,
      bound: 'at most',
      value: 60,
    });
  }
  return [...status, ...scripts];
}
