import type { IssueCode } from '../domain/issue-codes.ts';
import type { Step } from '../domain/step.ts';
import { passed, skipped, warned } from '../domain/step.ts';
import type { ExchangeCalendar } from '../exchange/calendar/exchange-calendar.ts';
import { failedByExchange, writable } from './test-contacts.ts';

/** The names of the steps. */
export const calendarSteps = { readingEvents: 'Calendar readable', writingEvents: 'Calendar writable' };

/**
 * Tests whether the default calendar of a mailbox can be read and changed. Where the user's events do not sync (`inUse`), what
 * stands in the way is a warning.
 */
export async function testCalendar(
  calendar: Pick<ExchangeCalendar, 'orgMark' | 'mayWrite'>,
  inUse: boolean,
): Promise<readonly Step[]> {
  const steps = await stepsOf(calendar);
  return inUse ? steps : steps.map(asWarning);
}

async function stepsOf(calendar: Pick<ExchangeCalendar, 'orgMark' | 'mayWrite'>): Promise<readonly Step[]> {
  try {
    await calendar.orgMark.read();
  } catch (error) {
    return [
      failedByExchange(calendarSteps.readingEvents, error),
      skipped(calendarSteps.writingEvents, 'The calendar of the mailbox cannot be read.'),
    ];
  }
  return [
    passed(calendarSteps.readingEvents, 'The calendar of the mailbox can be read.'),
    await writable(calendarSteps.writingEvents, calendar, 'The app may change the events of the mailbox.'),
  ];
}

function asWarning(step: Step): Step {
  if (step.result !== 'failed') return step;
  return warned(step.step, step.code as IssueCode, 'It matters once events of the user sync.');
}
