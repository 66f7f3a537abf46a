import { mailboxOf, requestOf, type Entry } from 'c/tandemMailbox';
import TandemMailboxTable from 'c/tandemMailboxTable';
import { mailboxNode, requestNode } from 'tests/mailboxes';
import { settled, show, tell } from 'tests/show';

type Cells = Record<string, unknown>;
type Datatable = HTMLElement & {
  data: (Cells & { actions: { name: string }[] })[];
  columns: {
    label?: string;
    type?: string;
    typeAttributes?: { rowActions?: (row: Cells, done: jest.Mock) => void };
  }[];
};

const entry = (name: string, more?: Cells, status?: string): Entry => ({
  mailbox: mailboxOf(mailboxNode(name, more) as never, undefined, 0),
  request: status === undefined ? undefined : requestOf(requestNode('r1', name, status) as never),
});
const events = ['open', 'request', 'choose', 'sort', 'more'];
const table = (entries: Entry[], more: object = {}) =>
  show('c-tandem-mailbox-table', TandemMailboxTable, { entries, hasMore: true, ...more }, events);

describe('the table of mailboxes', () => {
  afterEach(() => document.body.replaceChildren());

  it('has a row for each mailbox with states, counts, issues and the last request', () => {
    const { find } = table([
      entry('Maya', { Open_Issues__c: 3 }, 'Done'),
      entry('Aiko', { Contacts_State__c: 'Failing' }),
    ]);
    const [maya, aiko] = find<Datatable>('lightning-datatable').data;
    expect(maya).toMatchObject({
      name: 'Maya',
      contacts: 'In sync',
      contactsIcon: 'utility:success',
      items: '12 / 12',
      issues: 3,
      request: 'Sync now: Done',
    });
    expect(aiko).toMatchObject({ contacts: 'Failing', contactsClass: 'slds-text-color_error', request: '' });
  });

  it('leaves counts empty while none are known', () => {
    const none = { Contacts_In_Exchange__c: null, Contacts_In_Salesforce__c: null };
    const { find } = table([entry('Maya', none), entry('Aiko', { ...none, Contacts_In_Exchange__c: 4 })]);
    expect(find<Datatable>('lightning-datatable').data.map(({ items }) => items)).toEqual(['', '4 / 0']);
  });

  it('counts events where they sync', () => {
    const counts = { Events_In_Exchange__c: 30, Events_In_Salesforce__c: 29 };
    const { find } = table([
      entry('Maya', { ...counts, Events_State__c: 'InSync' }),
      entry('Aiko', { ...counts, Events_State__c: 'Off' }),
    ]);
    const { data } = find<Datatable>('lightning-datatable');
    expect(data.map(({ eventItems }) => eventItems)).toEqual(['30 / 29', '']);
    const reset = data.map(({ actions }) => actions.some(({ name }) => name === 'ResetEvents'));
    expect(reset).toEqual([true, false]);
  });

  it('offers for each row what can be done with it', () => {
    const { find } = table([entry('Maya'), entry('Aiko', { Contacts_State__c: 'Paused' })]);
    const { data, columns } = find<Datatable>('lightning-datatable');
    const done = jest.fn();
    columns.at(-1)?.typeAttributes?.rowActions?.(data[1]!, done);
    expect(done).toHaveBeenCalledWith(expect.arrayContaining([{ name: 'Resume', label: 'Resume' }]));
  });

  it('tells what people do with it', () => {
    const shown = table([entry('Maya')]);
    const grid = shown.find<Datatable>('lightning-datatable');
    const [row] = grid.data;
    tell(grid, 'rowaction', { action: { name: 'open' }, row });
    tell(grid, 'rowaction', { action: { name: 'SyncNow' }, row });
    tell(grid, 'rowselection', { selectedRows: [row] });
    tell(grid, 'sort', { fieldName: 'issues', sortDirection: 'desc' });
    tell(grid, 'loadmore');
    expect(shown.told('open')).toEqual([{ id: 'a00Maya' }]);
    expect(shown.told('request')).toEqual([{ kind: 'SyncNow', userIds: ['005Maya'] }]);
    expect(shown.told('choose')).toEqual([{ ids: ['a00Maya'] }]);
    expect(shown.told('sort')).toEqual([{ sortedBy: 'issues', direction: 'desc' }]);
    expect(shown.told('more')).toHaveLength(1);
  });

  it('draws a screenful, and more at its end until it needs the next page', async () => {
    const many = Array.from({ length: 60 }, (_none, index) => entry(`P${index}`));
    const shown = table(many);
    const grid = shown.find<Datatable>('lightning-datatable');
    expect(grid.data).toHaveLength(50);
    tell(grid, 'loadmore');
    await settled();
    expect(grid.data).toHaveLength(60);
    expect(shown.told('more')).toHaveLength(0);
    tell(grid, 'loadmore');
    expect(shown.told('more')).toHaveLength(1);
    const give = async (entries: Entry[]) => {
      (shown.element as unknown as { entries: Entry[] }).entries = entries;
      await settled();
    };
    await give([...many, ...Array.from({ length: 60 }, (_none, index) => entry(`Q${index}`))]);
    expect(grid.data).toHaveLength(110);
    await give(many.slice(0, 55));
    expect(grid.data).toHaveLength(50);
  });

  it('shows fewer columns beside a panel, and scrolls in a box when there are many rows', async () => {
    const many = Array.from({ length: 51 }, (_none, index) => entry(`P${index}`));
    const { element, find } = table(many, { isNarrow: true });
    expect(find<Datatable>('lightning-datatable').columns).toHaveLength(4);
    expect(find('div').className).toBe('tall');
    (element as unknown as { entries: Entry[] }).entries = many.slice(0, 3);
    await settled();
    expect(find('div').className).toBe('');
  });
});
