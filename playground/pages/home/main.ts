import { call } from '../shared/call.ts';
import { element } from '../shared/element.ts';
import { refreshEvery } from '../shared/refresh.ts';

interface Line {
  readonly number: number;
  readonly text: string;
}

/** The front page: the newest lines of the bridge above the two panes. */
const refreshSeconds = 2;
const list = document.getElementById('lines') as HTMLElement;
let seen = 0;

async function look(): Promise<void> {
  let lines: readonly Line[];
  try {
    ({ lines } = await call<{ lines: Line[] }>('GET', `/api/lines?since=${seen}`));
  } catch (error) {
    show(error instanceof Error ? error.message : String(error));
    return;
  }
  for (const { number, text } of lines) {
    seen = number;
    show(text);
  }
}

/** Adds a line at the top, unless it is there already. */
function show(text: string): void {
  if (list.firstElementChild?.textContent === text) return;
  list.prepend(element('p', {}, text));
  while (list.childElementCount > 100) list.lastElementChild?.remove();
}

refreshEvery(refreshSeconds, look);
