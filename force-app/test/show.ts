import { createElement } from 'lwc';
import type { LightningElement } from 'lwc';

/** An element on the page, with what tests ask of it. */
export interface Shown<Properties> {
  readonly element: HTMLElement & Properties;
  /** All text that people see in the component itself. */
  text(): string;
  find<Found extends Element = HTMLElement>(selector: string): Found;
  findAll<Found extends Element = HTMLElement>(selector: string): Found[];
  /** What the component tells: the details of each event of that name so far. */
  told(event: string): unknown[];
}

/** Puts a component on the page with these properties; `events` are those that `told` remembers. */
export function show<Properties extends object>(
  name: string,
  component: typeof LightningElement,
  properties: Properties,
  events: readonly string[] = [],
): Shown<Properties> {
  const element = createElement(name, { is: component }) as unknown as HTMLElement & Properties;
  Object.assign(element, properties);
  const told = new Map<string, unknown[]>(events.map((event) => [event, []]));
  for (const [event, details] of told)
    element.addEventListener(event, (happened) => details.push((happened as CustomEvent).detail));
  document.body.appendChild(element);
  const root = element.shadowRoot;
  if (!root) throw new Error(`${name} has no shadow`);
  return {
    element,
    text: () => (root.textContent ?? '').replace(/\s+/g, ' ').trim(),
    find: <Found extends Element>(selector: string) => {
      const found = root.querySelector<Found>(selector);
      if (!found) throw new Error(`${name} shows no ${selector}`);
      return found;
    },
    findAll: <Found extends Element>(selector: string) => [...root.querySelectorAll<Found>(selector)],
    told: (event) => told.get(event) ?? [],
  };
}

/** Lets wires, promises and rendering come to rest. */
export function settled(rounds = 10): Promise<void> {
  return rounds === 0 ? Promise.resolve() : Promise.resolve().then(() => settled(rounds - 1));
}

/** Has a child of a component tell its parent something. */
export function tell(child: Element, event: string, detail: object = {}): void {
  child.dispatchEvent(new CustomEvent(event, { detail }));
}
