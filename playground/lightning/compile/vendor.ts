import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rollup } from 'rollup';
import { compiler } from './compiler.ts';
import { minified } from './minified.ts';
import { importsOf, type Imports } from './preloads.ts';

const require = createRequire(import.meta.url);
const baseComponents = require('lightning-base-components/package.json') as {
  version: string;
  lwc: { expose: string[] };
};

/** What npm's package exposes and does not work without a platform: see `shims`. */
const replaced = new Set(['lightning/navigation', 'lightning/context', 'lightning/platformShowToastEvent']);

/** The modules that are compiled once: the engine and Salesforce's base components. */
export const vendorModules: readonly string[] = [
  'lwc',
  '@lwc/synthetic-shadow',
  ...baseComponents.lwc.expose.filter((name) => name.startsWith('lightning/') && !replaced.has(name)),
];

/** Compiles the engine and the base components into a folder, unless the folder holds just that already; takes some seconds. Returns what they import. */
export async function buildVendor(folder: string): Promise<Imports> {
  const stamp = join(folder, 'built-from.txt');
  const importsFile = join(folder, 'imports.json');
  const key = keyOfVendor();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key)
    return JSON.parse(readFileSync(importsFile, 'utf8')) as Imports;
  await rm(folder, { recursive: true, force: true });
  const bundle = await rollup({
    input: Object.fromEntries(vendorModules.map((name) => [name, name])),
    plugins: [...compiler(), minified()],
    logLevel: 'silent',
  });
  const written = await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    // Less than that is not worth a request of its own.
    experimentalMinChunkSize: 30_000,
  });
  const imports = importsOf(written, '/lightning/vendor/');
  writeFileSync(importsFile, JSON.stringify(imports));
  writeFileSync(stamp, key);
  return imports;
}

function keyOfVendor(): string {
  const lwc = readFileSync(join(dirname(require.resolve('lwc')), 'package.json'), 'utf8');
  const sources = ['compiler.ts', 'icons.ts', 'minified.ts', 'modules.ts', 'preloads.ts', 'vendor.ts'].map(
    (file) => readFileSync(join(import.meta.dirname, file), 'utf8'),
  );
  return createHash('sha256')
    .update(JSON.stringify([lwc, baseComponents.version, ...sources]))
    .digest('hex');
}
