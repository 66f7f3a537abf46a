import { childrenOf, isTrue, valueOf, type Element } from '../element.ts';
import { filesOfType, type MetadataFile, type SalesforcePackage } from '../package.ts';
import type { Report, Rule } from '../rule.ts';

/** The place in a component's definition by which a page of each type may hold it. */
const TARGETS: Readonly<Record<string, string>> = {
  AppPage: 'lightning__AppPage',
  HomePage: 'lightning__HomePage',
  RecordPage: 'lightning__RecordPage',
  UtilityBar: 'lightning__UtilityBar',
};

/** Apps name tabs, tabs name pages, pages name components that may stand there, and people are let to each app and tab. */
export const checkNavigation: Rule = (pack, report) => {
  const named = (type: string) => new Map(filesOfType(pack, type).map((file) => [file.name, file]));
  const [apps, tabs, pages] = [named('CustomApplication'), named('CustomTab'), named('FlexiPage')];
  for (const app of apps.values())
    for (const tab of childrenOf(app.root, 'tabs'))
      if (!tab.text.startsWith('standard-') && !tabs.has(tab.text.trim()))
        report(app, tab.line, `there is no tab ${tab.text.trim()}`);
  for (const tab of tabs.values()) checkTab(pack, tab, pages, report);
  for (const page of pages.values()) checkPage(page, named('LightningComponentBundle'), report);
  checkVisible(pack, 'applicationVisibilities', 'application', 'app', apps, report);
  checkVisible(pack, 'tabSettings', 'tab', 'tab', tabs, report);
};

function checkTab(
  pack: SalesforcePackage,
  tab: MetadataFile,
  pages: ReadonlyMap<string, MetadataFile>,
  report: Report,
): void {
  const page = valueOf(tab.root, 'flexiPage');
  if (page !== undefined && !pages.has(page)) report(tab, tab.root.line, `there is no page ${page}`);
  if (isTrue(tab.root, 'customObject') && !pack.objects.has(tab.name))
    report(tab, tab.root.line, `there is no object ${tab.name}`);
}

function checkPage(page: MetadataFile, bundles: ReadonlyMap<string, MetadataFile>, report: Report): void {
  const target = TARGETS[valueOf(page.root, 'type') ?? ''];
  for (const name of componentNames(page.root)) {
    const bundle = bundles.get(name.text.trim());
    if (!bundle) report(page, name.line, `there is no component ${name.text.trim()}`);
    else if (!targetsOf(bundle).includes(target ?? ''))
      report(page, name.line, `${bundle.name} may not stand on a page of this type: it lacks ${target}`);
  }
}

/** The names of the package's own components; those of Salesforce have a namespace. */
function componentNames(element: Element): Element[] {
  const own = childrenOf(element, 'componentName').filter(({ text }) => !text.includes(':'));
  return [...own, ...element.children.flatMap(componentNames)];
}

const targetsOf = (bundle: MetadataFile) =>
  isTrue(bundle.root, 'isExposed')
    ? childrenOf(bundle.root, 'targets').flatMap((targets) =>
        childrenOf(targets, 'target').map(({ text }) => text.trim()),
      )
    : [];

function checkVisible(
  pack: SalesforcePackage,
  setting: string,
  key: string,
  what: string,
  known: ReadonlyMap<string, MetadataFile>,
  report: Report,
): void {
  const shown = new Set<string>();
  for (const file of filesOfType(pack, 'PermissionSet'))
    for (const element of childrenOf(file.root, setting)) {
      const name = valueOf(element, key) ?? '';
      if (!known.has(name)) report(file, element.line, `there is no ${what} ${name}`);
      shown.add(name);
    }
  for (const [name, file] of known)
    if (!shown.has(name)) report(file, file.root.line, `no permission set shows people the ${what} ${name}`);
}
