import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { fieldTables } from './field-tables.ts';
import { packageOf } from './package.ts';
import { readSource } from './source.ts';

/** The page about the package's objects and fields. */
export const DATA_MODEL_PAGE = join(import.meta.dirname, '..', '..', 'docs', 'data-model.md');

const START = '<!-- Written by scripts/metadata/document.ts from force-app: do not edit from here -->';
const END = '<!-- to here -->';

/** The page with its tables brought up to date; throws when the page has lost the markers around them. */
export async function withFieldTables(page: string): Promise<string> {
  const start = page.indexOf(START);
  const end = page.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error(`The page must have the lines ${START} and ${END}`);
  const tables = fieldTables(packageOf(readSource()).pack);
  const text = `${page.slice(0, start)}${START}\n\n${tables}\n${page.slice(end)}`;
  const style = await resolveConfig(DATA_MODEL_PAGE);
  return format(text, { ...style, parser: 'markdown' });
}

if (import.meta.main)
  writeFileSync(DATA_MODEL_PAGE, await withFieldTables(readFileSync(DATA_MODEL_PAGE, 'utf8')));
