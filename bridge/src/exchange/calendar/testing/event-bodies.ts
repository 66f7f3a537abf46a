import { readFileSync } from 'node:fs';

const berlin = 'W. Europe Standard Time';

/** An hour at nine in Berlin on a day of March 2031, or of another month. */
export function hour(day: number, month = '03') {
  const date = `2031-${month}-${String(day).padStart(2, '0')}`;
  return {
    start: { dateTime: `${date}T09:00:00`, timeZone: berlin },
    end: { dateTime: `${date}T10:00:00`, timeZone: berlin },
  };
}

/** Six Mondays at nine in Berlin, over the change of the clocks on 30 March 2031. */
export const weekly = {
  ...hour(3),
  subject: 'Weekly',
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'] },
    range: { type: 'numbered', startDate: '2031-03-03', numberOfOccurrences: 6 },
  },
};

/** A single event as an answer has it. */
export function eventBody(id: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    ...(JSON.parse(sample('24-event-created')) as Record<string, unknown>),
    '@odata.etag': `W/"${id}-1"`,
    id,
    start: { dateTime: '2031-03-03T09:00:00.0000000', timeZone: 'UTC' },
    end: { dateTime: '2031-03-03T10:00:00.0000000', timeZone: 'UTC' },
    ...more,
  };
}

/** An answer from Microsoft's documentation, its links led to the service at this address. */
export function documented(file: string, url: string): unknown {
  return JSON.parse(sample(file).replaceAll('https://graph.microsoft.com', url));
}

function sample(file: string): string {
  const path = `../../../../../test/contract/exchange/samples/${file}.json`;
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}
