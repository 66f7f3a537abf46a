import type { Plugin } from 'rollup';
import { childrenOf, valueOf, type Element } from '../../../scripts/metadata/element.ts';
import { filesOfType, packageOf } from '../../../scripts/metadata/package.ts';
import { readSource } from '../../../scripts/metadata/source.ts';

const ID = 'org:navigation';

/** The module `org:navigation`: the package's app with its tabs and the component of each, as its metadata says. */
export function navigation(): Plugin {
  return {
    name: 'navigation',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load: (id) => (id === `\0${ID}` ? sourceOf() : undefined),
  };
}

function sourceOf(): string {
  const { pack } = packageOf(readSource());
  const [app] = filesOfType(pack, 'CustomApplication');
  const tabs = new Map(filesOfType(pack, 'CustomTab').map((file) => [file.name, file.root]));
  const pages = new Map(filesOfType(pack, 'FlexiPage').map((file) => [file.name, file.root]));
  const shown = (app ? childrenOf(app.root, 'tabs') : []).flatMap(({ text }) => {
    const name = text.trim();
    const tab = tabs.get(name);
    const page = tab && pages.get(valueOf(tab, 'flexiPage') ?? '');
    const component = page && componentOf(page);
    return tab && component ? [{ name, label: valueOf(tab, 'label'), component }] : [];
  });
  const lines = shown.map(({ name, label, component }) => {
    const fields = `name: ${JSON.stringify(name)}, label: ${JSON.stringify(label)}`;
    return `  { ${fields}, load: () => import('c/${component}') },`;
  });
  const label = JSON.stringify(app && valueOf(app.root, 'label'));
  return `export const app = { label: ${label} };\nexport const tabs = [\n${lines.join('\n')}\n];\n`;
}

/** The first component of a page. */
function componentOf(element: Element): string | undefined {
  return (
    valueOf(element, 'componentName') ?? element.children.map(componentOf).find((name) => name !== undefined)
  );
}
