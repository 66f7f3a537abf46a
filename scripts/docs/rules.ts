import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const folder = join(dirname(dirname(import.meta.dirname)), 'bridge', 'src', 'rules');

/**
 * The bridge's rules as one module for the screens, which run in an org and cannot import from the bridge: the files of
 * `bridge/src/rules` one after the other, each after those that it imports.
 */
export function rulesModule(): string {
  const files = globSync('*.ts', { cwd: folder })
    .filter((file) => !file.endsWith('.test.ts'))
    .sort();
  const done = new Set<string>();
  const parts: string[] = [];
  const add = (file: string) => {
    if (done.has(file)) return;
    done.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, imported = ''] of text.matchAll(importStatement)) add(basename(imported));
    parts.push(text.replace(importStatement, '').trim());
  };
  files.forEach(add);
  return [
    '// Written by `npm run document` from bridge/src/rules; change the rules there.',
    ...parts,
    '',
  ].join('\n\n');
}

const importStatement = /^import [^;]* from '\.\/([^']+)';\n/gm;
