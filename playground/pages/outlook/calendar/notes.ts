/** What makes an event an online meeting, below the notes of its body. */
const block = /\s*(<br>\s*)?<div[^>]*class="me-email-text"[^]*$/;

/** The notes in an HTML body as text, without the block to join an online meeting. */
export function notesOf(html: string): string {
  const text = html
    .replace(block, '')
    .replace(/<(head|style|script)\b[^]*?<\/\1>/gi, '')
    .replace(/[\r\n]+/g, '')
    .replace(/<br\s*\/?>|<\/(p|div|tr|li|h\d)>/gi, '\n')
    .replace(/<[^>]*>/g, '');
  return unescaped(text).trim();
}

/** A body with these notes, and with the block to join when the body before had one: without it the online meeting would end. */
export function withNotes(notes: string, before = ''): { contentType: string; content: string } {
  const join = block.exec(before)?.[0].replace(/<\/body>[^]*$/, '');
  if (!join) return { contentType: 'text', content: notes };
  return { contentType: 'html', content: `<div>${escaped(notes).replaceAll('\n', '<br>')}</div>${join}` };
}

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&nbsp;': ' ', '&amp;': '&' };

const unescaped = (text: string) =>
  text.replace(/&(lt|gt|quot|#39|nbsp|amp);/g, (entity) => entities[entity as keyof typeof entities]);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
