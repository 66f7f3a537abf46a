import { mailboxOf, requestOf } from 'c/tandemMailbox';
import TandemMailboxCards from 'c/tandemMailboxCards';
import { mailboxNode, requestNode } from 'tests/mailboxes';
import { show, tell } from 'tests/show';

const entries = [
  {
    mailbox: mailboxOf(mailboxNode('Maya') as never, undefined, 0),
    request: requestOf(requestNode('r1', 'Maya', 'New') as never),
  },
  {
    mailbox: mailboxOf(mailboxNode('Aiko', { Contacts_State__c: 'Paused' }) as never, undefined, 0),
    request: undefined,
  },
];
const cards = (hasMore: boolean) =>
  show('c-tandem-mailbox-cards', TandemMailboxCards, { entries, hasMore }, ['open', 'request', 'more']);

describe('mailboxes as cards', () => {
  afterEach(() => document.body.replaceChildren());

  it('show state and last request of each mailbox', () => {
    const { findAll } = cards(false);
    const [maya, aiko] = findAll('li').map(({ textContent }) => textContent);
    expect(maya).toContain('In sync');
    expect(maya).toContain('Sync now: waiting for the bridge');
    expect(aiko).toContain('Paused');
  });

  it('name the person whose actions a menu has', () => {
    const menu = cards(false).find<HTMLElement & { alternativeText: string }>('lightning-button-menu');
    expect(menu.alternativeText).toBe('Actions for Maya');
  });

  it('tell what people do', () => {
    const shown = cards(true);
    tell(shown.find('li lightning-button'), 'click');
    tell(shown.find('lightning-button-menu'), 'select', { value: 'Pause' });
    expect(shown.told('open')).toEqual([{ id: 'a00Maya' }]);
    expect(shown.told('request')).toEqual([{ kind: 'Pause', userIds: ['005Maya'] }]);
  });

  it('offer more while there are more', () => {
    expect(cards(false).findAll('lightning-button')).toHaveLength(2);
    const shown = cards(true);
    tell(shown.findAll('lightning-button').at(-1)!, 'click');
    expect(shown.told('more')).toHaveLength(1);
  });
});
