/** What an element may hold; false, null and undefined are left out, so that parts can be conditional. */
export type Child = Node | string | false | null | undefined;

/** Attributes by their HTML names; `on…` are listeners, booleans are present or absent. */
export type Attributes = Readonly<
  Record<string, string | number | boolean | undefined | ((event: never) => void)>
>;

/** Makes an HTML element. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(name.slice(2), value as EventListener);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(
    ...children.filter((child): child is Node | string => child instanceof Node || typeof child === 'string'),
  );
  return made;
}

const svg = 'http://www.w3.org/2000/svg';

/** An icon of the Lightning Design System's utility or standard set; for the eye only, its neighbour has the words. */
export function icon(name: string, classes = 'icon', set: 'utility' | 'standard' = 'utility'): SVGSVGElement {
  const made = document.createElementNS(svg, 'svg');
  made.setAttribute('class', classes);
  made.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svg, 'use');
  use.setAttribute('href', `/slds/icons/${set}-sprite/svg/symbols.svg#${name}`);
  made.append(use);
  return made;
}
