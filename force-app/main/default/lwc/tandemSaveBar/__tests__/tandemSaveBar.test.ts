import TandemSaveBar from 'c/tandemSaveBar';
import { show, tell } from 'tests/show';

type Button = HTMLElement & { disabled: boolean };

const bar = (properties: object) => show('c-tandem-save-bar', TandemSaveBar, properties, ['save', 'discard']);

describe('the bar below a draft', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells what a person wants', () => {
    const shown = bar({});
    const [discard, save] = shown.findAll<Button>('lightning-button');
    expect([discard?.disabled, save?.disabled]).toEqual([false, false]);
    tell(discard!, 'click');
    tell(save!, 'click');
    expect([shown.told('discard').length, shown.told('save').length]).toEqual([1, 1]);
  });

  it('says why it does not save, or that it does', () => {
    const shown = bar({ wasBlocked: true, isSaving: true, cannotSave: true });
    expect(shown.findAll('[role="alert"], [role="status"]')).toHaveLength(2);
    expect(shown.findAll<Button>('lightning-button').every(({ disabled }) => disabled)).toBe(true);
  });
});
