import TandemSection from 'c/tandemSection';
import { fieldInfo } from 'tests/fields';
import { settled, show, tell } from 'tests/show';

async function section(name: string, hint = '') {
  const info = fieldInfo('Contact_Scope__c', 'Picklist');
  const setting = { field: 'Contact_Scope__c', info, options: [], value: 'Own', fault: '' };
  const shown = show(
    'c-tandem-section',
    TandemSection,
    {
      section: { name, label: name, hint, settings: name === 'contacts' ? [setting] : [] },
      configurationId: 'a01',
      configurations: [],
    },
    ['set', 'dirtychange'],
  );
  await settled();
  return shown;
}

describe('a section of the editor', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows its settings and hands on what is wanted', async () => {
    const shown = await section('contacts', 'What they are.');
    expect(shown.text()).toBe('What they are.');
    const wanted = { field: 'Contact_Scope__c', value: 'Visible' };
    tell(shown.find('c-tandem-setting'), 'set', wanted);
    expect(shown.told('set')).toEqual([wanted]);
  });

  it.each([
    ['filters', 'c-tandem-filters'],
    ['mappings', 'c-tandem-field-mappings'],
    ['eventMappings', 'c-tandem-field-mappings'],
  ])('shows the part for %s and says whether it has something unsaved', async (name, part) => {
    const shown = await section(name);
    expect(shown.find<HTMLElement & { configurationId: string }>(part).configurationId).toBe('a01');
    tell(shown.find(part), 'dirtychange', { isDirty: true });
    expect(shown.told('dirtychange')).toEqual([{ part: name, isDirty: true }]);
  });

  it('shows the people', async () => {
    expect((await section('people')).findAll('c-tandem-people')).toHaveLength(1);
  });
});
