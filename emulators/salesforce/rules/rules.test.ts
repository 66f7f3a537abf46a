import { beforeEach, describe, expect, test } from 'vitest';
import { fixtureOrg, type FixtureOrg } from '../fixture/fixture-org.ts';
import { addDuplicateRule, type DuplicateRule } from './duplicate-rule.ts';
import { addValidationRule } from './validation-rule.ts';
import { actOf } from '../store/org.ts';
import { insert } from '../store/save.ts';

let fixture: FixtureOrg;
beforeEach(() => {
  fixture = fixtureOrg();
});

describe('a validation rule', () => {
  const rule = (formula: string, more: object = {}) =>
    addValidationRule(
      fixture.org.schema,
      'Contact',
      { name: 'Rule', active: true, formula, message: 'No.', ...more },
      'rules/Rule.xml',
    );

  test('refuses what fulfils its formula, with its text and field', () => {
    rule('AND(ISBLANK(Email), ISBLANK(Phone))', { field: 'Email' });
    expect(fixture.insert('Contact', { LastName: 'A' })).toMatchObject({
      refusal: { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No.', fields: ['Email'] },
    });
    expect(fixture.insert('Contact', { LastName: 'A', Phone: '1' })).toMatchObject({ ok: true });
  });

  test('reads parents and the user who saves', () => {
    rule('AND(Account.Name = "Locked", $User.Alias <> "boss")');
    const AccountId = fixture.make('Account', { Name: 'Locked' });
    expect(fixture.insert('Contact', { LastName: 'A', AccountId })).toMatchObject({ ok: false });
    fixture.update(fixture.adminId, { Alias: 'boss' });
    expect(fixture.insert('Contact', { LastName: 'A', AccountId })).toMatchObject({ ok: true });
  });

  test('knows the value before', () => {
    const id = fixture.make('Contact', { LastName: 'A', Title: 'Chief' });
    rule('ISCHANGED(Title) && PRIORVALUE(Title) = "Chief"');
    expect(fixture.update(id, { Department: 'D' })).toMatchObject({ ok: true });
    expect(fixture.update(id, { Title: 'Clerk' })).toMatchObject({ ok: false });
  });

  test('is not asked while it is not active', () => {
    rule('TRUE', { active: false });
    expect(fixture.insert('Contact', { LastName: 'A' })).toMatchObject({ ok: true });
  });

  test('with more than the subset is refused with its place and the function', () => {
    expect(() => rule('VLOOKUP(Title, Title, "x") = "y"')).toThrow(
      'rules/Rule.xml: the function VLOOKUP is not supported',
    );
  });
});

describe('a duplicate rule', () => {
  const sameEmail: DuplicateRule = {
    name: 'Same_Email',
    object: 'Contact',
    onCreate: 'Alert',
    onEdit: 'Alert',
    message: 'Use one of these records?',
    matchingRule: 'Email_Match',
    match: [{ field: 'Email', method: 'Exact' }],
    sharing: 'enforce',
    active: true,
  };
  const save = (fields: object, allowSave: boolean) =>
    insert(
      fixture.org,
      fixture.org.schema.object('Contact')!,
      { LastName: 'B', Email: 'a@a.example', ...fields },
      actOf(fixture.org, fixture.adminId, { duplicates: { allowSave, includeRecordDetails: false } }),
    );
  beforeEach(() => {
    fixture.make('Contact', { LastName: 'Meier', Email: 'A@a.example' });
  });

  test('that alerts lets through who saves all the same', () => {
    addDuplicateRule(fixture.org, sameEmail);
    expect(save({}, false)).toMatchObject({ refusal: { code: 'DUPLICATES_DETECTED' } });
    expect(save({}, true)).toMatchObject({ ok: true });
  });

  test('that blocks lets nobody through', () => {
    addDuplicateRule(fixture.org, { ...sameEmail, onCreate: 'Block' });
    expect(save({}, true)).toMatchObject({ refusal: { code: 'DUPLICATES_DETECTED' } });
    expect(save({ Email: 'b@a.example' }, false)).toMatchObject({ ok: true });
    expect(save({ Email: null }, false)).toMatchObject({ ok: true });
  });

  test('wants all its fields to match, names nearly', () => {
    const match = [...sameEmail.match, { field: 'LastName', method: 'FuzzyName' as const }];
    addDuplicateRule(fixture.org, { ...sameEmail, match });
    expect(save({ LastName: 'Meyer' }, false)).toMatchObject({ ok: false });
    expect(save({ LastName: 'Schulz' }, false)).toMatchObject({ ok: true });
  });

  test('is asked at edits too, and never finds the record itself', () => {
    const id = fixture.make('Contact', { LastName: 'C', Email: 'c@a.example' });
    addDuplicateRule(fixture.org, { ...sameEmail, onEdit: 'Block' });
    expect(fixture.update(id, { Title: 'T' })).toMatchObject({ ok: true });
    expect(fixture.update(id, { Email: 'a@a.example' })).toMatchObject({ ok: false });
  });
});
