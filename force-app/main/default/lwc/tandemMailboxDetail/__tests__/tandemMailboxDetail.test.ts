import { graphql as adapter } from 'lightning/graphql';
import { mailboxOf, requestOf, type Mailbox } from 'c/tandemMailbox';
import TandemMailboxDetail from 'c/tandemMailboxDetail';
import { mailboxNode, requestNode } from 'tests/mailboxes';
import { went } from 'tests/navigation-stub';
import { settled, show, tell } from 'tests/show';
import type { GraphqlStub } from 'tests/graphql-stub';

const graphql = adapter as unknown as GraphqlStub;
const links = (nodes: object[]) => ({
  uiapi: { query: { Tandem_Link__c: { edges: nodes.map((node) => ({ node })) } } },
});
const link = (id: string, record: string | null, kind = 'Contact') => ({
  Id: id,
  Kind__c: { value: kind, displayValue: kind },
  Record_Id__c: { value: record },
  Last_Synced__c: { value: '2026-03-01T09:00:00.000Z' },
  Last_Synced_From__c: { value: 'Exchange', displayValue: 'Exchange' },
});
const aboutLinks = ({ variables = {} }: { variables?: object }) => 'mailbox' in variables;
const aboutNames = ({ variables = {} }: { variables?: object }) => 'ids' in variables;

const detail = (more: Record<string, unknown> = {}, results: (string | null)[] = []) =>
  show(
    'c-tandem-mailbox-detail',
    TandemMailboxDetail,
    {
      mailbox: mailboxOf(mailboxNode('Maya', more) as never, undefined, 0),
      requests: results.map((result, index) =>
        requestOf(requestNode(`r${index}`, 'Maya', 'Done', result) as never),
      ),
    },
    ['close', 'request'],
  );

describe('the panel of a mailbox', () => {
  afterEach(() => document.body.replaceChildren());

  it('says how the mailbox stands', () => {
    const { text, find } = detail({ Contacts_State__c: 'Failing' });
    expect(text()).toContain('maya@fernhill.example');
    const { mailbox } = find<HTMLElement & { mailbox: Mailbox }>('c-tandem-mailbox-state');
    expect(mailbox.contacts.label).toBe('Failing');
  });

  it('takes the focus when it opens, so that the keyboard goes on in it', () => {
    const { element, find } = detail();
    expect(element.shadowRoot?.activeElement).toBe(find('h2'));
  });

  it('names what was last synced, as far as the person may see it', async () => {
    const { text, findAll } = detail();
    expect(text()).toContain('Loading');
    await settled();
    graphql.emit(links([link('l1', '003a'), link('l2', '003b')]), aboutLinks);
    await settled();
    expect(text()).not.toContain('A record that you cannot see');
    const named = { Contact: { edges: [{ node: { Id: '003a', Name: { value: 'Lena Vogt' } } }] } };
    graphql.emit({ uiapi: { query: named } }, aboutNames);
    await settled();
    expect(findAll('li').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Lena Vogt'),
      expect.stringContaining('A record that you cannot see'),
    ]);
  });

  it('leads to the page of an event, whose name screens cannot read', async () => {
    const { find } = detail();
    await settled();
    graphql.emit(links([link('l1', '00Ua', 'Event')]), aboutLinks);
    await settled();
    const event = find<HTMLElement & { label: string }>('[data-id="00Ua"]');
    expect(event.label).toBe('Event');
    tell(event, 'click');
    expect(went.at(-1)).toMatchObject({ attributes: { recordId: '00Ua', objectApiName: 'Event' } });
  });

  it('says when nothing was synced, and when that cannot be known', async () => {
    const { text, find } = detail();
    await settled();
    graphql.emit(links([]), aboutLinks);
    await settled();
    expect(text()).toContain('Nothing has been synced yet.');
    graphql.emitErrors([{ message: 'No access' }], aboutLinks);
    await settled();
    expect(find<HTMLElement & { errors: unknown }>('c-tandem-error-panel').errors).toEqual([
      { message: 'No access' },
    ]);
  });

  it('shows the steps of a test with their remedies', () => {
    const steps = [
      {
        step: 'Mailbox',
        result: 'failed',
        sentence: 'There is no such mailbox.',
        remedy: 'Correct the address.',
      },
      { step: 'Salesforce user', result: 'passed', sentence: 'The user is active.', remedy: null },
    ];
    const { text } = detail({}, [JSON.stringify({ steps })]);
    expect(text()).toContain('Mailbox: There is no such mailbox. Correct the address.');
    expect(text()).toContain('Salesforce user: The user is active.');
  });

  it('shows what a preview counted, and nothing of an answer that it cannot read', () => {
    const sides = { Exchange: 4, Salesforce: 2 };
    const counts = { create: sides, update: sides, paired: 7, held: 0 };
    const { text } = detail({}, [JSON.stringify({ counts }), 'no JSON', null]);
    expect(text()).toContain('To create: 2 in Salesforce, 4 in Exchange');
    expect(text()).toContain('To pair without a copy: 7');
    expect(text()).not.toContain('no JSON');
  });

  it('leads to the issues of the mailbox, where there are any', () => {
    tell(detail({ Open_Issues__c: 3 }).find('[data-issues]'), 'click');
    expect(went.at(-1)).toMatchObject({
      attributes: { apiName: 'Tandem_Issues' },
      state: { c__mailbox: 'a00Maya' },
    });
    document.body.replaceChildren();
    expect(detail().findAll('[data-issues]')).toHaveLength(0);
  });

  it('tells that it is to be closed, and what is asked for', () => {
    const shown = detail();
    tell(shown.find('lightning-button-icon'), 'click');
    tell(shown.find('lightning-button'), 'click');
    expect(shown.told('close')).toHaveLength(1);
    expect(shown.told('request')).toEqual([{ kind: 'SyncNow', userIds: ['005Maya'] }]);
  });
});
