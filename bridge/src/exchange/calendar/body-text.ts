import { compile } from 'html-to-text';

/** A line of this many underscores begins the block by which people join an online meeting; Teams and Skype write it so. */
const joinLine = /^[ \t]*_{20,}/m;

const readable = compile({
  wordwrap: false,
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
  const text = body?.contentType === 'text' ? content : readable(content);
  const block = joinLine.exec(text);
  return (block === null ? text : text.slice(0, block.index)).replaceAll('\u00a0', ' ').trim();
}
