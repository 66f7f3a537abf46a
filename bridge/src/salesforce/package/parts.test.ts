import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { packageParts } from './parts.ts';

const all = packageParts.flatMap(({ object, reads, writes }) =>
  [...reads, ...writes].map((field) => ({ object, field })),
);

it.each(all)('$object.$field is a field of the package', ({ object, field }) => {
  const file = `force-app/main/default/objects/${object}/fields/${field}.field-meta.xml`;
  expect(existsSync(file), file).toBe(true);
});

describe('the parts of the package that are looked for', () => {
  it('are all that the code of the bridge names', () => {
    const known = new Set(all.flatMap(({ object, field }) => [object, field]));
    const files = globSync('bridge/src/{salesforce,passes,jobs}/**/*.ts', {
      exclude: (path) => /\.test\.ts$|testing/.test(String(path)),
    });
    const named = files.flatMap((file) => readFileSync(file, 'utf8').match(/\b[A-Z]\w*__c\b/g) ?? []);
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
  });
});
