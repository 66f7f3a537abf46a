import { childrenOf, isTrue } from '../../../scripts/metadata/element.ts';
import { filesOfType, type MetadataFile, type SalesforcePackage } from '../../../scripts/metadata/package.ts';

/** A component that an admin can put on pages of a kind. */
export interface Placeable {
  readonly component: string;
  /** The objects on whose record pages it may stand; none named are all. */
  readonly objects: readonly string[];
  /** Whether it shows on phones. */
  readonly small: boolean;
}

/** The components of the package that may stand on pages with this target, such as `lightning__RecordPage`. */
export function componentsFor(pack: SalesforcePackage, target: string): Placeable[] {
  return filesOfType(pack, 'LightningComponentBundle')
    .filter((bundle) => isTrue(bundle.root, 'isExposed') && targetsOf(bundle).includes(target))
    .map((bundle) => {
      const configs = childrenOf(bundle.root, 'targetConfigs')
        .flatMap((all) => childrenOf(all, 'targetConfig'))
        .filter(({ attributes }) => attributes['targets']?.split(/\s*,\s*/).includes(target));
      const inConfigs = (list: string) =>
        configs.flatMap((config) => childrenOf(config, list)).flatMap(({ children }) => children);
      const factors = inConfigs('supportedFormFactors').map(({ attributes }) => attributes['type']);
      return {
        component: bundle.name,
        objects: inConfigs('objects').map(({ text }) => text.trim()),
        small: factors.length === 0 || factors.includes('Small'),
      };
    });
}

const targetsOf = (bundle: MetadataFile) =>
  childrenOf(bundle.root, 'targets').flatMap((targets) =>
    childrenOf(targets, 'target').map(({ text }) => text.trim()),
  );
