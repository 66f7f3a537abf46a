import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { open } from '../../test/browser/open.ts';
import { shots } from './shots.ts';

/**
 * `npm run screenshots [-- name …]`: takes the pictures of the README and the admin guide, or those named, from the running demo
 * into docs/images. Ends 1 when a page does not show what its picture is of.
 */
const folder = join(dirname(dirname(import.meta.dirname)), 'docs', 'images');
const wanted = process.argv.slice(2);
const chosen = shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
mkdirSync(folder, { recursive: true });

const opened = await open({ compiled: false });
try {
  for (const { name, persona, path, width, height = 800, ready } of chosen) {
    const page = await opened.page(persona, path, width);
    await page.setViewportSize({ width: width ?? 1280, height });
    await ready(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await page.close();
    console.log(`docs/images/${name}.png`);
  }
} finally {
  await opened.close();
}
