import TandemLinkState from 'c/tandemLinkState';
import { linkOf } from 'c/tandemLink';
import { linkNode } from 'tests/links';
import { show } from 'tests/show';

const state = (more: object = {}, readerId = '005Maya') =>
  show('c-tandem-link-state', TandemLinkState, { link: linkOf(linkNode('Maya', more) as never, readerId) });

describe('the state of a link', () => {
  afterEach(() => document.body.replaceChildren());

  it('says when and from which side it was last synced, and opens the item', () => {
    const shown = state();
    expect(shown.text()).toContain('Syncs with Outlook');
    expect(shown.text()).toContain('from Exchange');
    expect(shown.find<HTMLAnchorElement>('a').href).toBe('https://outlook.example/item');
    expect(shown.text()).not.toContain('date of a series');
  });

  it('names the series of an event that is one of its dates', () => {
    const series = { Kind__c: { value: 'Event' }, Series__c: { value: 'AAMk' } };
    expect(state(series).text()).toContain('One date of a series');
  });

  it('opens the contacts of Outlook where a contact has no address, and nothing where an event has none', () => {
    const none = { Web_Link__c: { value: null } };
    expect(state(none).find<HTMLAnchorElement>('a').href).toBe('https://outlook.office.com/people/');
    expect(state({ ...none, Kind__c: { value: 'Event' } }).findAll('a')).toHaveLength(0);
  });

  it('shows the way into Outlook to its owner alone', () => {
    expect(state({}, '005Admin').findAll('a')).toHaveLength(0);
  });
});
