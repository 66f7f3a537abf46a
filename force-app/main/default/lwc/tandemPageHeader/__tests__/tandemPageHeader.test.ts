import TandemPageHeader from 'c/tandemPageHeader';
import { show, tell } from 'tests/show';

it('names the screen, and tells that it is to be read anew', () => {
  const shown = show(
    'c-tandem-page-header',
    TandemPageHeader,
    { heading: 'Status', iconName: 'standard:x' },
    ['refresh'],
  );
  expect(shown.find('h1').textContent).toBe('Status');
  expect(shown.find<HTMLElement & { iconName: string }>('lightning-icon').iconName).toBe('standard:x');
  tell(shown.find('lightning-button'), 'click');
  expect(shown.told('refresh')).toHaveLength(1);
});
