import { mailboxOf } from 'c/tandemMailbox';
import TandemMailboxState from 'c/tandemMailboxState';
import { mailboxNode } from 'tests/mailboxes';
import { show } from 'tests/show';

const state = (more: Record<string, unknown> = {}) =>
  show('c-tandem-mailbox-state', TandemMailboxState, {
    mailbox: mailboxOf(mailboxNode('Maya', more) as never, undefined, 0),
  });

describe('how a mailbox stands', () => {
  afterEach(() => document.body.replaceChildren());

  it('is said of contacts and events, with times and numbers', () => {
    const shown = state();
    const said = shown.findAll('dd').map(({ textContent }) => textContent);
    expect(said).toEqual(['In sync', 'Not started', 'Mar 1, 1:00 AM', 'Mar 1, 12:00 AM', '12', '12']);
    const icons = shown.findAll<HTMLElement & { iconName: string }>('lightning-icon');
    expect(icons.map(({ iconName }) => iconName)).toEqual(['utility:success', 'utility:clock']);
  });

  it('names a problem, and leaves out what is not known', () => {
    const shown = state({
      Contacts_Problem__c: 'TDM-M-X: The mailbox is gone.',
      Contacts_In_Sync_As_Of__c: null,
      Contacts_Last_Change__c: null,
    });
    expect(shown.text()).toContain('TDM-M-X: The mailbox is gone.');
    expect(shown.findAll('dt').map(({ textContent }) => textContent)).toEqual([
      'Contacts',
      'Events',
      'Problem',
      'In Exchange',
      'In Salesforce',
    ]);
  });
});
