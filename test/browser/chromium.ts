import { existsSync } from 'node:fs';
import { canInstall, installPackages } from '../../scripts/debian/packages.ts';

const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium of this machine: the one that CHROMIUM_PATH names, or where it is usually installed. Root on a Debian
 * without one has the shell without windows installed, which is faster; on other machines a failure says what to do.
 */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined) return named;
  if (found() === undefined && canInstall()) installPackages('chromium-headless-shell');
  return found() ?? missing();
}

function found(): string | undefined {
  return places.find((place) => existsSync(place));
}

function missing(): never {
  throw new Error(
    'There is no Chromium for the browser tests. Install Chromium or Chrome, or set CHROMIUM_PATH to it.',
  );
}
