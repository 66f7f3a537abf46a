import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The last lines that a stream brings, at most `most`; resolves when the stream ends. */
export async function lastLines(stream: Readable, most: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream })) {
    lines.push(line);
    if (lines.length > most) lines.shift();
  }
  return lines;
}
