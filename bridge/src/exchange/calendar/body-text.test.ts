import { describe, expect, it } from 'vitest';
import { bodyText } from './body-text.ts';

const html = (content: string) => bodyText({ contentType: 'html', content });

/** So many elements in each other, 200 KB in all, around this content. */
function nested(content: string, start = '<div>', depth = 18_000): string {
  return `<html><head><title>t</title></head><body>${start.repeat(depth)}${content}</body></html>`;
}

/** Arguments that take up stack, however the engine compiles what is called. */
const ballast = Array.from({ length: 200 }, () => 0);

function calledFrom<Result>(depth: number, call: () => Result, ..._ballast: number[]): Result {
  return depth === 0 ? call() : calledFrom(depth - 1, call, ...ballast);
}

/** How many such calls the stack has room for. */
function room(..._ballast: number[]): number {
  try {
    return 1 + room(...ballast);
  } catch {
    return 0;
  }
}

describe('bodyText', () => {
  it('is what people read, line by line', () => {
    expect(
      html(
        '<html><head><title>x</title></head><body><p>Hello&nbsp;Ana,</p><p>see <b>you</b> there.</p></body></html>',
      ),
    ).toBe('Hello Ana,\n\nsee you there.');
  });

  it('keeps where a link leads', () => {
    expect(html('<div>The <a href="https://example.test/offer">offer</a></div>')).toBe(
      'The offer [https://example.test/offer]',
    );
  });

  it('leaves out the block of an online meeting', () => {
    const block = `<div><div><span>${'_'.repeat(80)}</span></div><div><a href="https://teams.microsoft.com/l/meetup-join/1">Join</a></div></div>`;
    expect(html(`<div>Agenda</div><br>${block}`)).toBe('Agenda');
    expect(html(block)).toBe('');
  });

  it('takes a plain body as it is', () => {
    expect(bodyText({ contentType: 'text', content: ' 1 < 2\r\n' })).toBe('1 < 2');
  });

  it('is empty where there is no body', () => {
    expect(bodyText(null)).toBe('');
    expect(bodyText({ contentType: 'html', content: null })).toBe('');
  });

  it('reads what is nested however deep, without what is no text', () => {
    const content =
      '<style>p{}</style><script>say("<p>")</script><!-- c --><p title="a > b">Tea &amp; cake</p>\n' +
      '<table><tr><td>1</td><td>2</td></tr></table>1 &lt; <b>2</b>3<p><a href="https://example.test">x</a>';
    expect(html(nested(content))).toBe('Tea & cake\n1 2\n1 < 23\nx');
    expect(html(nested('Agenda</div>And more', '<div><span>', 9_000))).toBe('Agenda\nAnd more');
    expect(html(nested(`Agenda<p>${'_'.repeat(80)}</p>Join`))).toBe('Agenda');
  });

  it.each(['<table><tr><td>', '<ul><li>', '<blockquote>', '<a href="x">', '<h1>'])(
    'reads any kind of element in itself: %s',
    (start) => {
      expect(html(nested('word', start, 200_000 / start.length))).toBe('word');
    },
  );

  it('reads sections of a table in each other', () => {
    const [table, row] = ['<table>', '<tr><td>1</td><td>2</td></tr>'];
    expect(html(nested(table + '<center>'.repeat(25_000) + row, '', 0))).toBe('1 2');
  });

  it.each([100, 300, 1_000, 1_500, 2_000])(
    'says the same of %i elements in each other, whatever is left of the stack',
    (depth) => {
      const read = () => html(nested('<p>one</p><p>two</p>', '<div>', depth));
      expect(calledFrom(Math.floor(room() * 0.8), read)).toBe(read());
    },
  );

  it.each(['colspan=100000', 'rowspan="100000"', 'ColSpan = 300 rowspan=2'])(
    'reads a table whose cell has %s without laying it out',
    (span) => {
      expect(html(`<table><tr><td ${span}>wide</td><td>word</td></tr></table>`)).toBe('wide word');
    },
  );

  it('reads a row of 40,000 cells without laying it out', () => {
    expect(html(`<table><tr>${'<td>a'.repeat(40_000)}</table>`)).toBe(Array(40_000).fill('a').join(' '));
  });

  it('makes no tags of what is left between tags', () => {
    expect(html(nested('<<b>div>'.repeat(10_000)))).toBe('<div>'.repeat(10_000));
  });

  it.each(['<!--', '<a ', '<a="', '<script>'])('reads what stands before so much of %s', (unclosed) => {
    expect(html(nested(`Agenda<p>${unclosed.repeat(200_000 / unclosed.length)}`))).toMatch(/^Agenda/);
  });
});
