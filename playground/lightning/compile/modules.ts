import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readBundles } from '../../../scripts/package/bundles.ts';

/** Where the LWC compiler finds a module. */
type ModuleRecord =
  { readonly name: string; readonly path: string } | { readonly dir: string } | { readonly npm: string };

const browser = join(dirname(import.meta.dirname), 'browser');
const require = createRequire(import.meta.url);

/** The modules that stand in for what the platform has and npm has not. */
export const shims = join(browser, 'shims');

/** The playground's own components. */
export const shell = join(browser, 'shell');

/**
 * Every module that the compiler may meet, first come first served: the engine, the package's components, the shims, the shell
 * and Salesforce's base components.
 */
export function moduleRecords(): ModuleRecord[] {
  return [
    ...engine(),
    ...readBundles().map(({ name, files }) => ({ name: `c/${name}`, path: entryOf(name, files) })),
    { dir: shims },
    { dir: shell },
    { npm: 'lightning-base-components' },
  ];
}

/** The engine of the `lwc` package: the Jest preset brings an older one, which npm puts where it would be found first. */
function engine(): ModuleRecord[] {
  const ofLwc = createRequire(require.resolve('lwc'));
  const names = { lwc: '@lwc/engine-dom', '@lwc/synthetic-shadow': '@lwc/synthetic-shadow' };
  return Object.entries(names).map(([name, npm]) => ({
    name,
    path: join(dirname(ofLwc.resolve(`${npm}/package.json`)), 'dist', 'index.js'),
  }));
}

function entryOf(name: string, files: readonly string[]): string {
  const entry = ['ts', 'html'].map((kind) => files.find((file) => file.endsWith(`/${name}.${kind}`)));
  const found = entry.find((file) => file !== undefined);
  if (!found) throw new Error(`The component ${name} has neither a class nor a template`);
  return found;
}

/** The file of a module: the compiler adds to its path by which name it was imported. */
export const fileOf = (id: string) => id.replace(/\?.*$/, '');
