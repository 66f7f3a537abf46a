import { issueOf } from 'c/tandemIssue';
import TandemIssueTable from 'c/tandemIssueTable';
import { requestOf } from 'c/tandemMailbox';
import { watchers } from 'tests/intersections';
import { issueNode } from 'tests/issues';
import { requestNode } from 'tests/mailboxes';
import { settled, show, tell } from 'tests/show';

type Checkbox = HTMLElement & { checked: boolean; label: string };

const entry = (id: string, request?: object) => ({ issue: issueOf(issueNode(id) as never), request });
const table = (entries: object[], more: object = {}) =>
  show('c-tandem-issue-table', TandemIssueTable, { entries, ...more }, ['open', 'request', 'more']);
function tick(box: Checkbox, checked = true) {
  box.checked = checked;
  tell(box, 'change');
}

describe('issues of one reason', () => {
  afterEach(() => document.body.replaceChildren());

  it('are rows with person, field and what was asked, and open one by one', () => {
    const shown = table([entry('i1', requestOf(requestNode('r', 'Maya', 'New') as never)), entry('i2')]);
    const rows = shown.findAll('tbody tr').map(({ textContent }) => textContent);
    expect(rows[0]).toContain('Maya');
    expect(rows[0]).toContain('waiting for the bridge');
    tell(shown.find('tbody lightning-button[data-id="i2"]'), 'click');
    expect(shown.told('open')).toEqual([{ id: 'i2' }]);
  });

  it('are settled together when they are chosen', async () => {
    const shown = table([entry('i1'), entry('i2'), entry('i3')]);
    expect(shown.findAll('[data-kind]')).toHaveLength(0);
    const [all, ...boxes] = shown.findAll<Checkbox>('lightning-input');
    tick(all!);
    await settled();
    tick(boxes[1]!, false);
    await settled();
    expect(shown.text()).toContain('2 chosen');
    tell(shown.find('[data-kind="Ignore"]'), 'click');
    const of = (issueId: string) => ({ issueId, userId: '005Maya' });
    expect(shown.told('request')).toEqual([{ kind: 'Ignore', abouts: [of('i1'), of('i3')] }]);
    await settled();
    expect(shown.text()).toContain('2 chosen');
    (shown.element as unknown as { deselect(ids: string[]): void }).deselect(['i1']);
    await settled();
    expect(shown.text()).toContain('1 chosen');
  });

  it('are a list where there is less room', async () => {
    const shown = table([entry('i1')], { isNarrow: true });
    expect(shown.findAll('table')).toHaveLength(0);
    tick(shown.find<Checkbox>('li lightning-input'));
    await settled();
    expect(shown.text()).toContain('1 chosen');
    expect(shown.find('li p').textContent).toBe('Maya, AccountId');
  });

  it('go on when their end comes into sight, and by a button', () => {
    const shown = table([entry('i1')], { hasMore: true });
    watchers.at(-1)?.see(false);
    expect(shown.told('more')).toHaveLength(0);
    watchers.at(-1)?.see(true);
    tell(shown.find('[data-end] lightning-button'), 'click');
    expect(shown.told('more')).toHaveLength(2);
    shown.element.remove();
    expect(watchers.at(-1)?.isWatching).toBe(false);
  });
});
