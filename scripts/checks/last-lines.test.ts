import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { lastLines } from './last-lines.ts';

it('keeps the last lines of a stream, whatever pieces it comes in', async () => {
  expect(await lastLines(Readable.from(['first\nsec', 'ond\nth', 'ird']), 2)).toEqual(['second', 'third']);
});
