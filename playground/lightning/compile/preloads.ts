import type { OutputChunk, RollupOutput } from 'rollup';
import { packageOf } from '../../../scripts/metadata/package.ts';
import { readSource } from '../../../scripts/metadata/source.ts';
import { appOf } from './navigation.ts';

/** The modules that each address imports, by address. */
export type Imports = Readonly<Record<string, readonly string[]>>;

const chunksOf = ({ output }: RollupOutput) =>
  output.filter((file): file is OutputChunk => file.type === 'chunk');

/** What the modules of a bundle import, when its folder is served at `prefix` and modules of others are named by their addresses. */
export function importsOf(bundle: RollupOutput, prefix: string): Imports {
  const address = (file: string) => (file.startsWith('/') ? file : prefix + file);
  return Object.fromEntries(
    chunksOf(bundle).map(({ fileName, imports }) => [address(fileName), imports.map(address)]),
  );
}

/**
 * What a browser may load before it has read who imports it: for any page of the app, under the empty name, and for each tab, under its
 * own, what its components need beyond that.
 */
export function preloadsOf(bundle: RollupOutput, prefix: string, imports: Imports): Imports {
  const chunks = chunksOf(bundle);
  const ofComponent = (component: string) =>
    chunks.find(({ isDynamicEntry, name }) => isDynamicEntry && name === component)?.fileName;
  const always = reached([`${prefix}main.js`], imports);
  const tabs = appOf(packageOf(readSource()).pack).tabs.map(({ name, regions }) => {
    const files = regions.flat().flatMap(({ component }) => ofComponent(component) ?? []);
    const needed = reached(
      files.map((file) => prefix + file),
      imports,
    );
    return [name, [...needed].filter((address) => !always.has(address))] as const;
  });
  return Object.fromEntries([['', [...always]], ...tabs]);
}

function reached(from: readonly string[], imports: Imports): Set<string> {
  const found = new Set(from);
  for (const address of found) for (const next of imports[address] ?? []) found.add(next);
  return found;
}
