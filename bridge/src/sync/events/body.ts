/** Graph's `itemBody`. */
export interface ItemBody {
  readonly contentType: 'html' | 'text';
  readonly content: string;
}

const joinLine = /_{20,}/;

/**
 * The body that says this text now, changed in as little as can be: the block by which people join an online meeting stays
 * ("Update event" of Graph: without it the meeting ceases to be online), and where text was only added, before or after what
 * stood there, so does the formatting.
 */
export function bodyWith(text: string | null, body: unknown, textBefore: string): ItemBody {
  const after = text ?? '';
  const { contentType, content } = readBody(body);
  if (contentType === 'text') return { contentType, content: plainWith(after, content) };
  const { written, block } = parted(content);
  if (textBefore !== '' && after !== textBefore) {
    if (after.startsWith(textBefore))
      return {
        contentType,
        content: inserted(content, written.end, paragraphs(after.slice(textBefore.length))),
      };
    if (after.endsWith(textBefore))
      return {
        contentType,
        content: inserted(content, written.start, paragraphs(after.slice(0, -textBefore.length))),
      };
  }
  if (block === '' && !/<html/i.test(content)) return { contentType: 'text', content: after };
  return {
    contentType,
    content: content.slice(0, written.start) + paragraphs(after) + content.slice(written.end),
  };
}

function readBody(body: unknown): ItemBody {
  if (typeof body !== 'object' || body === null) return { contentType: 'text', content: '' };
  const { contentType, content } = body as Partial<Record<keyof ItemBody, unknown>>;
  return {
    contentType: contentType === 'html' ? 'html' : 'text',
    content: typeof content === 'string' ? content : '',
  };
}

/** A plain body keeps the block below the text. */
function plainWith(text: string, content: string): string {
  const at = joinLine.exec(content)?.index;
  return at === undefined ? text : `${text}\n\n${content.slice(at)}`;
}

/** Where in an HTML body the text stands that people wrote, and the block that follows it. */
function parted(html: string): {
  readonly written: { readonly start: number; readonly end: number };
  readonly block: string;
} {
  const open = /<body[^>]*>/i.exec(html);
  const start = open === null ? 0 : open.index + open[0].length;
  const close = html.search(/<\/body>/i);
  const last = close < 0 ? html.length : close;
  const line = joinLine.exec(html)?.index ?? -1;
  if (line < start) return { written: { start, end: last }, block: '' };
  // The block begins with the outermost elements that are opened just before its line and hold nothing else.
  const before = html.slice(start, line);
  const lead = /(?:<br\b[^>]*>\s*)*(?:<(?:div|span|p|table|tbody|tr|td)\b[^>]*>\s*)+$/i.exec(before);
  const end = start + (lead?.index ?? before.length);
  return { written: { start, end }, block: html.slice(end, last) };
}

function inserted(html: string, at: number, addition: string): string {
  return html.slice(0, at) + addition + html.slice(at);
}

function paragraphs(text: string): string {
  return text
    .replace(/^\n+|\n+$/g, '')
    .split('\n')
    .map((line) => `<div>${line === '' ? '<br>' : escaped(line)}</div>`)
    .join('\r\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
