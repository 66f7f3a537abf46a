import { describe, expect, it } from 'vitest';
import { notesOf, withNotes } from './notes.ts';

const join =
  '\r\n<br>\r\n<div style="max-width:520px" class="me-email-text"><div>___</div><a href="https://teams.example/1">Join</a></div>\r\n';
const body = `<html><head><style>p {}</style></head><body><div>One &amp; two<br>\r\nthree</div>${join}</body></html>`;

describe('the notes of an event', () => {
  it('are the text of its body, without the block to join', () => {
    expect(notesOf(body)).toBe('One & two\nthree');
    expect(notesOf('')).toBe('');
  });

  it('keep the block when they change, so that the online meeting does not end', () => {
    const { contentType, content } = withNotes('New <b>', body);
    expect(contentType).toBe('html');
    expect(content).toContain('New &lt;b&gt;');
    expect(content).toContain('https://teams.example/1');
    expect(notesOf(content)).toBe('New <b>');
  });

  it('are plain text where there is nothing to keep', () => {
    expect(withNotes('New')).toEqual({ contentType: 'text', content: 'New' });
  });
});
