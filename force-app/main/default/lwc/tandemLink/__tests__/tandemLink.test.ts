import { linkOf, telling, type LinkNode } from 'c/tandemLink';

const node = (id: string, more: object = {}): LinkNode => ({
  Id: id,
  State__c: { value: 'Live' },
  Record_Id__c: { value: '003a' },
  Kind__c: { value: 'Contact' },
  Last_Synced__c: { value: '2026-03-01T09:00:00.000Z' },
  Last_Synced_From__c: { value: 'Exchange', displayValue: 'Exchange' },
  Unmatched_Attendees__c: { value: 'ana@customer.test' },
  Mailbox__r: { User__c: { value: '005Maya' }, User__r: { Name: { value: 'Maya Castellanos' } } },
  ...more,
});
const ended = {
  State__c: { value: 'Suppressed' },
  Reason__c: { value: 'MovedOut', displayValue: 'Moved out' },
};

describe('a link as people read it', () => {
  it('says whose it is and from which side it was last synced', () => {
    expect(linkOf(node('l1'), '005Maya')).toMatchObject({
      person: 'Maya Castellanos',
      isLive: true,
      state: 'Syncs with Outlook',
      from: 'from Exchange',
    });
  });

  it('says why it ended, and lists no attendees then', () => {
    const link = linkOf(node('l1', ended), '005Maya');
    expect(link.state).toContain('Moved out');
    expect(link.unmatched.attendees).toEqual([]);
  });

  it('leads to Outlook for nobody but its owner: an event to its page, a contact to all contacts', () => {
    expect(linkOf(node('l1'), '005Maya').webLink).toBe('https://outlook.office.com/people/');
    const event = node('l2', {
      Kind__c: { value: 'Event' },
      Web_Link__c: { value: 'https://outlook.test/1' },
    });
    expect(linkOf(event, '005Maya').webLink).toBe('https://outlook.test/1');
    expect(linkOf(event, '005Priya').webLink).toBeUndefined();
  });

  it('is left out where it ended and a live one of the same person and record followed', () => {
    const links = [
      node('old', ended),
      node('live'),
      node('other', { ...ended, Record_Id__c: { value: '003b' } }),
    ];
    const shown = telling(links.map((one) => linkOf(one, '005Maya')));
    expect(shown.map(({ id }) => id)).toEqual(['live', 'other']);
  });
});
