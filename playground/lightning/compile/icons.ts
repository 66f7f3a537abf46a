import type { Plugin } from 'rollup';
import { fileOf } from './modules.ts';

const LIBRARY = /^lightning\/iconSvgTemplates/;
const PRIMITIVE = '/lightning/primitiveIcon/primitiveIcon.js';

/**
 * Icons from the sprites of the design system, which has the same drawings: compiling the thousands of templates that the base
 * components bring would take most of the build.
 */
export function icons(): Plugin {
  return {
    name: 'icons',
    resolveId: (id) => (LIBRARY.test(id) ? `\0${id}` : undefined),
    load: (id) => (LIBRARY.test(id.slice(1)) && id.startsWith('\0') ? 'export default {};' : undefined),
    transform(code, id) {
      if (!fileOf(id).endsWith(PRIMITIVE)) return undefined;
      const href = "this.src ? sanitizeURL(this.src) : ''";
      if (!code.includes(href)) this.error('The icon of the base components has changed: see icons.ts');
      const sprite = '`/slds/icons/${this.category}-sprite/svg/symbols.svg#${this.name}`';
      return code.replace(href, `this.src ? sanitizeURL(this.src) : this.category ? ${sprite} : ''`);
    },
  };
}
