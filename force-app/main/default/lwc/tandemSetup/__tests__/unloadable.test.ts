import { graphql as adapter } from 'lightning/graphql';
import Toast from 'lightning/toast';
import TandemSetup from 'c/tandemSetup';
import type { GraphqlStub } from 'tests/graphql-stub';
import { settingsData } from 'tests/settings';
import { settled, show, tell } from 'tests/show';

jest.mock('c/tandemConfiguration', () => {
  throw new Error('Not there.');
});

const graphql = adapter as unknown as GraphqlStub;
const none = { totalCount: 0, edges: [] };
const progress = {
  Tandem_Bridge__c: none,
  tests: none,
  previews: none,
  people: none,
  filters: none,
  mappings: none,
};

it('goes back to where it was, and says so, when the editor cannot be loaded', async () => {
  const shown = show('c-tandem-setup', TandemSetup, {});
  const toast = jest.spyOn(Toast, 'show');
  await settled();
  graphql.emit(settingsData([{ name: 'Sales' }]), ({ variables = {} }) => !('previews' in variables));
  graphql.emit({ uiapi: { query: progress } }, ({ variables = {} }) => 'previews' in variables);
  await settled();
  tell(shown.find('c-tandem-setup-guide'), 'open', { id: 'a01Sales' });
  await settled(40);
  expect(shown.findAll('lightning-spinner')).toHaveLength(0);
  expect(shown.findAll('c-tandem-setup-guide')).toHaveLength(1);
  const label = expect.stringContaining('could not be loaded') as string;
  expect(toast).toHaveBeenCalledWith(expect.objectContaining({ label }), expect.anything());
});
