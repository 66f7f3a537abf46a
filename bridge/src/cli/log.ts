import { pino } from 'pino';
import type { Log } from '../domain/log.ts';
import { plainLine } from './plain-line.ts';

/** A log that writes lines of that style, and none below that level. */
export function createLog(
  style: 'json' | 'plain',
  level: 'debug' | 'info' | 'warn',
  write: (line: string) => void,
): Log {
  if (style === 'json')
    return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  const levels = ['debug', 'info', 'warn'] as const;
  const lines = (at: (typeof levels)[number]) => (facts: Readonly<Record<string, unknown>>, text: string) => {
    if (levels.indexOf(at) < levels.indexOf(level)) return;
    write(`${new Date().toLocaleTimeString('en-GB')}  ${plainLine(facts, text)}\n`);
  };
  return { debug: lines('debug'), info: lines('info'), warn: lines('warn') };
}
