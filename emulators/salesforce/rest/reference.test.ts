import { describe, expect, test } from 'vitest';
import { replaceReferences } from './reference.ts';

const answers = new Map<string, unknown>([
  ['one', { id: '003A', success: true }],
  ['many', [{ id: '003B' }, { id: '003C' }]],
  ['found', { totalSize: 1, records: [{ Id: '001A', Owner: { Name: 'Ana' } }] }],
]);

describe('references', () => {
  test('take fields and list items in url and body', () => {
    expect(
      replaceReferences(
        '/services/data/v66.0/sobjects/Contact/@{one.id}',
        {
          AccountId: '@{found.records[0].Id}',
          list: ['@{many[1].id}'],
          Title: 'for @{found.records[0].Owner.Name}',
        },
        answers,
      ),
    ).toEqual({
      url: '/services/data/v66.0/sobjects/Contact/003A',
      body: { AccountId: '001A', list: ['003C'], Title: 'for Ana' },
    });
  });

  test('keep the kind of a value that stands alone', () => {
    expect(replaceReferences('/x', { size: '@{found.totalSize}' }, answers)).toMatchObject({
      body: { size: 1 },
    });
  });

  test.each([
    ['@{none.id}', 'Invalid reference specified. No value for none.id found in none'],
    ['@{many[2].id}', 'Invalid reference specified. No value for many[2].id found in many'],
    ['@{one.name}', 'Invalid reference specified. No value for one.name found in one'],
  ])('%s has no value', (text, missing) => {
    expect(replaceReferences('/x', { a: text }, answers)).toEqual({ missing });
  });

  test('text without a reference is left alone', () => {
    expect(replaceReferences('/x', { a: 'me@{', n: null, b: true }, answers)).toEqual({
      url: '/x',
      body: { a: 'me@{', n: null, b: true },
    });
  });
});
