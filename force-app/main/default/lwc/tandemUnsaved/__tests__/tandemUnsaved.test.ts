import { keepDraft, newestDraft } from 'c/tandemDrafts';
import TandemUnsaved from 'c/tandemUnsaved';
import { configuration } from 'tests/settings';
import { settled, show, tell } from 'tests/show';

const configurations = [configuration('Sales'), configuration('Service')];
const offer = () => show('c-tandem-unsaved', TandemUnsaved, { configurations }, ['open']);

describe('what was left before it was saved', () => {
  afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
  });

  it('is offered for each configuration that has some, and nothing otherwise', () => {
    expect(offer().findAll('[role="status"]')).toHaveLength(0);
    document.body.replaceChildren();
    keepDraft('a01Service', 'filters', {});
    const shown = offer();
    expect(shown.findAll('p').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('You have unsaved changes in “Service”, last edited'),
    ]);
  });

  it.each([
    ['settings', 'general'],
    ['filters', 'filters'],
    ['mappings', 'mappings'],
  ])('leads back to where it was typed: %s', (part, section) => {
    keepDraft('a01Sales', part, {});
    const shown = offer();
    tell(shown.find('lightning-button'), 'click');
    expect(shown.told('open')).toEqual([{ id: 'a01Sales', section }]);
  });

  it('can be thrown away', async () => {
    keepDraft('a01Sales', 'filters', {});
    const shown = offer();
    tell(shown.findAll('lightning-button')[1]!, 'click');
    await settled();
    expect(shown.findAll('[role="status"]')).toHaveLength(0);
    expect(newestDraft('a01Sales')).toBeUndefined();
  });
});
