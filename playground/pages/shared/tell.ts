import { element } from './element.ts';

const place = element('div', { class: 'told', role: 'status', 'aria-live': 'polite' });

/** Something the person can do about what was told, such as undo it. */
interface Answer {
  readonly words: string;
  readonly act: () => void;
}

/** Tells the person something for a few seconds, on the screen and to screen readers. */
export function tell(text: string, kind: 'done' | 'problem' = 'done', answer?: Answer): void {
  if (!place.isConnected) document.body.append(place);
  const line = element('div', { class: `told-line ${kind}` }, text);
  if (answer) {
    const act = () => {
      line.remove();
      answer.act();
    };
    line.append(element('button', { class: 'told-answer', onclick: act }, answer.words));
  }
  place.append(line);
  setTimeout(() => line.remove(), kind === 'problem' || answer ? 9000 : 4000);
}

/** Carries out what the person asked for; what goes wrong is told in the service's own words. Gives whether it went well. */
export async function attempt(action: () => Promise<void>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error), 'problem');
    return false;
  }
}
