import { compile } from 'html-to-text';
import type { EventBody } from './event-values.ts';

const toText = compile({
  wordwrap: false,
  // Without it, deep nesting uses up the stack.
  limits: { maxDepth: 200 },
  selectors: [{ selector: 'a', options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true } }],
});

const META = '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">';

/** A body sent as HTML: wrapped into a document when it is none. */
export function htmlBody(content: string): EventBody {
  if (content === '') return { html: '', text: '' };
  const html = /<html[\s>]/i.test(content)
    ? content
    : `<html><head>\r\n${META}</head><body>${content}</body></html>`;
  return { html, text: shownText(html) };
}

/** A body sent as text: Exchange turns it into a document of its own making. */
export function textBody(content: string): EventBody {
  if (content === '') return { html: '', text: '' };
  const lines = content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/ {2}/g, '&nbsp; ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^ /, '&nbsp;'));
  const html =
    `<html><head>${META}<meta name="Generator" content="Microsoft Exchange Server">\r\n` +
    '<!-- converted from text --><style><!-- .EmailQuote { margin-left: 1pt; padding-left: 4pt; border-left: #800000 2px solid; } --></style></head>\r\n' +
    `<body>\r\n<font size="2"><span style="font-size:11pt;"><div class="PlainText">${lines.join('<br>\r\n')}</div></span></font>\r\n</body>\r\n</html>`;
  return { html, text: shownText(html) };
}

/** The body with HTML put at its end. */
export function withAppended(body: EventBody, html: string): EventBody {
  const end = body.html.toLowerCase().lastIndexOf('</body>');
  return end < 0
    ? htmlBody(body.html + html)
    : htmlBody(body.html.slice(0, end) + html + body.html.slice(end));
}

function shownText(html: string): string {
  return toText(html).replaceAll('\n', '\r\n');
}
