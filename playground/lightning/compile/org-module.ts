import type { Plugin } from 'rollup';
import { packageOf } from '../../../scripts/metadata/package.ts';
import { readSource } from '../../../scripts/metadata/source.ts';
import { appOf } from './navigation.ts';
import { componentsFor } from './placements.ts';

const ID = 'org:navigation';

/** The module `org:navigation`: the package's app, and which of its components stand where; each is loaded when it is shown. */
export function orgModule(): Plugin {
  return {
    name: 'org-module',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? sourceOf() : undefined),
  };
}

function sourceOf(): string {
  const { pack } = packageOf(readSource());
  const values = {
    app: appOf(pack),
    onRecordPages: componentsFor(pack, 'lightning__RecordPage'),
    onHomePages: componentsFor(pack, 'lightning__HomePage'),
    withAddress: componentsFor(pack, 'lightning__UrlAddressable'),
  };
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${withLoaders(JSON.stringify(value))};`)
    .join('\n');
}

/** Beside the name of each component a function that loads it. */
const withLoaders = (json: string) =>
  json.replaceAll(/"component":"(\w+)"/g, `"component":"$1","load":() => import('c/$1')`);
