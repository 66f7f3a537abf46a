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
    expect(said).toEqual(['In sync', 'Mar 1, 1:00 AM', 'Mar 1, 12:00 AM', '12', '12', 'Not started']);
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
      'Problem',
      'In Exchange',
      'In Salesforce',
      'Events',
    ]);
  });

  it('says the same of events, once they sync', () => {
    const shown = state({
      Events_State__c: 'FirstSync',
      Events_Progress__c: 40,
      Events_Last_Change__c: '2026-03-01T08:30:00.000Z',
      Events_In_Exchange__c: 210,
      Events_In_Salesforce__c: 84,
    });
    const [, events] = shown.findAll('dl');
    expect([...(events?.querySelectorAll('dd') ?? [])].map(({ textContent }) => textContent)).toEqual([
      'First sync, 40%',
      'Mar 1, 12:30 AM',
      '210',
      '84',
    ]);
  });
});
