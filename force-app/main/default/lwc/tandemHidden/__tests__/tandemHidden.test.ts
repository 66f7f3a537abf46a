import { hiddenIn } from 'c/tandemHidden';

describe('fields that a person may not see', () => {
  it('are named', () => {
    const text = hiddenIn({ Id: 'a', Email__c: { value: null } }, ['Email__c', 'State__c', 'Reason__c']);
    expect(text).toContain('State__c, Reason__c');
    expect(text).not.toContain('Email__c');
  });

  it('are not spoken of where there are none, or where nothing was read', () => {
    expect(hiddenIn({ Email__c: { value: null } }, ['Email__c'])).toBe('');
    expect(hiddenIn(undefined, ['Email__c'])).toBe('');
  });
});
