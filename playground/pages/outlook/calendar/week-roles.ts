const untrue = ['row', 'rowgroup', 'cell', 'columnheader'].map((role) => `[role="${role}"]`).join(', ');

/**
 * EventCalendar calls its grid a table, but its events stand beside the cells and not in them, so that a screen reader finds an
 * empty table. Without those roles it reads the events, each of which says its day, one after the other.
 */
export function withoutTable(place: HTMLElement): void {
  const correct = () => {
    place.querySelector('[role="table"]')?.setAttribute('role', 'group');
    for (const part of place.querySelectorAll(untrue)) {
      part.removeAttribute('role');
      part.removeAttribute('aria-colindex');
    }
  };
  new MutationObserver(correct).observe(place, { childList: true, subtree: true });
  correct();
}
