import { graphql as adapter } from 'lightning/graphql';
import TandemHeldDeletions from 'c/tandemHeldDeletions';
import type { GraphqlStub } from 'tests/graphql-stub';
import { settled, show } from 'tests/show';

const graphql = adapter as unknown as GraphqlStub;

it('lists what would be deleted by side, and names no record that the person cannot see', async () => {
  const deletions = [
    { side: 'Salesforce', recordId: '003a' },
    { side: 'Salesforce', recordId: '003hidden' },
    { side: 'Exchange', item: 'Lena Vogt' },
  ];
  const shown = show('c-tandem-held-deletions', TandemHeldDeletions, { deletions });
  await settled();
  expect(shown.text()).not.toContain('A record that you cannot see');
  const node = { Id: '003a', Name: { value: 'Amir Rahimi' } };
  graphql.emit({ uiapi: { query: { Contact: { edges: [{ node }] } } } });
  await settled();
  expect(shown.findAll('h3').map(({ textContent }) => textContent)).toEqual([
    'Would be deleted in Salesforce: 2',
    'Would be deleted in Outlook: 1',
  ]);
  expect(shown.findAll('li').map(({ textContent }) => textContent)).toEqual([
    'Amir Rahimi',
    'A record that you cannot see',
    'Lena Vogt',
  ]);
});
