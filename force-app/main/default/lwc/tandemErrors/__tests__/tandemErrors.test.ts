import { reduceErrors } from 'c/tandemErrors';

const cases: readonly [what: string, error: unknown, words: string[]][] = [
  ['an error of JavaScript', new TypeError('x is not a function'), ['x is not a function']],
  ['an error of Apex', { body: { message: 'No such profile' } }, ['No such profile']],
  [
    'errors of a GraphQL wire',
    [{ message: 'Unknown field' }, { message: 'No access' }],
    ['Unknown field', 'No access'],
  ],
  [
    'a query with what the person may not see',
    [
      { message: 'Unknown type "Tandem_Mailbox__c_Filter".' },
      { message: "Validation error of type FieldUndefined: Field 'Tandem_Mailbox__c' is undefined" },
    ],
    ['You have no permission for this. Ask an admin for a permission set of Tandem.'],
  ],
  [
    'a query of a field that the person may not see',
    [
      {
        message:
          "Validation error of type FieldUndefined: Field 'User__c' in type 'Tandem_Mailbox__c' is undefined",
      },
      { message: 'Field "User__c" is not defined by type "Tandem_Mailbox__c_Filter".' },
    ],
    ['You have no access to the field User__c. The permission sets of Tandem give it.'],
  ],
  ['several errors of a read', { body: [{ message: 'One' }, { message: 'Two' }] }, ['One', 'Two']],
  [
    'a refused save, with the field in place of the summary',
    {
      body: {
        message: 'An error occurred while trying to update the record. Please try again.',
        output: { errors: [], fieldErrors: { Kind__c: [{ message: 'Kind: choose one of the list' }] } },
      },
    },
    ['Kind: choose one of the list'],
  ],
  [
    'a refused save, with the rule in place of the summary',
    {
      body: {
        message: 'An error occurred.',
        output: { errors: [{ message: 'Only one assignee' }], fieldErrors: {} },
      },
    },
    ['Only one assignee'],
  ],
  [
    'errors of a page of Apex',
    { body: { pageErrors: [{ message: 'Duplicate' }], fieldErrors: { Name: [{ message: 'Too long' }] } } },
    ['Duplicate', 'Too long'],
  ],
  ['a failed request', { status: 503, statusText: 'Service Unavailable', body: {} }, ['Service Unavailable']],
  ['a text', 'Not now', ['Not now']],
  ['the same problem twice', [{ message: 'No access' }, { message: 'No access' }], ['No access']],
];

describe('reduceErrors', () => {
  it.each(cases)('gives the words of %s', (_what, error, words) => {
    expect(reduceErrors(error)).toEqual(words);
  });

  it.each([[undefined], [null], [''], [42], [{}], [[]]])('gives nothing for %p', (error) => {
    expect(reduceErrors(error)).toEqual([]);
  });
});
