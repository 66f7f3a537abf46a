import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import { orgModule } from './org-module.ts';
import { compiler } from './compiler.ts';
import { minified } from './minified.ts';
import { shell, shims } from './modules.ts';
import type { Wording } from './platform.ts';
import { importsOf, preloadsOf, type Imports } from './preloads.ts';
import { vendorModules } from './vendor.ts';

const prefix = '/lightning/app/';

export interface AppOptions {
  /** What the base components import, for pages that load them before they are asked for. */
  readonly vendor?: Imports;
  /** How labels are written; in English unless told otherwise. */
  readonly wording?: Wording;
}

/** Compiles the package's components, the shims and the shell into a folder; takes about a second. */
export async function buildApp(folder: string, { vendor = {}, wording }: AppOptions = {}): Promise<void> {
  const bundle = await rollup({
    input: { main: join(shell, 'main.ts') },
    plugins: [fromVendor(), orgModule(), ...compiler(wording), minified()],
    // Its notes on chunks that it joined.
    logLevel: 'warn',
    onwarn: (warning) => {
      if (warning.code !== 'CIRCULAR_DEPENDENCY') throw new Error(warning.message);
    },
  });
  const written = await bundle.write({
    dir: folder,
    format: 'esm',
    chunkFileNames: '[name].js',
    // Less than that is not worth a request of its own.
    experimentalMinChunkSize: 2_000,
    // What stands in for the platform is there before any screen, as in an org.
    manualChunks: (id) => (id.startsWith(shims) ? 'platform' : undefined),
  });
  const preloads = preloadsOf(written, prefix, { ...vendor, ...importsOf(written, prefix) });
  writeFileSync(join(folder, 'preloads.json'), JSON.stringify(preloads));
  cpSync(join(shell, 'index.html'), join(folder, 'index.html'));
}

/** The engine and the base components are loaded from where they were compiled before. */
function fromVendor(): Plugin {
  return {
    name: 'from-vendor',
    resolveId: (id) =>
      vendorModules.includes(id) ? { id: `/lightning/vendor/${id}.js`, external: true } : undefined,
  };
}
