import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A file of the package as it is on disk; `path` has forward slashes and starts at the package's folder. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The folder of the Salesforce package. */
export const PACKAGE_FOLDER = join(import.meta.dirname, '..', '..', 'force-app');

/** Reads every metadata file under a folder, sorted by path. */
export function readSource(folder: string = PACKAGE_FOLDER): SourceFile[] {
  return globSync('**/*-meta.xml', { cwd: folder })
    .sort()
    .map((found) => {
      const file = join(folder, found);
      return { path: relative(folder, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') };
    });
}
