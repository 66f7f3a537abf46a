import { issueOf, sentenceOf, settledBy, settledTogether } from 'c/tandemIssue';
import { objectInfo, fieldInfo } from 'tests/fields';
import { issueNode } from 'tests/issues';

const issue = (more: Record<string, unknown> = {}) => issueOf(issueNode('i1', more) as never);
const kinds = (more: Record<string, unknown>, isAdmin = false) => settledBy(issue(more), isAdmin);

describe('an issue', () => {
  it('names its field as people know it', () => {
    const contacts = objectInfo('Contact', [fieldInfo('AccountId')]);
    expect(issueOf(issueNode('i1') as never, contacts).field).toBe('Account Id');
    expect(issue({ Field__c: 'Gone__c' }).field).toBe('Gone__c');
  });

  it('offers the near matches, with names or without', () => {
    const near = [{ id: '001a', name: 'Kestrel GmbH' }];
    expect(issue({ Details__c: JSON.stringify({ near }) }).details.accounts).toEqual(near);
    expect(issue({ Details__c: '{"accounts":["001a"]}' }).details.accounts).toEqual([{ id: '001a' }]);
    expect(issue({ Details__c: 'no JSON' }).details.accounts).toEqual([]);
  });

  it('keeps the value that lost a conflict, an empty one too', () => {
    expect(issue({ Details__c: '{"losing":"+49 30 1","winner":"Salesforce"}' }).details.losing).toBe(
      '+49 30 1',
    );
    expect(issue({ Details__c: '{"losing":null}' }).details.losing).toBe('');
    expect(issue().details.losing).toBeUndefined();
  });

  it('says its reason in a sentence, or its code when a newer bridge wrote it', () => {
    expect(sentenceOf('TDM-M-HELD')).toMatch(/^Many contacts would be deleted at once/);
    expect(sentenceOf('TDM-C-NEW')).toBe('TDM-C-NEW');
  });
});

describe('what settles an issue', () => {
  it('is a choice for companies and for items without a record', () => {
    expect(kinds({})).toEqual(['ChooseAccount', 'Retry', 'Ignore']);
    expect(kinds({ Code__c: 'TDM-C-DUPLICATE' })).toEqual(['ChooseContact', 'Retry', 'Ignore']);
    expect(kinds({ Code__c: 'TDM-C-REQUIRED' })).toEqual(['Retry', 'Ignore']);
  });

  it('is for admins where others must not decide', () => {
    const held = { Code__c: 'TDM-M-HELD', Record_Id__c: null, Exchange_Id__c: null };
    expect(kinds(held)).toEqual(['Retry']);
    expect(kinds(held, true)).toEqual(['Approve', 'Retry']);
    expect(kinds({ ...held, Code__c: 'TDM-M-OTHER-ORG' }, true)).toContain('ResetContacts');
    expect(kinds({ ...held, Code__c: 'TDM-M-OTHER-ORG-EVENTS' }, true)).toContain('ResetEvents');
    expect(kinds({ ...held, Code__c: 'TDM-M-OTHER-ORG-EVENTS' }, false)).not.toContain('ResetEvents');
    expect(kinds({ ...held, Code__c: 'TDM-M-FOLDER-GONE' })).toContain('ResetContacts');
    expect(kinds({ ...held, Code__c: 'TDM-M-DENIED' })).toEqual(['Retry']);
  });

  it('is nothing for one that is closed', () => {
    expect(kinds({ Status__c: 'Closed' })).toEqual([]);
  });

  it('is for many at once what needs no choice', () => {
    expect(settledTogether([issue(), issue()], false)).toEqual(['Retry', 'Ignore']);
    expect(settledTogether([], false)).toEqual([]);
  });
});
