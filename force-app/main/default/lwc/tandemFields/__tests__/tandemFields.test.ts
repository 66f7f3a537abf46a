import { fieldsOf, type FieldSource } from 'c/tandemFields';

const field = (apiName: string, label: string, dataType: string, more: object = {}) => ({
  ...{ apiName, label, dataType, length: 0, updateable: true, calculated: false, filterable: true },
  referenceToInfos: [],
  ...more,
});

describe('the fields of an object', () => {
  it('come by their labels, with their types in words', () => {
    const fields = {
      Title: field('Title', 'Title', 'String', { length: 128 }),
      AccountId: field('AccountId', 'Account', 'Reference', { referenceToInfos: [{ apiName: 'Account' }] }),
      Score__c: field('Score__c', 'Score', 'Double', { calculated: true }),
    };
    const found = [...fieldsOf({ fields } as unknown as FieldSource).values()];
    expect(found.map(({ name, typeLabel }) => [name, typeLabel])).toEqual([
      ['AccountId', 'Lookup'],
      ['Score__c', expect.stringMatching(/Formula.*Number/)],
      ['Title', 'Text (128)'],
    ]);
    expect(found[0]?.referenceTo).toEqual(['Account']);
  });

  it('are none before they are read', () => {
    expect(fieldsOf(undefined).size).toBe(0);
  });
});
