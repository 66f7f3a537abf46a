import { graphql as adapter } from 'lightning/graphql';
import TandemChoice from 'c/tandemChoice';
import type { GraphqlStub } from 'tests/graphql-stub';
import { settled, show, tell } from 'tests/show';

const graphql = adapter as unknown as GraphqlStub;
type Radio = HTMLElement & { options: { label: string; value: string }[] };
type Button = HTMLElement & { disabled: boolean };

const choice = (offered: object[]) =>
  show(
    'c-tandem-choice',
    TandemChoice,
    { objectApiName: 'Account', offered, label: 'Choose account', disabled: false },
    ['choose'],
  );

describe('choosing a record', () => {
  afterEach(() => document.body.replaceChildren());

  it('is among those that are offered', async () => {
    const shown = choice([{ id: '001a', name: 'Kestrel GmbH' }]);
    const button = () => shown.find<Button>('lightning-button');
    expect(shown.find<Radio>('lightning-radio-group').options.map(({ label }) => label)).toEqual([
      'Kestrel GmbH',
      'Another one',
    ]);
    expect(button().disabled).toBe(true);
    expect(shown.findAll('lightning-record-picker')).toHaveLength(0);
    tell(shown.find('lightning-radio-group'), 'change', { value: '001a' });
    await settled();
    expect(button().disabled).toBe(false);
    tell(button(), 'click');
    expect(shown.told('choose')).toEqual([{ id: '001a' }]);
  });

  it('is among all that the person sees when none of them is it', async () => {
    const shown = choice([{ id: '001a', name: 'Kestrel GmbH' }]);
    tell(shown.find('lightning-radio-group'), 'change', { value: 'other' });
    await settled();
    tell(shown.find('lightning-record-picker'), 'change', { recordId: '001z' });
    await settled();
    tell(shown.find('lightning-button'), 'click');
    expect(shown.told('choose')).toEqual([{ id: '001z' }]);
    tell(shown.find('lightning-record-picker'), 'change', { recordId: null });
    await settled();
    expect(shown.find<Button>('lightning-button').disabled).toBe(true);
  });

  it('offers by id only what the person may see by name', async () => {
    const shown = choice([{ id: '001a' }, { id: '001hidden' }]);
    await settled();
    expect(shown.text()).toContain('Nothing similar was found.');
    const node = { Id: '001a', Name: { value: 'Harbour Foods' } };
    graphql.emit({ uiapi: { query: { Account: { edges: [{ node }] } } } });
    await settled();
    expect(shown.find<Radio>('lightning-radio-group').options.map(({ value }) => value)).toEqual([
      '001a',
      'other',
    ]);
  });
});
