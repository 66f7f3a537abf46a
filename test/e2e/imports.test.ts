import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import ts from 'typescript';

const FOLDER = import.meta.dirname;
const BRIDGE = resolve(FOLDER, '../../bridge');

/** Every module named by an import, export, dynamic import or require of the file. */
function modulesNamedIn(file: string): string[] {
  return ts
    .preProcessFile(readFileSync(file, 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

function leadsIntoBridge(file: string, name: string): boolean {
  if (name.startsWith('.')) return `${resolve(dirname(file), name)}/`.startsWith(`${BRIDGE}/`);
  const bridge = createRequire(join(BRIDGE, 'package.json'))('./package.json') as { name: string };
  return name === bridge.name || name.startsWith(`${bridge.name}/`) || name.includes('/bridge/');
}

it('nothing in the end-to-end tests imports anything from the bridge', () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.[cm]?[jt]s$/.test(name),
  );
  const offences = files.flatMap((name) =>
    modulesNamedIn(join(FOLDER, name))
      .filter((module) => leadsIntoBridge(join(FOLDER, name), module))
      .map((module) => `${relative(FOLDER, name)} imports ${module}`),
  );
  expect(files).toContain('imports.test.ts');
  expect(offences).toEqual([]);
});

it('an import of the bridge would be found', () => {
  const file = join(FOLDER, 'scenarios', 'some.test.ts');
  expect(leadsIntoBridge(file, '../../../bridge/src/sync/plan.ts')).toBe(true);
  expect(leadsIntoBridge(file, '../world.ts')).toBe(false);
});
