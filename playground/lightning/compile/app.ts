import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import type { Plugin } from 'rollup';
import { orgModule } from './org-module.ts';
import { compiler } from './compiler.ts';
import { minified } from './minified.ts';
import { shell, shims } from './modules.ts';
import type { Wording } from './platform.ts';
import { vendorModules } from './vendor.ts';

/** Compiles the package's components, the shims and the shell into a folder; takes about a second. The labels are in English unless told otherwise. */
export async function buildApp(folder: string, wording?: Wording): Promise<void> {
  const bundle = await rollup({
    input: { main: join(shell, 'main.ts') },
    plugins: [fromVendor(), orgModule(), ...compiler(wording), minified()],
    onwarn: (warning) => {
      if (warning.code !== 'CIRCULAR_DEPENDENCY') throw new Error(warning.message);
    },
  });
  await bundle.write({
    dir: folder,
    format: 'esm',
    chunkFileNames: '[name].js',
    // What stands in for the platform is there before any screen, as in an org.
    manualChunks: (id) => (id.startsWith(shims) ? 'platform' : undefined),
  });
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
