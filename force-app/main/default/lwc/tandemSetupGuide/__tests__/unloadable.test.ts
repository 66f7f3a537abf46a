import type { LightningElement } from 'lwc';
import TandemSetupGuide from 'c/tandemSetupGuide';
import { assignment, configuration } from 'tests/settings';
import { settled, show } from 'tests/show';

jest.mock('c/tandemPreview', () => {
  throw new Error('Not there.');
});

it('says so when the preview cannot be loaded', async () => {
  const sales = configuration('Sales', { people: [assignment('Maya', 'a01Sales')] });
  const properties = { now: 0, configurations: [sales], configuration: sales, step: 'preview' };
  const shown = show(
    'c-tandem-setup-guide',
    TandemSetupGuide as unknown as typeof LightningElement,
    properties,
  );
  await settled(40);
  const panel = shown.find<HTMLElement & { message: string }>('c-tandem-error-panel');
  expect(panel.message).toContain('could not be loaded');
  expect(shown.findAll('[data-preview]')).toHaveLength(0);
});
