import TandemSetting from 'c/tandemSetting';
import type { SettingValue } from 'c/tandemSetting';
import { fieldInfo } from 'tests/fields';
import { settled, show, tell } from 'tests/show';

type Input = HTMLElement & { label: string; value: unknown; checked: boolean; fieldLevelHelp: string };

function setting(dataType: string, value: SettingValue, more = {}) {
  const info = fieldInfo('Some_Field__c', dataType, { inlineHelpText: 'What it is for.', ...more });
  return show('c-tandem-setting', TandemSetting, { info, value, options: [], fault: '' }, ['set']);
}

describe('a setting', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['Picklist', 'lightning-combobox', 'Keep', { value: 'Delete' }, 'Delete'],
    ['Boolean', 'lightning-input', false, { checked: true }, true],
    ['Double', 'lightning-input', 30, { value: '12' }, 12],
    ['Double', 'lightning-input', 30, { value: '' }, null],
    ['String', 'lightning-input', 'Business', { value: '  ' }, null],
    ['TextArea', 'lightning-textarea', null, { value: 'Notes' }, 'Notes'],
  ])('of the type %s is a %s and tells what is wanted', async (type, selector, value, detail, wanted) => {
    const shown = setting(type, value as SettingValue);
    await settled();
    const input = shown.find<Input>(selector);
    expect(input.label).toBe('Some_Field');
    expect(input.fieldLevelHelp).toBe('What it is for.');
    tell(input, 'change', detail);
    expect(shown.told('set')).toEqual([{ field: 'Some_Field__c', value: wanted }]);
  });

  it('that can be one of several is a list, in which blank is a choice too', async () => {
    const shown = setting('String', null);
    const options = [
      { value: '', label: 'Default' },
      { value: '012A', label: 'Partner' },
    ];
    Object.assign(shown.element, { options });
    await settled();
    const list = shown.find<Input & { options: unknown }>('lightning-combobox');
    expect([list.value, list.options]).toEqual(['', options]);
    tell(list, 'change', { value: '012A' });
    tell(list, 'change', { value: '' });
    expect(shown.told('set')).toEqual([
      { field: 'Some_Field__c', value: '012A' },
      { field: 'Some_Field__c', value: null },
    ]);
  });

  it('that names a record is picked', async () => {
    const shown = setting('Reference', '001A', { referenceToInfos: [{ apiName: 'Account' }] });
    await settled();
    const picker = shown.find<HTMLElement & { objectApiName: string; value: string }>(
      'lightning-record-picker',
    );
    expect([picker.objectApiName, picker.value]).toEqual(['Account', '001A']);
    tell(picker, 'change', { recordId: null });
    expect(shown.told('set')).toEqual([{ field: 'Some_Field__c', value: null }]);
  });

  it('shows its fault beside itself, and no longer once it is mended', async () => {
    const shown = setting('Double', 0);
    await settled();
    const input = shown.find<Input & { setCustomValidity: jest.Mock; reportValidity: jest.Mock }>(
      'lightning-input',
    );
    input.setCustomValidity = jest.fn();
    input.reportValidity = jest.fn();
    Object.assign(shown.element, { fault: 'Too small.' });
    await settled();
    expect(input.setCustomValidity).toHaveBeenLastCalledWith('Too small.');
    Object.assign(shown.element, { fault: '' });
    await settled();
    expect(input.setCustomValidity).toHaveBeenLastCalledWith('');
    expect(input.reportValidity).toHaveBeenCalledTimes(2);
  });

  it('cannot be changed by who may not edit the field', async () => {
    const shown = setting('String', 'x', { updateable: false });
    await settled();
    expect(shown.find<HTMLElement & { disabled: boolean }>('lightning-input').disabled).toBe(true);
  });
});
