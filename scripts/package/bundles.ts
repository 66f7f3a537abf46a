import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PACKAGE_FOLDER } from '../metadata/source.ts';

/** A Lightning web component: its name and the absolute paths of its files, tests left out. */
export interface Bundle {
  readonly name: string;
  readonly folder: string;
  readonly files: readonly string[];
}

/** The Lightning web components of the package by name. */
export function readBundles(folder: string = PACKAGE_FOLDER): Bundle[] {
  return globSync('main/default/lwc/*/*.js-meta.xml', { cwd: folder })
    .sort()
    .map((found) => {
      const bundle = join(folder, dirname(found));
      const files = globSync('*', { cwd: bundle }).filter((name) => name.includes('.'));
      return {
        name: basename(bundle),
        folder: bundle,
        files: files.sort().map((file) => join(bundle, file)),
      };
    });
}
