import { element, icon } from '../../shared/element.ts';
import { freshness } from '../../shared/fresh.ts';
import { refreshEvery } from '../../shared/refresh.ts';
import { repaint } from '../../shared/repaint.ts';
import { bar, wishedMailbox } from '../bar.ts';
import { allMailboxes } from '../mailbox.ts';
import type { Mailbox } from '../mailbox.ts';
import { createCalendarActs } from './calendar-acts.ts';
import { calendarOf } from './calendar-mailbox.ts';
import type { EventState } from './event.ts';
import { dayAfter, dayText, minutesAfter, wallTime } from './wall-time.ts';
import { createWeek } from './week.ts';

/** The calendar of the Outlook page: a week of a mailbox, looked at again every few seconds. */
const refreshSeconds = 2;
const place = (id: string) => document.getElementById(id) as HTMLElement;
const { see, fresh } = freshness();

const mailboxes = await allMailboxes().catch((error: unknown) => {
  place('tools').replaceChildren(
    element(
      'p',
      { class: 'fault', role: 'alert' },
      icon('warning'),
      error instanceof Error ? error.message : String(error),
    ),
  );
  throw error;
});
let mailbox = wishedMailbox(mailboxes) as Mailbox;
let days = { from: '', until: '' };
let events: readonly EventState[] = [];
let painted = '';
let problem = '';

const acts = createCalendarActs({
  mailboxId: () => mailbox.id,
  zone: () => mailbox.timeZone,
  look: () => lookAgain(),
});
const week = createWeek(place('week'), mailbox.timeZone, {
  ...acts,
  shows: (from, until) => {
    days = { from, until };
    paintTools();
    // The first time this is called while the calendar is being made.
    queueMicrotask(() => void lookAgain());
  },
});

function paintBar(): void {
  repaint(place('bar'), bar({ module: 'calendar', mailboxes, mailboxId: mailbox.id, choose }));
}

function choose(id: string): void {
  mailbox = mailboxes.find((one) => one.id === id) ?? mailbox;
  painted = '';
  week.useZone(mailbox.timeZone);
  paintBar();
  paintTools();
  void lookAgain();
}

function paintTools(): void {
  const go = (where: 'prev' | 'next', label: string, name: string) =>
    element(
      'button',
      { id: where, class: 'quiet', 'aria-label': label, onclick: () => week.go(where) },
      icon(name),
    );
  repaint(
    place('tools'),
    element(
      'button',
      { id: 'new-event', class: 'button primary', onclick: () => acts.choose(nextHour()) },
      icon('add'),
      'New event',
    ),
    element('button', { id: 'today', class: 'button', onclick: () => week.go('today') }, 'Today'),
    go('prev', 'Previous week', 'chevronleft'),
    go('next', 'Next week', 'chevronright'),
    element('h1', {}, `${dayText(days.from)} – ${dayText(dayAfter(days.until, -1))}`),
    element('span', { class: 'zone' }, mailbox.timeZone.replace('_', ' ')),
    problem && element('p', { class: 'fault', role: 'alert' }, icon('warning'), problem),
  );
}

/** The next full hour when this week is shown, else Monday at nine. */
function nextHour() {
  const now = wallTime(new Date(), mailbox.timeZone);
  const isShown = days.from <= now.slice(0, 10) && now.slice(0, 10) < days.until;
  const start = isShown ? minutesAfter(`${now.slice(0, 13)}:00`, 60) : `${days.from}T09:00`;
  return { start, end: minutesAfter(start, 30), isAllDay: false };
}

async function look(): Promise<void> {
  if (!days.from) return;
  const asked = { mailbox, days };
  const before = problem;
  try {
    const read = await calendarOf(mailbox.id).week(days.from, days.until);
    if (asked.mailbox !== mailbox || asked.days !== days) return;
    events = read;
    problem = '';
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  if (problem !== before) paintTools();
  const version = (event: EventState) => JSON.stringify([event.changeKey, event.start, event.subject]);
  see(`${mailbox.id} ${days.from}`, new Map(events.map((event) => [event.id, version(event)])));
  const picture = JSON.stringify([mailbox.id, events]);
  if (picture !== painted) week.show(events);
  painted = picture;
  requestAnimationFrame(() => week.mark(fresh()));
}

paintBar();
const lookAgain = refreshEvery(refreshSeconds, look);
