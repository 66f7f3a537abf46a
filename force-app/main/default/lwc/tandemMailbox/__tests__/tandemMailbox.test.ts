import { bridgeOf, mailboxOf, requestOf } from 'c/tandemMailbox';
import type { MailboxNode, RequestNode } from '../queries';
import { mailboxNode, requestNode } from 'tests/mailboxes';

const now = Date.parse('2026-03-01T10:00:00Z');
const alive = { heartbeat: '2026-03-01T09:59:00.000Z', problem: null };
const mailbox = (more?: object, bridge: typeof alive | undefined = alive) =>
  mailboxOf(mailboxNode('Maya', { ...more }) as unknown as MailboxNode, bridge, now);

describe('a mailbox as it is shown', () => {
  it('is in sync as of the heartbeat while nothing changes', () => {
    expect(mailbox().inSyncAsOf).toBe(alive.heartbeat);
  });

  it('is in sync as of its own stamp when it is not in sync, or the bridge is silent', () => {
    const own = '2026-03-01T09:00:00.000Z';
    expect(mailbox({ Contacts_State__c: 'Paused' }).inSyncAsOf).toBe(own);
    expect(mailbox({}, { heartbeat: '2026-03-01T08:00:00.000Z', problem: null }).inSyncAsOf).toBe(own);
    expect(mailboxOf(mailboxNode('Maya') as unknown as MailboxNode, undefined, now).inSyncAsOf).toBe(own);
  });

  it('is as a whole in sync as of the kind that is behind, of those that sync', () => {
    const behind = '2026-03-01T07:00:00.000Z';
    const events = { Events_State__c: 'Failing', Events_In_Sync_As_Of__c: behind };
    expect(mailbox(events).inSyncAsOf).toBe(behind);
    expect(mailbox({ ...events, Events_State__c: 'Off' }).inSyncAsOf).toBe(alive.heartbeat);
    expect(mailbox({ Events_State__c: 'InSync' }).events.inSyncAsOf).toBe(alive.heartbeat);
  });

  it('tells how far the first sync is', () => {
    expect(mailbox({ Contacts_State__c: 'FirstSync', Contacts_Progress__c: 45 }).contacts.label).toBe(
      'First sync, 45%',
    );
    expect(mailbox({ Contacts_State__c: 'FirstSync' }).contacts.label).toBe('First sync');
  });

  it('shows each state by words and an icon of its own', () => {
    const icons = ['InSync', 'FirstSync', 'Paused', 'Held', 'Failing', 'NotStarted', 'Off'].map(
      (state) => mailbox({ Contacts_State__c: state }).contacts.icon,
    );
    expect(new Set(icons).size).toBe(7);
    expect(mailbox().events).toMatchObject({ value: 'NotStarted', label: 'Not started' });
    expect(mailbox({ Events_State__c: 'Unheard' }).events.icon).toBe('utility:question');
  });

  it('is shown without what the person may not see', () => {
    const bare = mailboxNode('Maya', {
      User__c: null,
      Email__c: null,
      Contacts_In_Sync_As_Of__c: null,
      Contacts_Last_Change__c: null,
      Contacts_In_Exchange__c: null,
      Contacts_In_Salesforce__c: null,
      Open_Issues__c: null,
      LastModifiedDate: null,
    });
    expect(mailboxOf({ ...bare, User__r: null } as unknown as MailboxNode, undefined, now)).toMatchObject({
      name: 'Unknown person',
      email: '',
      issues: 0,
      inSyncAsOf: undefined,
    });
  });

  it('says the problems of both kinds', () => {
    expect(
      mailbox({ Contacts_Problem__c: 'TDM-M-PAUSED: Paused.', Events_Problem__c: 'TDM-M-X: No.' }).problem,
    ).toBe('TDM-M-PAUSED: Paused. TDM-M-X: No.');
  });
});

describe('a request as it is shown', () => {
  const shown = (status: string, result: string | null = null) =>
    requestOf(requestNode('r1', 'Maya', status, result) as unknown as RequestNode);

  it('waits for the bridge until it is served', () => {
    expect(shown('New')).toMatchObject({ text: 'Sync now: waiting for the bridge', isOpen: true });
    expect(shown('Running')).toMatchObject({ isOpen: true });
    expect(shown('Done')).toMatchObject({ text: 'Sync now: Done', isOpen: false });
  });

  it('says why it was refused', () => {
    expect(shown('Refused', '{"message":"You may not ask for that."}').text).toBe(
      'Sync now: Refused You may not ask for that.',
    );
    expect(shown('Failed', 'no JSON').text).toBe('Sync now: Failed');
  });
});

it('there is no bridge before one has reported', () => {
  expect(bridgeOf(undefined)).toBeUndefined();
});
