import { getObjectInfo as infoAdapter } from 'lightning/uiObjectInfoApi';
import { getRecord as recordAdapter } from 'lightning/uiRecordApi';
import TandemConfiguration from 'c/tandemConfiguration';
import { fieldInfo, objectInfo } from 'tests/fields';
import { settled, show, tell } from 'tests/show';

jest.mock('@salesforce/client/formFactor', () => ({ __esModule: true, default: 'Small' }), { virtual: true });

interface Adapter {
  emit(data: unknown): void;
}

it('the editor has its sections one below the other on a phone', async () => {
  const shown = show('c-tandem-configuration', TandemConfiguration, {
    configurationId: 'a01',
    section: 'people',
  });
  await settled();
  (infoAdapter as unknown as Adapter).emit(objectInfo('Tandem_Configuration__c', [fieldInfo('Name')]));
  (recordAdapter as unknown as Adapter).emit({
    id: 'a01',
    apiName: 'Tandem_Configuration__c',
    lastModifiedDate: '2026-03-01T08:00:00.000Z',
    fields: { Name: { value: 'Sales' } },
  });
  await settled();
  expect(shown.findAll('lightning-tabset')).toHaveLength(0);
  expect(shown.findAll('lightning-accordion-section')).toHaveLength(9);
  const saves = () => shown.findAll('c-tandem-save-bar');
  expect(saves()).toHaveLength(0);
  tell(shown.find('lightning-accordion'), 'sectiontoggle', { openSections: ['contacts'] });
  await settled();
  expect(saves()).toHaveLength(1);
});
