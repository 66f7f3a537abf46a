import { join } from 'node:path';
import lwc from '@lwc/rollup-plugin';
import type { Plugin } from 'rollup';
import ts from 'typescript';
import { icons } from './icons.ts';
import { fileOf, moduleRecords, shell } from './modules.ts';
import { platform, type Wording } from './platform.ts';

/** Compiles Lightning web components as the platform does: TypeScript as deployed, synthetic shadow, the org's modules. */
export function compiler(wording: Wording = (text) => text): Plugin[] {
  return [
    entries(),
    icons(),
    platform(wording),
    typescript(),
    lwc({
      rootDir: shell,
      modules: moduleRecords(),
      enableDynamicComponents: true,
      enableLwcOn: true,
      // lightning-combobox calls attachInternals().
      enableSyntheticElementInternals: true,
      sourcemap: false,
    }),
    environment(),
  ];
}

/** Has the entries of a build resolved like any import, from a file of the playground. */
function entries(): Plugin {
  return {
    name: 'entries',
    resolveId(id, importer) {
      if (importer) return undefined;
      return this.resolve(id, join(shell, 'main.ts'), { skipSelf: true });
    },
  };
}

/** The TypeScript compiler with the options of force-app/tsconfig.json that bear on what is emitted. */
function typescript(): Plugin {
  const { ESNext: target } = ts.ScriptTarget;
  const compilerOptions = {
    target,
    module: ts.ModuleKind.ESNext,
    useDefineForClassFields: true,
    verbatimModuleSyntax: true,
  };
  return {
    name: 'typescript',
    transform: (code, id) =>
      fileOf(id).endsWith('.ts') ? ts.transpileModule(code, { compilerOptions }).outputText : undefined,
  };
}

/** Variables that bundlers of the browser are expected to know. */
function environment(): Plugin {
  const values = { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' };
  return {
    name: 'environment',
    transform: (code) =>
      Object.entries(values).reduce((text, [name, value]) => text.replaceAll(name, value), code),
  };
}
