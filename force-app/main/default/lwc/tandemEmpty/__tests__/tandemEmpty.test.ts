import TandemEmpty from 'c/tandemEmpty';
import { show } from 'tests/show';

it('says that there is nothing, and what would change that', () => {
  const { text, find } = show('c-tandem-empty', TandemEmpty, {
    heading: 'No mailbox syncs yet.',
    hint: 'Activate one.',
  });
  expect(text()).toContain('No mailbox syncs yet.');
  expect(text()).toContain('Activate one.');
  expect(find('[role="status"]')).not.toBeNull();
});
