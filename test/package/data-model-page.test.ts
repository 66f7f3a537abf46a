import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DATA_MODEL_PAGE, withFieldTables } from '../../scripts/metadata/document.ts';
import { packageOf } from '../../scripts/metadata/package.ts';
import { readSource } from '../../scripts/metadata/source.ts';

describe('the page about the data model', () => {
  const page = readFileSync(DATA_MODEL_PAGE, 'utf8');

  // Run `node scripts/metadata/document.ts` after changing objects or fields.
  it('is up to date', async () => {
    expect(page).toBe(await withFieldTables(page));
  });

  it('mentions every object and, below its heading, every field', () => {
    const sections = page.split(/^### /m);
    for (const [object, fields] of packageOf(readSource()).pack.fields) {
      const heading = new RegExp(`^(${object}|.* \\(\`${object}\`\\))\\n`);
      const section = sections.find((text) => heading.test(text)) ?? '';
      const missing = [...fields.keys()].filter((name) => !section.includes(`\`${name}\``));
      expect(missing, object).toEqual([]);
    }
  });

  it('cannot lose its tables unnoticed', async () => {
    await expect(withFieldTables('# Data model')).rejects.toThrow('The page must have the lines');
  });
});
