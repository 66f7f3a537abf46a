import type { Plugin } from 'rollup';
import { packageLabels } from '../../../scripts/package/labels.ts';

const PREFIX = '\0org:';

/** How a custom label is written, such as in another language. */
export type Wording = (text: string) => string;

/** The modules `@salesforce/…` that the platform makes from the org's metadata. An unknown label fails the build. */
export function platform(wording: Wording): Plugin {
  const labels = packageLabels();
  return {
    name: 'platform',
    resolveId: (id) => (kindOf(id) ? `${PREFIX}${id}` : undefined),
    load(id) {
      if (!id.startsWith(PREFIX)) return undefined;
      const name = id.slice(PREFIX.length);
      const rest = name.split('/').slice(2).join('/');
      switch (kindOf(name)) {
        case 'schema': {
          const [objectApiName, fieldApiName] = rest.split('.');
          return moduleOf(JSON.stringify({ objectApiName, fieldApiName }));
        }
        case 'label': {
          const value = labels[rest.replace(/^c\./, '')];
          if (value === undefined) this.error(`There is no custom label ${rest}`);
          return moduleOf(JSON.stringify(wording(value)));
        }
        case 'apex': {
          const [className, method] = rest.split('.');
          const names = `${JSON.stringify(className)}, ${JSON.stringify(method)}`;
          return `import { apexMethod } from 'org/apex';\nexport default apexMethod(${names});`;
        }
        case 'signed in':
          return moduleOf(`globalThis.signedIn[${JSON.stringify(rest)}]`);
        case undefined:
          return undefined;
      }
    },
  };
}

/** What a module is made from; undefined for modules that are not made here. */
function kindOf(id: string): 'schema' | 'label' | 'apex' | 'signed in' | undefined {
  if (id.startsWith('@salesforce/schema/')) return 'schema';
  if (id.startsWith('@salesforce/label/c.')) return 'label';
  if (id.startsWith('@salesforce/apex/')) return 'apex';
  // Of the person who is signed in: the page tells before anything is loaded.
  const signedIn = ['user/Id', 'client/formFactor', 'i18n/locale', 'i18n/timeZone'];
  return signedIn.includes(id.replace('@salesforce/', '')) ? 'signed in' : undefined;
}

const moduleOf = (value: string) => `export default ${value};`;
