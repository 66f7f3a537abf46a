import { describe, expect, it } from 'vitest';
import { bodyText } from './body-text.ts';

const html = (content: string) => bodyText({ contentType: 'html', content });

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
});
