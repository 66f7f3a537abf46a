import { graphql as adapter } from 'lightning/graphql';
import TandemIssueBrowser from 'c/tandemIssueBrowser';
import type { GraphqlStub } from 'tests/graphql-stub';
import { issueNode, issuePage, reasonCounts } from 'tests/issues';
import { settled, show, tell } from 'tests/show';

jest.mock('c/tandemIssueDetail', () => {
  throw new Error('Not there.');
});

const graphql = adapter as unknown as GraphqlStub;

it('says so when what it shows of one issue cannot be loaded', async () => {
  const shown = show('c-tandem-issue-browser', TandemIssueBrowser, {});
  await settled();
  graphql.emit(
    reasonCounts({ 'TDM-C-COMPANY': 1 }),
    ({ variables = {} }) => 'where' in variables && !('after' in variables),
  );
  await settled();
  graphql.emit(issuePage([issueNode('i1')]), ({ variables = {} }) => 'after' in variables);
  await settled();
  tell(shown.find('c-tandem-issue-table'), 'open', { id: 'i1' });
  await settled(40);
  const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
  expect(panel.message).toContain('could not be loaded');
  expect(shown.findAll('c-tandem-issue-table')).toHaveLength(1);
});
