import { graphql as adapter } from 'lightning/graphql';
import { getObjectInfo as infoAdapter } from 'lightning/uiObjectInfoApi';
import { updateRecord } from 'lightning/uiRecordApi';
import TandemFilters from 'c/tandemFilters';
import { fieldInfo, objectInfo } from 'tests/fields';
import type { GraphqlStub } from 'tests/graphql-stub';
import { settled, show, tell } from 'tests/show';

const graphql = adapter as unknown as GraphqlStub;
const info = infoAdapter as unknown as {
  emit(data: unknown, which: (config: { objectApiName?: string }) => boolean): void;
};
const value = (one: string | null) => ({ value: one });
const node = (index: number) => ({
  Id: `f${index}`,
  Object__c: value('Contact'),
  Field__c: value('Title'),
  Operator__c: value('NotEquals'),
  Value__c: value('x'.repeat(255)),
  LastModifiedDate: value('2026-03-01T09:00:00.000Z'),
});
const aboutRows = ({ variables = {} }: { variables?: Record<string, unknown> }) =>
  'configurationId' in variables;

/** The filter with so many conditions of the greatest length. */
async function screen(conditions: number) {
  const shown = show('c-tandem-filters', TandemFilters, { configurationId: 'a01' });
  await settled();
  for (const object of ['Contact', 'Account'])
    info.emit(objectInfo(object, [fieldInfo('Title')]), ({ objectApiName }) => objectApiName === object);
  await settled();
  const edges = Array.from({ length: conditions }, (_one, index) => ({ node: node(index) }));
  graphql.emit({ uiapi: { query: { Tandem_Filter__c: { edges } } } }, aboutRows);
  await settled();
  const bar = () => shown.find<HTMLElement & { reasons: string[]; wasBlocked: boolean }>('c-tandem-save-bar');
  return { shown, bar };
}

describe('conditions that are too long together', () => {
  beforeEach(() => {
    jest.mocked(updateRecord).mockReset();
  });
  afterEach(() => {
    document.body.replaceChildren();
    window.sessionStorage.clear();
  });

  it('are told below them, and none is saved until they are shorter', async () => {
    const { shown, bar } = await screen(24);
    expect(bar().reasons).toEqual([
      'The conditions are too long together for one query. Shorten their values, or remove some.',
    ]);
    tell(shown.find('lightning-input'), 'change', { value: 'y' });
    await settled();
    tell(bar(), 'save');
    await settled(60);
    expect(bar().wasBlocked).toBe(true);
    expect(updateRecord).not.toHaveBeenCalled();
    for (const remove of shown.findAll('lightning-button-icon').slice(0, 3)) remove.click();
    await settled();
    expect([bar().reasons, bar().wasBlocked]).toEqual([[], false]);
  });

  it('are fine up to that length', async () => {
    const { bar } = await screen(20);
    expect(bar().reasons).toEqual([]);
  });
});
