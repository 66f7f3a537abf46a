import { createElement } from 'lwc';
import TandemErrorPanel from 'c/tandemErrorPanel';

type Panel = HTMLElement & { message: string; errors: unknown; canRetry: boolean };

function show(traits: Partial<Pick<Panel, 'message' | 'errors' | 'canRetry'>>): Panel {
  const panel = createElement('c-tandem-error-panel', { is: TandemErrorPanel });
  Object.assign(panel, traits);
  document.body.appendChild(panel);
  return panel as unknown as Panel;
}

const textOf = (panel: Panel) => panel.shadowRoot?.textContent ?? '';

describe('the error panel', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what failed and each reason of the platform', () => {
    const panel = show({ message: 'The mailboxes could not be read.', errors: [{ message: 'No access' }] });
    expect(textOf(panel)).toContain('The mailboxes could not be read.');
    expect(panel.shadowRoot?.querySelector('li')?.textContent).toBe('No access');
  });

  it('is announced to people who do not see it', () => {
    expect(show({}).shadowRoot?.querySelector('[role="alert"]')?.textContent).toContain(
      'This could not be shown.',
    );
  });

  it('offers to try again only where that is of use', () => {
    expect(show({}).shadowRoot?.querySelector('lightning-button')).toBeNull();
    const panel = show({ canRetry: true });
    const retried = jest.fn();
    panel.addEventListener('retry', retried);
    panel.shadowRoot?.querySelector('lightning-button')?.dispatchEvent(new CustomEvent('click'));
    expect(retried).toHaveBeenCalledTimes(1);
  });
});
