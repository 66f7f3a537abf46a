import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PACKAGE_FOLDER } from '../../scripts/metadata/source.ts';
import { packageLabels } from '../../scripts/package/labels.ts';

const labels = Object.entries(packageLabels());

it('every custom label is used by a component', () => {
  const sources = globSync('main/default/lwc/*/*.ts', { cwd: PACKAGE_FOLDER });
  const text = sources.map((file) => readFileSync(join(PACKAGE_FOLDER, file), 'utf8')).join('\n');
  const unused = labels.filter(([name]) => !text.includes(`'@salesforce/label/c.${name}'`));
  expect(unused.map(([name]) => name)).toEqual([]);
});

it('every custom label is told apart from those of the org, and fits', () => {
  for (const [name, value] of labels) {
    expect(name).toMatch(/^Tandem_/);
    expect(value.length, name).toBeLessThanOrEqual(1000);
  }
});
