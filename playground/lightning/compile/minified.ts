import type { Plugin } from 'rollup';
import { minify } from 'vite';

/** Minifies what is written, as the platform does before a browser gets it. */
export function minified(): Plugin {
  return {
    name: 'minified',
    renderChunk: async (code, { fileName }) => {
      const { code: small, errors } = await minify(fileName, code, { module: true });
      if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
      return { code: small, map: null };
    },
  };
}
