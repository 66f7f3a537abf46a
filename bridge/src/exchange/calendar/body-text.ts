import { compile } from 'html-to-text';
import { flatHtml } from './flat-html.ts';

/** A line of this many underscores begins the block by which people join an online meeting; Teams and Skype write it so. */
const joinLine = /^[ \t]*_{20,}/m;

/** Elements lie in each other this deep at the most; the stack has room for a few times as many. */
const deepest = 200;

/** Cells of a row, each counted as often as it spans columns and rows: laying out a table takes time with the square of this. */
const widest = 200;

/** Stands for what lies deeper; not a character of any text. */
const tooDeep = '\uffff';

const readable = compile({
  wordwrap: false,
  limits: { maxDepth: deepest, ellipsis: tooDeep },
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    { selector: 'img', format: 'skip' },
    { selector: 'table', format: 'dataTable' },
  ],
});

/** The body of an event as readable text, without the block of an online meeting. `body` is Graph's `itemBody`. */
export function bodyText(
  body: {
    readonly contentType?: string | null | undefined;
    readonly content?: string | null | undefined;
  } | null,
): string {
  const content = body?.content ?? '';
  const text = body?.contentType === 'text' ? content : htmlText(content);
  const block = joinLine.exec(text);
  return (block === null ? text : text.slice(0, block.index)).replaceAll('\u00a0', ' ').trim();
}

/**
 * An HTML document as text. What is nested too deep, or has too wide a table, is read flat. Depth and width decide, and not whether
 * the stack suffices, so that the text is the same each time.
 */
function htmlText(html: string): string {
  const text = isTooWide(html) ? null : readableWhole(html);
  if (text !== null) return text;
  const lines = readable(flatHtml(html)).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function readableWhole(html: string): string | null {
  try {
    const text = readable(html);
    return text.includes(tooDeep) ? null : text;
  } catch (fault) {
    // The sections of a table are not counted in its depth.
    if (fault instanceof RangeError) return null;
    throw fault;
  }
}

function isTooWide(html: string): boolean {
  return html.split(/<tr(?=[\s/>])/i).some((row) => widthOf(row) > widest);
}

function widthOf(row: string): number {
  const cells = [...row.matchAll(/<t[dh](?=[\s/>])([^>]*)/gi)];
  return cells.reduce((width, [, attributes = '']) => width + spanOf(attributes), 0);
}

function spanOf(attributes: string): number {
  const spans = [...attributes.matchAll(/(?:col|row)span\s*=\s*["']?\s*([^"'\s]+)/gi)];
  return spans.reduce((span, [, given]) => span * Math.max(1, Number.parseInt(given ?? '', 10) || 1), 1);
}
