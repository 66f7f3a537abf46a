import { SaxesParser } from 'saxes';

/** An XML element with the line of its opening tag, counted from 1. `text` is its own character data, untrimmed. */
export interface Element {
  readonly name: string;
  readonly line: number;
  readonly namespace: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

/** What came of reading an XML document. */
export type Parsed =
  | { readonly kind: 'parsed'; readonly root: Element }
  | { readonly kind: 'malformed'; readonly line: number; readonly message: string };

interface OpenElement extends Element {
  children: OpenElement[];
  text: string;
}

/** Reads an XML document into elements, or tells where it stops being well-formed. */
export function parseXml(xml: string): Parsed {
  const open: OpenElement[] = [];
  let root: OpenElement | undefined;
  let fault: { line: number; message: string } | undefined;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const namespace = attributes['xmlns'];
    const element = { name, line: parser.line, namespace, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    fault ??= { line: parser.line, message: error.message.replace(/^\d+:\d+: /, '') };
  });
  parser.write(xml).close();
  if (fault) return { kind: 'malformed', ...fault };
  return root ? { kind: 'parsed', root } : { kind: 'malformed', line: 1, message: 'there is no element' };
}

/** The first child of that name. */
export function childOf(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

/** All children of that name, in document order. */
export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

/** The trimmed text of the first child of that name; undefined when there is no such child. */
export function valueOf(element: Element, name: string): string | undefined {
  return childOf(element, name)?.text.trim();
}

/** True when the first child of that name says `true`. */
export function isTrue(element: Element, name: string): boolean {
  return valueOf(element, name) === 'true';
}
