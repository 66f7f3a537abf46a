import type { Child } from './element.ts';

/**
 * Replaces what a place shows and keeps what the person was doing: the focus (by id), the caret and the scroll position of
 * every element that has an id and the attribute `data-scrolls`.
 */
export function repaint(place: Element, ...children: readonly Child[]): void {
  const active = document.activeElement;
  const focused = active && place.contains(active) ? active.id : '';
  const caret = active instanceof HTMLInputElement && active.type === 'search' ? active.selectionStart : null;
  const scrolled = [...place.querySelectorAll('[data-scrolls]')].map(({ id, scrollTop }) => ({
    id,
    scrollTop,
  }));

  place.replaceChildren(...children.filter((child): child is Node | string => Boolean(child)));

  for (const { id, scrollTop } of scrolled) {
    const again = document.getElementById(id);
    if (again) again.scrollTop = scrollTop;
  }
  if (!focused) return;
  const again = document.getElementById(focused);
  again?.focus({ preventScroll: true });
  if (again instanceof HTMLInputElement && caret !== null) again.setSelectionRange(caret, caret);
}
