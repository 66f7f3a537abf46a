import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldDescription } from '../../domain/mapping.ts';
import type { FilterCondition } from '../../rules/filter-condition.ts';
import { compileFilter, filterSoql } from './compile-filter.ts';

function field(name: string, type: string, parts: Partial<FieldDescription> = {}): FieldDescription {
  return {
    name,
    label: name,
    type,
    length: 255,
    createable: true,
    updateable: true,
    required: false,
    calculated: false,
    securedAs: null,
    filterable: true,
    ...parts,
  };
}

const described = (...fields: FieldDescription[]) => new Map(fields.map((one) => [one.name, one]));
const fields = {
  Contact: described(
    field('Title', 'string'),
    field('LeadSource', 'picklist'),
    field('Interests__c', 'multipicklist'),
    field('HasOptedOutOfEmail', 'boolean'),
    field('Score__c', 'double'),
    field('Birthdate', 'date'),
    field('CreatedDate', 'datetime'),
    field('OwnerId', 'reference'),
    field('Where__c', 'location'),
    field('Description', 'textarea', { filterable: false }),
    field('Full__c', 'string', { calculated: true }),
  ),
  Account: described(field('Industry', 'picklist')),
};

const compiled = (...conditions: Partial<FilterCondition>[]) =>
  compileFilter(
    conditions.map((parts) => ({
      object: 'Contact',
      field: 'Title',
      operator: 'Equals',
      value: 'x',
      ...parts,
    })),
    fields,
  );
const soql = (...conditions: Partial<FilterCondition>[]) => {
  const filter = compiled(...conditions);
  expect(filter.problems).toEqual([]);
  return filterSoql(filter);
};

describe('a condition in SOQL', () => {
  it.each<[string, Partial<FilterCondition>, string]>([
    ['text', { value: 'Buyer' }, "(Title = 'Buyer')"],
    ['another text', { operator: 'NotEquals', value: 'Buyer' }, "(Title != 'Buyer')"],
    ['a part of a text', { operator: 'Contains', value: '50%' }, String.raw`(Title LIKE '%50\%%')`],
    ['a beginning', { operator: 'StartsWith', value: 'Head' }, "(Title LIKE 'Head%')"],
    ['a picklist', { field: 'LeadSource', value: 'Web' }, "(LeadSource = 'Web')"],
    [
      'one of several values',
      { field: 'Interests__c', operator: 'Contains', value: 'Golf' },
      "(Interests__c INCLUDES ('Golf'))",
    ],
    ['a checkbox', { field: 'HasOptedOutOfEmail', value: ' True' }, '(HasOptedOutOfEmail = true)'],
    ['a number', { field: 'Score__c', operator: 'GreaterThan', value: '-1.5' }, '(Score__c > -1.5)'],
    ['a date', { field: 'Birthdate', operator: 'LessThan', value: '2000-02-29' }, '(Birthdate < 2000-02-29)'],
    ['a moving date', { field: 'Birthdate', value: 'last_n_days:30' }, '(Birthdate = LAST_N_DAYS:30)'],
    [
      'a day of instants',
      { field: 'CreatedDate', value: '2026-02-28' },
      '(CreatedDate >= 2026-02-28T00:00:00Z AND CreatedDate < 2026-03-01T00:00:00Z)',
    ],
    [
      'after a day',
      { field: 'CreatedDate', operator: 'GreaterThan', value: '2026-12-31' },
      '(CreatedDate >= 2027-01-01T00:00:00Z)',
    ],
    [
      'not on a day',
      { field: 'CreatedDate', operator: 'NotEquals', value: '2026-12-31' },
      '((CreatedDate = null OR CreatedDate < 2026-12-31T00:00:00Z OR CreatedDate >= 2027-01-01T00:00:00Z))',
    ],
    ['a lookup', { field: 'OwnerId', value: '005000000000001AAA' }, "(OwnerId = '005000000000001AAA')"],
    ['nothing', { operator: 'IsBlank', value: null }, '(Title = null)'],
    ['anything', { field: 'Birthdate', operator: 'IsNotBlank', value: null }, '(Birthdate != null)'],
    [
      'a field of the account',
      { object: 'Account', field: 'industry', value: 'Banking' },
      "(Account.Industry = 'Banking')",
    ],
  ])('compares with %s', (_name, condition, expected) => {
    expect(soql(condition)).toBe(expected);
  });

  it('holds together with the others', () => {
    expect(soql({ value: 'a' }, { object: 'Account', field: 'Industry', value: 'b' })).toBe(
      "(Title = 'a') AND (Account.Industry = 'b')",
    );
  });

  it('is none where nothing is asked', () => {
    expect(filterSoql(compileFilter([], fields))).toBeNull();
  });

  it('knows whether what it asks moves with the calendar', () => {
    const timed = (value: string) => compiled({ field: 'Birthdate', value }).conditions[0]?.timed;
    expect([timed('TODAY'), timed('2026-01-01')]).toEqual([true, false]);
  });

  it('says in words what it asks', () => {
    const [first, second] = compiled(
      { object: 'Account', field: 'Industry', value: 'Banking' },
      { operator: 'IsBlank', value: null },
    ).conditions;
    expect([first?.words, second?.words]).toEqual([
      'Account.Industry equals "Banking"',
      'Contact.Title is blank',
    ]);
  });

  it('keeps any value within its quotes, and as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((value) => value.trim() !== ''),
        fc.constantFrom('Equals', 'NotEquals', 'Contains', 'StartsWith'),
        (value, operator) => {
          const [, literal = ''] =
            /^\(Title (?:=|!=|LIKE) ('(?:[^'\\\n\r]|\\.)*')\)$/s.exec(soql({ operator, value }) ?? '') ?? [];
          const text = literal
            .slice(1, -1)
            .replace(/\\(.)/gs, (_all, one: string) => ({ n: '\n', r: '\r' })[one] ?? one);
          expect(text).toBe(
            { Equals: value, NotEquals: value, Contains: `%${value}%`, StartsWith: `${value}%` }[operator],
          );
        },
      ),
    );
  });
});

describe('a condition that cannot work', () => {
  it.each<[string, Partial<FilterCondition>, string]>([
    ['a field that is not there', { field: 'Hobby__c' }, 'Contact has no field Hobby__c'],
    ['a formula', { field: 'Full__c' }, 'Contact.Full__c is a formula'],
    ['a long text', { field: 'Description' }, 'Contact.Description cannot be compared'],
    ['a type without comparison', { field: 'Where__c' }, 'fields of the type location'],
    ['no object', { object: '' }, 'names no object'],
    ['no operator', { operator: '' }, 'no operator is chosen'],
    ['an operator by an inherited name', { operator: 'toString' }, 'no operator is chosen'],
    ['no value', { value: ' ' }, 'the value is missing'],
    ['a text that is greater', { operator: 'GreaterThan' }, 'text cannot be greater'],
    ['a word for a number', { field: 'Score__c', value: '1 OR 1' }, '"1 OR 1" is not a number'],
    ['a word for a date', { field: 'Birthdate', value: '2026-02-30' }, 'is no date'],
    ['a span without an end', { field: 'CreatedDate', value: 'LAST_N_DAYS:' }, 'is no date'],
    ['a word for a checkbox', { field: 'HasOptedOutOfEmail', value: 'yes' }, 'true or false'],
    ['a blank checkbox', { field: 'HasOptedOutOfEmail', operator: 'IsBlank' }, 'never blank'],
    ['a name for an id', { field: 'OwnerId', value: 'Ada' }, 'not the id of a record'],
  ])('is refused: %s', (_name, condition, reason) => {
    const { conditions, problems } = compiled({ value: 'fine' }, condition);
    expect(conditions).toHaveLength(1);
    expect(problems).toMatchObject([{ reason: expect.stringContaining(reason) as string }]);
  });

  it('is refused when all are too long for one query', () => {
    const long = Array.from({ length: 30 }, () => ({ value: 'x'.repeat(255) }));
    expect(compiled(...long).problems).toMatchObject([{ field: '' }]);
  });
});
