import TandemSaveBar from 'c/tandemSaveBar';
import { show, tell } from 'tests/show';

type Button = HTMLElement & { disabled: boolean };

const bar = (properties: object) => show('c-tandem-save-bar', TandemSaveBar, properties, ['save', 'discard']);
const disabled = (properties: object) =>
  bar(properties)
    .findAll<Button>('lightning-button')
    .map((button) => button.disabled);

describe('the bar below a draft', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells what a person wants', () => {
    const shown = bar({ isDirty: true });
    const [discard, save] = shown.findAll<Button>('lightning-button');
    expect([discard?.disabled, save?.disabled]).toEqual([false, false]);
    tell(discard!, 'click');
    tell(save!, 'click');
    expect([shown.told('discard').length, shown.told('save').length]).toEqual([1, 1]);
  });

  it.each([
    ['there is nothing to save', { isDirty: false }, [true, true]],
    ['it is being saved', { isDirty: true, isSaving: true }, [true, true]],
    ['something has to be settled first', { isDirty: true, isHeld: true }, [false, true]],
  ])('offers only what can be done when %s', (_when, properties, expected) => {
    expect(disabled(properties)).toEqual(expected);
  });

  it('says why it does not save, why saving failed, or that it saves', () => {
    const shown = bar({ wasBlocked: true, isSaving: true, reasons: ['The org is read only.'] });
    expect(shown.findAll('[role="alert"], [role="status"]')).toHaveLength(3);
    expect(shown.findAll('[role="alert"]')[1]?.textContent).toBe('The org is read only.');
  });

  it('says that a draft that was left is shown again, until it is saved', () => {
    const draftFrom = '2026-03-01T08:05:00Z';
    expect(bar({ isDirty: true, draftFrom }).find('[role="status"]').textContent).toMatch(
      /^Your unsaved changes of Mar 1, .* are shown again\.$/,
    );
    expect(bar({ isDirty: false, draftFrom }).findAll('[role="status"]')).toHaveLength(0);
  });
});
