import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { issueCodes } from '../../bridge/src/domain/issue-codes.ts';
import { settingsSchema } from '../../bridge/src/cli/settings.ts';
import { packageLabels } from '../package/labels.ts';
import { pages } from './pages.ts';

it.each(await pages())('$path is what the code says; npm run document writes it anew', ({ path, text }) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it('describes every setting in a sentence', () => {
  for (const [name, schema] of Object.entries(settingsSchema.shape))
    expect(schema.description, name).toMatch(/\.$/);
});

it('gives every code a sentence, a remedy and a page, and no page to anything else', () => {
  const list = readFileSync('docs/codes.md', 'utf8');
  for (const [code, { sentence, remedy }] of Object.entries(issueCodes)) {
    expect(sentence, code).toMatch(/\.$/);
    expect(remedy, code).toMatch(/\.$/);
    expect(list).toContain(`(codes/${code}.md)`);
  }
  expect(packageLabels()['Tandem_Issue_Page'], 'where the screens say the pages are').toContain(
    'docs/codes/{0}.md',
  );
  const pagesOfCodes = Object.keys(issueCodes).map((code) => `${code}.md`);
  expect(readdirSync('docs/codes').sort()).toEqual(pagesOfCodes.sort());
});
