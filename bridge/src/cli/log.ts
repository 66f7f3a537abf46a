import { pino } from 'pino';
import type { Log } from '../domain/log.ts';
import { plainLine } from './plain-line.ts';

/** The log on standard output, or on standard error for commands whose output is their answer. */
export function createLog(style: 'json' | 'plain', level: 'debug' | 'info' | 'warn', stream: 1 | 2): Log {
  if (style === 'json')
    return pino(
      { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      pino.destination({ dest: stream, sync: true }),
    );
  const levels = ['debug', 'info', 'warn'] as const;
  const write = (at: (typeof levels)[number]) => (facts: Readonly<Record<string, unknown>>, text: string) => {
    if (levels.indexOf(at) < levels.indexOf(level)) return;
    const line = plainLine(facts, text);
    (stream === 1 ? process.stdout : process.stderr).write(
      `${new Date().toLocaleTimeString('en-GB')}  ${line}\n`,
    );
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn') };
}
