import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkMetadata } from '../../scripts/metadata/check.ts';
import { PICKLIST_VALUES } from '../../scripts/metadata/picklist-values.ts';
import { allFields, packageOf } from '../../scripts/metadata/package.ts';
import { sayProblem } from '../../scripts/metadata/problem.ts';
import { readSource } from '../../scripts/metadata/source.ts';

it('the metadata of the package has no problems', () => {
  expect(checkMetadata(readSource()).map(sayProblem)).toEqual([]);
});

it('the templates that are deployed apart from the package have no problems', () => {
  const sources = readSource(join(import.meta.dirname, '..', '..', 'unpackaged'));
  expect(sources).not.toEqual([]);
  expect(checkMetadata(sources).map(sayProblem)).toEqual([]);
});

it('every picklist whose values are promised exists', () => {
  const fields = allFields(packageOf(readSource()).pack);
  const picklists = fields
    .filter((field) => field.type === 'Picklist')
    .map((field) => `${field.object}.${field.name}`);
  expect(picklists.sort()).toEqual(Object.keys(PICKLIST_VALUES).sort());
});
