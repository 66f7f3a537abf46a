/** What is no text: comments, elements whose content nobody reads, and tags; each also where its end is missing, up to the end. */
const markup =
  /<!--[^]*?(?:-->|$)|<(script|style|title)(?=[\s/>])[^]*?(?:<\/\1[^>]*(?:>|$)|$)|<\/?([a-z][^\s/>]*)(?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*(?:>|$)|<[!?/][^>]*(?:>|$)/gi;

const breaking =
  /^(?:address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|fieldset|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tr|ul)$/i;

const cell = /^t[dh]$/i;

/** An HTML document as one level of HTML with the same text: in place of blocks there are line breaks, in place of cells blanks. */
export function flatHtml(html: string): string {
  return html.replace(markup, (_markup, _unread: string | undefined, name: string | undefined = '') => {
    if (breaking.test(name)) return '<br>';
    // Something has to stand there, lest what is left on both sides of it comes to a tag.
    return cell.test(name) ? ' <wbr>' : '<wbr>';
  });
}
