import { element } from './element.ts';
import type { Child } from './element.ts';

/** A dialog that is open. */
export interface Opened {
  readonly close: () => void;
  /** Puts other content into it. */
  readonly show: (...content: readonly Child[]) => void;
}

/** Opens a dialog that Escape closes; the focus goes back to where it was, or to what `again` finds when that was drawn anew. */
export function openDialog(
  name: string,
  label: string,
  again: () => HTMLElement | null = () => null,
): Opened {
  const opener = document.activeElement;
  const dialog = element('dialog', { class: `dialog ${name}`, 'aria-label': label });
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    const back = opener?.isConnected ? opener : again();
    if (back instanceof HTMLElement) back.focus();
  });
  return {
    close: () => dialog.close(),
    show: (...content) => {
      dialog.replaceChildren(...content.filter((child): child is Node | string => Boolean(child)));
      if (!dialog.open) dialog.showModal();
    },
  };
}
