import { mailboxOf } from 'c/tandemMailbox';
import TandemStatusToolbar from 'c/tandemStatusToolbar';
import { mailboxNode } from 'tests/mailboxes';
import { show, tell } from 'tests/show';

const mailbox = (name: string, state: string) =>
  mailboxOf(mailboxNode(name, { Contacts_State__c: state }) as never, undefined, 0);
const toolbar = (chosen: unknown[] = []) =>
  show('c-tandem-status-toolbar', TandemStatusToolbar, { state: 'all', chosen }, ['want', 'request']);

describe('the toolbar of the status screen', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('searches once for what was typed, when the person pauses', () => {
    const shown = toolbar();
    for (const value of ['m', 'ma', 'may']) tell(shown.find('lightning-input'), 'change', { value });
    expect(shown.told('want')).toEqual([]);
    jest.runAllTimers();
    expect(shown.told('want')).toEqual([{ search: 'may' }]);
  });

  it('does not search any more when it is gone', () => {
    const shown = toolbar();
    tell(shown.find('lightning-input'), 'change', { value: 'maya' });
    shown.element.remove();
    jest.runAllTimers();
    expect(shown.told('want')).toEqual([]);
  });

  it('filters by state', () => {
    const shown = toolbar();
    tell(shown.find('lightning-combobox'), 'change', { value: 'Failing' });
    expect(shown.told('want')).toEqual([{ state: 'Failing' }]);
  });

  it('offers what can be done with all chosen mailboxes, once some are chosen', () => {
    expect(toolbar().findAll('lightning-button-menu')).toHaveLength(0);
    const shown = toolbar([mailbox('Maya', 'InSync'), mailbox('Aiko', 'Paused')]);
    const menu = shown.find<HTMLElement & { label: string }>('lightning-button-menu');
    expect(menu.label).toBe('2 selected');
    tell(menu, 'select', { value: 'SyncNow' });
    expect(shown.told('request')).toEqual([{ kind: 'SyncNow', userIds: ['005Maya', '005Aiko'] }]);
  });
});
