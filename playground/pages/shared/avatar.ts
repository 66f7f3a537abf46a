import { element } from './element.ts';

const colours = ['#7a3b69', '#0b6a77', '#8a4b08', '#3d5a1e', '#5c4a9e', '#a4262c', '#1f5fa8', '#5a5a5a'];

/** A round picture with the initials of a name; the same name always has the same colour. For the eye only. */
export function avatar(name: string, classes = 'avatar'): HTMLElement {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('');
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  const colour = colours[sum % colours.length];
  return element(
    'span',
    { class: classes, style: `background:${colour}`, 'aria-hidden': 'true' },
    letters.toUpperCase() || '?',
  );
}
