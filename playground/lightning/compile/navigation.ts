import { childrenOf, isTrue, valueOf, type Element } from '../../../scripts/metadata/element.ts';
import { filesOfType, type MetadataFile, type SalesforcePackage } from '../../../scripts/metadata/package.ts';

/** A component of the package on a page, with what the page sets. */
interface Placed {
  readonly component: string;
  readonly properties: Readonly<Record<string, string>>;
}

interface Tab {
  readonly name: string;
  readonly label: string;
  /** Of a tab that shows the records of an object. */
  readonly object?: string;
  readonly regions: readonly (readonly Placed[])[];
}

/** The package's app as its metadata says: its tabs, what stands on the page of each, and the items of its utility bar. */
export function appOf(pack: SalesforcePackage) {
  const [app] = filesOfType(pack, 'CustomApplication');
  const pages = new Map(filesOfType(pack, 'FlexiPage').map((file) => [file.name, file]));
  const tabs = new Map(filesOfType(pack, 'CustomTab').map((file) => [file.name, file]));
  const names = app ? childrenOf(app.root, 'tabs').map(({ text }) => text.trim()) : [];
  const bar = pages.get((app && valueOf(app.root, 'utilityBar')) ?? '');
  return {
    label: (app && valueOf(app.root, 'label')) ?? '',
    tabs: names.map((name) => tabOf(pack, name, tabs.get(name), pages)).filter((tab) => tab !== undefined),
    utilities: bar ? regionsOf(bar.root).flat() : [],
  };
}

function tabOf(
  pack: SalesforcePackage,
  name: string,
  tab: MetadataFile | undefined,
  pages: ReadonlyMap<string, MetadataFile>,
): Tab | undefined {
  const object = /^standard-(\w+)$/.exec(name)?.[1];
  if (object) return { name, label: object, object, regions: [] };
  if (!tab) return undefined;
  if (isTrue(tab.root, 'customObject')) {
    const definition = pack.objects.get(name);
    const label = definition && valueOf(definition.root, 'pluralLabel');
    return { name, label: label ?? name, object: name, regions: [] };
  }
  const component = valueOf(tab.root, 'lwcComponent');
  const page = pages.get(valueOf(tab.root, 'flexiPage') ?? '');
  const regions = component ? [[{ component, properties: {} }]] : page ? regionsOf(page.root) : [];
  return { name, label: valueOf(tab.root, 'label') ?? name, regions };
}

/** The components of a page, region by region; regions without any are left out. */
function regionsOf(page: Element): Placed[][] {
  return childrenOf(page, 'flexiPageRegions')
    .map((region) =>
      childrenOf(region, 'itemInstances')
        .flatMap((item) => childrenOf(item, 'componentInstance'))
        .map((instance) => ({
          component: valueOf(instance, 'componentName') ?? '',
          properties: Object.fromEntries(
            childrenOf(instance, 'componentInstanceProperties').map((property) => [
              valueOf(property, 'name') ?? '',
              valueOf(property, 'value') ?? '',
            ]),
          ),
        }))
        // Salesforce's own components on a page have a namespace.
        .filter(({ component }) => component !== '' && !component.includes(':')),
    )
    .filter((region) => region.length > 0);
}
