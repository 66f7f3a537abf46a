import TandemPreview from 'c/tandemPreview';
import { served } from 'tests/requests';
import { settled, show } from 'tests/show';

type Waiting = HTMLElement & { askedBy: string; isAlive: boolean };
const MB = 1024 * 1024;
const counts = {
  create: { Exchange: 7, Salesforce: 5 },
  update: { Exchange: 0, Salesforce: 1 },
  delete: { Exchange: 0, Salesforce: 0 },
  paired: 3,
  held: 0,
  linkBytes: 2 * MB,
};
const line = (item: string, what = 'create', side: string | null = 'Salesforce') => ({
  email: 'maya@fernhill.example',
  item,
  what,
  side,
});

async function preview(
  properties: Partial<Record<'request' | 'askedBy' | 'isAlive' | 'isStale' | 'canAsk', unknown>>,
) {
  const shown = show('c-tandem-preview', TandemPreview, { isAlive: true, canAsk: true, ...properties }, [
    'ask',
  ]);
  await settled();
  return shown;
}

describe('the preview of a first sync', () => {
  afterEach(() => document.body.replaceChildren());

  it('is asked for once there are people', async () => {
    const shown = await preview({ canAsk: false });
    const button = shown.find<HTMLElement & { disabled: boolean; label: string }>('lightning-button');
    expect([button.disabled, button.label]).toEqual([true, 'Preview']);
    Object.assign(shown.element, { canAsk: true });
    await settled();
    button.click();
    expect(shown.told('ask')).toHaveLength(1);
  });

  it('that somebody else waits for is named, and keeps nobody from asking', async () => {
    const request = served('Preview', undefined, { isOpen: true });
    const shown = await preview({ request, askedBy: 'Ada Admin' });
    expect(shown.find<Waiting>('c-tandem-waiting').askedBy).toBe('Ada Admin');
    const { disabled } = shown.find<HTMLElement & { disabled: boolean }>('lightning-button');
    expect(disabled).toBe(false);
    Object.assign(shown.element, { askedBy: '' });
    await settled();
    expect(shown.find<Waiting>('c-tandem-waiting').askedBy).toBe('');
    expect(shown.find<HTMLElement & { disabled: boolean }>('lightning-button').disabled).toBe(true);
  });

  it('waits for the bridge in the place of an answer', async () => {
    const shown = await preview({ request: served('Preview', undefined, { isOpen: true }), isAlive: false });
    expect(shown.find<Waiting>('c-tandem-waiting').isAlive).toBe(false);
    Object.assign(shown.element, { request: served('Preview', { counts }) });
    await settled();
    expect(shown.findAll('c-tandem-waiting')).toEqual([]);
  });

  it('counts what is created, changed and paired on each side, and lists it', async () => {
    const list = [
      line('Ada Byron'),
      line('Bob', 'pair', null),
      line('Cleo', 'update', 'Exchange'),
      line('Dan', 'odd', null),
    ];
    const answer = { counts: { ...counts, held: 2 }, storageLeft: 100 * MB, list, more: 4, problems: [] };
    const shown = await preview({ request: served('Preview', answer), isStale: true });
    const [created, updated] = shown
      .findAll('tbody tr')
      .map((row) => (row.textContent ?? '').replace(/\s+/g, ''));
    expect([created, updated]).toEqual(['Created57', 'Changed10']);
    const text = shown.text();
    expect(text).toContain('and that are paired: 3.');
    expect(text).toContain('held until an admin approves them: 2.');
    expect(text).toContain('The links take about 2 MB of data storage; 100 MB are left.');
    expect(text).toContain('changed after this preview');
    expect(text).toContain('Is paired with the contact on the other side');
    expect(text).toContain('Is changed in Outlook');
    expect(text).toContain('4 more are not listed here');
  });

  it('counts events in a table of their own, where they sync, and says which would mail people', async () => {
    const event = (item: string, what: string, side: string | null) => ({
      ...line(item, what, side),
      kind: 'Event',
    });
    const list = [event('Review, 2026-06-01', 'pair', null), event('Offer, 2026-06-02', 'leave', 'Exchange')];
    const eventCounts = { ...counts, create: { Exchange: 40, Salesforce: 90 }, paired: 12 };
    const shown = await preview({ request: served('Preview', { counts, eventCounts, list }) });
    expect(shown.findAll('table').map((table) => table.getAttribute('aria-label'))).toEqual([
      'Counts of the preview',
      'Counts of events of the preview',
      'Contacts and events of the preview',
    ]);
    expect(shown.text()).toContain('Created 90 40'.replace(/ /g, ''));
    expect(shown.text()).toContain('Events that both sides have already, and that are paired: 12.');
    expect(shown.text()).toContain('Is paired with the event on the other side');
    expect(shown.text()).toContain('since people would be mailed');
  });

  it('warns when the links take over half of the storage that is left, and says when that is not known', async () => {
    const large = served('Preview', { counts, storageLeft: 3 * MB });
    expect((await preview({ request: large })).text()).toContain('more than half of the 3 MB that are left');
    document.body.replaceChildren();
    const unknown = served('Preview', { counts, storageLeft: null });
    expect((await preview({ request: unknown })).text()).toContain('told under Storage Usage');
  });

  it('names the mailboxes that cannot sync, with what helps', async () => {
    const problems = [
      { email: 'x@fernhill.example', sentence: 'No mailbox.', remedy: 'Correct the address.' },
    ];
    const shown = await preview({ request: served('Preview', { counts, problems }) });
    expect(shown.text()).toContain('x@fernhill.example: No mailbox. Correct the address.');
    expect(shown.text()).toContain('Both sides are equal');
  });

  it('shows twenty-five lines at a time', async () => {
    const list = Array.from({ length: 30 }, (_none, index) => line(`Contact ${index}`));
    const shown = await preview({ request: served('Preview', { counts, list, more: 1 }) });
    const rows = () => shown.findAll('table')[1]?.querySelectorAll('tbody tr').length;
    expect(rows()).toBe(25);
    shown
      .findAll<HTMLElement & { label: string }>('lightning-button')
      .find(({ label }) => label === 'Show more')
      ?.click();
    await settled();
    expect(rows()).toBe(30);
    expect(shown.text()).toContain('1 more are not listed here');
  });

  it('says why the bridge gave no preview', async () => {
    const refused = served('Preview', { remedy: 'Assign somebody.' }, { text: 'Preview: Refused Nobody.' });
    expect((await preview({ request: refused })).text()).toContain(
      'Preview: Refused Nobody. Assign somebody.',
    );
    document.body.replaceChildren();
    const broken = await preview({ request: { ...served('Preview', undefined), result: '{' } });
    expect(broken.text()).toContain('Preview: Done');
  });
});
