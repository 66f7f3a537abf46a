import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkApex } from '../../scripts/apex/check.ts';
import { sayProblem } from '../../scripts/metadata/problem.ts';

const root = join(import.meta.dirname, '..', '..');
const classes = 'force-app/main/default/classes';
const action = `${classes}/TandemRequestAction.cls`;
const tests = `${classes}/TandemRequestAction_Tests.cls`;

it('the Apex of the package has no problems', async () => {
  expect((await checkApex(root)).map(sayProblem)).toEqual([]);
});

describe('a mistake in Apex is reported:', () => {
  const mistakes = [
    ['a field that does not exist', action, 'User__c = one.userId', 'Usr__c = one.userId', /Usr__c/],
    ['a method that does not exist', action, 'KINDS.contains(', 'KINDS.includes(', /includes/],
    ['a field in a query that does not exist', tests, 'SELECT Id, Kind__c', 'SELECT Id, Knd__c', /Knd__c/],
    ['an insert that ignores what people may do', action, 'insert as user', 'insert', /ApexCRUDViolation/],
    ['a class that ignores sharing', action, 'public with sharing', 'public', /ApexSharingViolations/],
  ] as const;
  const copy = mkdtempSync(join(tmpdir(), 'tandem-apex-'));
  let problems: readonly string[];

  beforeAll(async () => {
    for (const part of ['sfdx-project.json', classes, 'force-app/main/default/objects'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    for (const [, file, before, after] of mistakes) {
      const text = readFileSync(join(copy, file), 'utf8');
      expect(text).toContain(before);
      writeFileSync(join(copy, file), text.replace(before, after));
    }
    problems = (await checkApex(copy)).map(sayProblem);
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  it.each(mistakes)('%s', (_, file, _before, _after, expected) => {
    expect(problems.filter((problem) => problem.startsWith(file))).toContainEqual(
      expect.stringMatching(expected),
    );
  });
});
