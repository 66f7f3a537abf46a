import { childrenOf, valueOf } from '../metadata/element.ts';
import { filesOfType, packageOf } from '../metadata/package.ts';
import type { SalesforcePackage } from '../metadata/package.ts';
import { readSource } from '../metadata/source.ts';

/** The custom labels of the package by name, in English. */
export function packageLabels(
  pack: SalesforcePackage = packageOf(readSource()).pack,
): Record<string, string> {
  const labels = filesOfType(pack, 'CustomLabels').flatMap(({ root }) => childrenOf(root, 'labels'));
  return Object.fromEntries(
    labels.map((label) => [valueOf(label, 'fullName') ?? '', valueOf(label, 'value') ?? '']),
  );
}
