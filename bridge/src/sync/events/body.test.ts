import { describe, expect, it } from 'vitest';
import { bodyWith } from './body.ts';

const block =
  '<br><div class="me-email-text"><div><span>________________________________________</span></div><div><a href="https://teams.microsoft.com/l/1">Join</a></div></div>';
const page = (content: string) => ({ contentType: 'html', content: `<html><body>${content}</body></html>` });

describe('bodyWith', () => {
  it('replaces a plain body', () => {
    expect(bodyWith('New', { contentType: 'text', content: 'Old' }, 'Old')).toEqual({
      contentType: 'text',
      content: 'New',
    });
    expect(bodyWith(null, { contentType: 'text', content: 'Old' }, 'Old').content).toBe('');
  });

  it('keeps the block of an online meeting below a new text', () => {
    const { content } = bodyWith('One <two>\nthree', page(`<div>Agenda</div>${block}`), 'Agenda');
    expect(content).toContain('<div>One &lt;two&gt;</div>');
    expect(content).toContain('<div>three</div>');
    expect(content).not.toContain('Agenda');
    expect(content).toContain(block.slice('<br>'.length));
    expect(content.indexOf('three')).toBeLessThan(content.indexOf('teams.microsoft.com'));
  });

  it('keeps the block when the text is taken away', () => {
    const { content } = bodyWith(null, page(`<div>Agenda</div>${block}`), 'Agenda');
    expect(content).not.toContain('Agenda');
    expect(content).toContain('teams.microsoft.com');
  });

  it('keeps the block of a plain body', () => {
    const join = '____________________________\nJoin: https://teams.microsoft.com/l/1';
    expect(bodyWith('New', { contentType: 'text', content: `Old\n\n${join}` }, 'Old').content).toBe(
      `New\n\n${join}`,
    );
  });

  it('keeps the formatting of what stood there when text is added at the end', () => {
    const before = '<p>Bring <b>numbers</b></p>';
    const { content } = bodyWith('Bring numbers\nand coffee', page(`${before}${block}`), 'Bring numbers');
    expect(content).toContain(`${before}<div>and coffee</div>`);
    expect(content).toContain('teams.microsoft.com');
  });

  it('keeps it when text is added at the beginning', () => {
    const before = '<p>Bring <b>numbers</b></p>';
    const { content } = bodyWith('Hello\nBring numbers', page(before), 'Bring numbers');
    expect(content).toBe(`<html><body><div>Hello</div>${before}</body></html>`);
  });

  it('writes plain text where nothing was formatted', () => {
    expect(bodyWith('Text', {}, '')).toEqual({ contentType: 'text', content: 'Text' });
  });
});
