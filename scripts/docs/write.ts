import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pages } from './pages.ts';

for (const { path, text } of await pages()) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
