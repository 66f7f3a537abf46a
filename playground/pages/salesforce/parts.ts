import { element, icon } from '../shared/element.ts';
import type { Child } from '../shared/element.ts';

/** A button in the look of the platform. */
export function button(
  words: string,
  act: () => void,
  kind: 'neutral' | 'brand' | 'text-destructive' = 'neutral',
  id?: string,
) {
  return element(
    'button',
    { id, type: 'button', class: `slds-button slds-button_${kind}`, onclick: act },
    words,
  );
}

/** The head of a page or card: icon, what it is, its name, and buttons. */
export function pageHeader(
  iconName: string,
  kind: string,
  name: string,
  under: Child,
  ...buttons: readonly Child[]
): HTMLElement {
  return element(
    'div',
    { class: 'slds-page-header' },
    element(
      'div',
      { class: 'slds-page-header__row' },
      element(
        'div',
        { class: 'slds-page-header__col-title' },
        element(
          'div',
          { class: 'slds-media' },
          element('div', { class: 'slds-media__figure' }, standardIcon(iconName)),
          element(
            'div',
            { class: 'slds-media__body' },
            element(
              'h1',
              {},
              element('span', { class: 'header-kind' }, kind),
              element('span', { class: 'slds-page-header__title header-name', dir: 'auto' }, name),
            ),
            under && element('p', { class: 'slds-page-header__meta-text' }, under),
          ),
        ),
      ),
      element('div', { class: 'slds-page-header__col-actions header-buttons' }, ...buttons),
    ),
  );
}

export function standardIcon(name: string): HTMLElement {
  return element(
    'span',
    { class: `slds-icon_container slds-icon-standard-${name.replaceAll('_', '-')}` },
    icon(name, 'slds-icon slds-icon_small', 'standard'),
  );
}

export function card(
  title: string,
  iconName: string,
  content: Child,
  ...buttons: readonly Child[]
): HTMLElement {
  return element(
    'article',
    { class: 'slds-card' },
    element(
      'div',
      { class: 'slds-card__header slds-grid' },
      element(
        'header',
        { class: 'slds-media slds-media_center slds-has-flexi-truncate' },
        element('div', { class: 'slds-media__figure' }, standardIcon(iconName)),
        element(
          'div',
          { class: 'slds-media__body' },
          element('h2', { class: 'slds-card__header-title' }, title),
        ),
        element('div', { class: 'slds-no-flex header-buttons' }, ...buttons),
      ),
    ),
    element('div', { class: 'slds-card__body' }, content),
  );
}

/** What stands in place of rows: that they are being read, or that there are none. */
export function emptyState(words: string): HTMLElement {
  return element(
    'div',
    { class: 'slds-illustration slds-illustration_small slds-p-around_large', role: 'status' },
    element('p', { class: 'slds-text-color_weak' }, words),
  );
}

const dateTime = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' });

/** An ISO instant in words, in this machine's zone; empty when unset. */
export const timeText = (iso: string) => (iso ? dateTime.format(new Date(iso)) : '');
