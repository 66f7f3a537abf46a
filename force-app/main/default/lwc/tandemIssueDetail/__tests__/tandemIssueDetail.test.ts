import { issueOf } from 'c/tandemIssue';
import TandemIssueDetail from 'c/tandemIssueDetail';
import { requestOf } from 'c/tandemMailbox';
import { issueNode } from 'tests/issues';
import { requestNode } from 'tests/mailboxes';
import { went } from 'tests/navigation-stub';
import { settled, show, tell } from 'tests/show';

type Button = HTMLElement & { label: string; disabled: boolean };

const detail = (more: Record<string, unknown> = {}, properties: object = {}) =>
  show(
    'c-tandem-issue-detail',
    TandemIssueDetail,
    { issue: issueOf(issueNode('i1', more) as never), canClose: true, ...properties },
    ['request', 'close'],
  );
const about = { issueId: 'i1', userId: '005Maya' };

describe('one issue', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what it is, why, since when and what to do, and takes the focus', () => {
    const shown = detail();
    for (const words of ['Contact i1', 'Kestrel Robotics', 'What to do: Choose the account.', 'Maya'])
      expect(shown.text()).toContain(words);
    expect(shown.element.shadowRoot?.activeElement).toBe(shown.find('h2'));
  });

  it('says its code, and where the page of the code is', () => {
    const shown = detail();
    expect(shown.text()).toContain('TDM-C-COMPANY');
    expect(shown.text()).toContain('docs/codes/TDM-C-COMPANY.md');
  });

  it('asks for the account that was chosen', () => {
    const shown = detail();
    tell(shown.find('c-tandem-choice'), 'choose', { id: '001a' });
    expect(shown.told('request')).toEqual([
      { kind: 'ChooseAccount', abouts: [{ ...about, parameters: { accountId: '001a' } }] },
    ]);
  });

  it('asks for the contact that was chosen', () => {
    const shown = detail({ Code__c: 'TDM-C-DUPLICATE', Details__c: '{"matches":["003b"]}' });
    const choice = shown.find<HTMLElement & { offered: object[] }>('c-tandem-choice');
    expect(choice.offered).toEqual([{ id: '003b' }]);
    tell(choice, 'choose', { id: '003b' });
    expect(shown.told('request')).toEqual([
      { kind: 'ChooseContact', abouts: [{ ...about, parameters: { recordId: '003b' } }] },
    ]);
  });

  it('says how many deletions wait beside those that are listed', () => {
    const details = { deletions: [{ side: 'Exchange', item: 'Lunch, 2026-06-01' }], held: 240 };
    const shown = detail(
      {
        Code__c: 'TDM-M-HELD-EVENTS',
        Record_Id__c: null,
        Exchange_Id__c: null,
        Details__c: JSON.stringify(details),
      },
      { isAdmin: true },
    );
    expect(shown.text()).toContain('And 239 more.');
    tell(shown.find('[data-kind="Approve"]'), 'click');
    expect(shown.told('request')).toMatchObject([{ abouts: [{ parameters: { shown: '240' } }] }]);
  });

  it('names who would have been mailed, and lets an admin approve that after a question of its own', () => {
    const mail = {
      Code__c: 'TDM-E-MAIL-HELD',
      Record_Id__c: '00U000000000001AAA',
      Details__c: '{"mailed":["ana@customer.test","bo@customer.test"]}',
    };
    const shown = detail(mail, { isAdmin: true });
    expect(shown.text()).toContain('Would have been mailed (2)');
    expect(shown.findAll('li').map(({ textContent }) => textContent)).toEqual([
      'ana@customer.test',
      'bo@customer.test',
    ]);
    const approve = shown.find<Button>('[data-kind="Approve"]');
    expect(approve.label).toBe('Approve and mail');
    tell(approve, 'click');
    expect(shown.told('request')).toEqual([
      { kind: 'Approve', abouts: [{ ...about, question: expect.stringMatching(/People: 2/) as string }] },
    ]);
    document.body.replaceChildren();
    const users = detail(mail).findAll('[data-kind]');
    expect(users.map(({ dataset }) => dataset['kind'])).toEqual(['Retry', 'Ignore']);
  });

  it('leads to the page of an event too', () => {
    const shown = detail({ Code__c: 'TDM-E-CLIPPED', Record_Id__c: '00U000000000001AAA' });
    tell(
      shown.findAll<Button>('lightning-button').find(({ label }) => label === 'Open the record')!,
      'click',
    );
    expect(went.at(-1)).toMatchObject({ attributes: { objectApiName: 'Event' } });
  });

  it('lists held deletions, and lets an admin approve them', () => {
    const deletions = [{ side: 'Exchange', item: 'Lena Vogt' }];
    const held = {
      ...{ Code__c: 'TDM-M-HELD', Record_Id__c: null, Exchange_Id__c: null },
      Details__c: JSON.stringify({ deletions }),
    };
    const shown = detail(held, { isAdmin: true });
    expect(shown.find<HTMLElement & { deletions: object }>('c-tandem-held-deletions').deletions).toEqual(
      deletions,
    );
    tell(shown.find('[data-kind="Approve"]'), 'click');
    expect(shown.told('request')).toEqual([
      { kind: 'Approve', abouts: [{ ...about, parameters: { shown: '1' } }] },
    ]);
    document.body.replaceChildren();
    expect(detail(held).findAll('[data-kind="Approve"]')).toHaveLength(0);
  });

  it('shows how far a request is, and asks for nothing twice meanwhile', () => {
    const waiting = detail({}, { request: requestOf(requestNode('r', 'Maya', 'New') as never) });
    expect(waiting.text()).toContain('waiting for the bridge');
    expect(waiting.find<Button>('[data-kind="Retry"]').disabled).toBe(true);
    document.body.replaceChildren();
    const answer = '{"message":"The contact has the account."}';
    const done = detail(
      { Status__c: 'Closed' },
      { request: requestOf(requestNode('r', 'Maya', 'Done', answer) as never) },
    );
    expect(done.text()).toContain('The contact has the account.');
    expect(done.findAll('[data-kind]')).toHaveLength(0);
  });

  it('gives the value that lost a conflict to be copied back', async () => {
    const writeText = jest.fn().mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('refused'));
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    const conflict = { Code__c: 'TDM-C-CONFLICT', Status__c: 'Closed', Details__c: '{"losing":"+49 30 1"}' };
    const shown = detail(conflict);
    expect(shown.find<HTMLElement & { value: string }>('lightning-textarea').value).toBe('+49 30 1');
    const copy = shown.find<Button>('lightning-button');
    tell(copy, 'click');
    await settled();
    expect(writeText).toHaveBeenCalledWith('+49 30 1');
    expect(copy.label).toBe('Copied');
    tell(copy, 'click');
    await settled();
    expect(copy.label).toBe('Copy value');
  });

  it('opens the record, and closes', () => {
    const shown = detail();
    const buttons = shown.findAll<Button>('lightning-button');
    tell(
      buttons.find(({ label }) => label === 'Open the record')!,
      'click',
    );
    expect(went.at(-1)).toMatchObject({ attributes: { recordId: '003000000000001AAA' } });
    tell(shown.find('lightning-button-icon'), 'click');
    expect(shown.told('close')).toHaveLength(1);
  });
});
