import { element, icon } from '../../shared/element.ts';
import { isMarked, isOfSeries, isPrivate, isUnanswered, titleOf, timesOf } from './event.ts';
import type { EventState } from './event.ts';
import { dayText, offsetOf, wallTime } from './wall-time.ts';
import { withoutTable } from './week-roles.ts';

/** When something is, as the calendar has it: clock times of the mailbox, ends exclusive. */
export interface Span {
  readonly start: string;
  readonly end: string;
  readonly isAllDay: boolean;
}

export interface WeekActs {
  readonly open: (event: EventState) => void;
  /** The person marked this time. */
  readonly choose: (span: Span) => void;
  /** The person dragged an event there; `back` puts it where it was. */
  readonly move: (event: EventState, to: Span, back: () => void) => void;
  /** The calendar shows these days now, the last one exclusive. */
  readonly shows: (from: string, until: string) => void;
}

export interface Week {
  readonly show: (events: readonly EventState[]) => void;
  /** Lets these events stand out, which changed a moment ago. */
  readonly mark: (fresh: ReadonlySet<string>) => void;
  readonly useZone: (zone: string) => void;
  readonly go: (where: 'prev' | 'next' | 'today') => void;
  readonly goTo: (day: string) => void;
}

const narrow = window.matchMedia('(width < 600px)');
const viewNow = () => (narrow.matches ? 'listWeek' : 'timeGridWeek');

/** A week of a mailbox: days beside each other with a row for whole days; on a phone a list of days. */
export function createWeek(place: HTMLElement, zone: string, acts: WeekActs): Week {
  let shownZone = zone;
  const span = ({ start, end, allDay }: EventCalendar.Shown): Span => ({
    start: clockTime(start),
    end: clockTime(end),
    isAllDay: allDay,
  });
  const moved = ({ event, revert }: EventCalendar.Moved) =>
    acts.move(event.extendedProps.event as EventState, span(event), revert);
  const calendar = EventCalendar.create(place, {
    view: viewNow(),
    timeZone: offsetOf(new Date(), zone),
    // Left to itself it opens the week after at times: the day changes in one zone before it does in the other.
    date: wallTime(new Date(), zone),
    headerToolbar: { start: '', center: '', end: '' },
    height: '100%',
    firstDay: 1,
    locale: 'en-US',
    slotHeight: 26,
    scrollTime: '07:00:00',
    slotLabelFormat: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    dayHeaderFormat: (date: Date) =>
      `${date.toLocaleDateString('en-US', { weekday: 'short' })} ${date.getDate()}`,
    allDayContent: 'all day',
    noEventsContent: 'Nothing this week.',
    nowIndicator: true,
    editable: true,
    selectable: true,
    unselectAuto: true,
    // What the person marks has no event yet, and shows its time as it is.
    eventContent: ({ event, view }: { event: EventCalendar.Shown; view: { type: string } }) => {
      const shown = event.extendedProps.event as EventState | undefined;
      return shown && { domNodes: content(shown, shownZone, view.type === 'listWeek') };
    },
    eventDidMount: ({ el, event }: { el: HTMLElement; event: EventCalendar.Shown }) => {
      el.dataset.event = event.id;
    },
    eventClick: ({ event }: { event: EventCalendar.Shown }) =>
      acts.open(event.extendedProps.event as EventState),
    eventDrop: moved,
    eventResize: moved,
    select: ({ startStr, endStr, allDay }: EventCalendar.Range) => {
      calendar.unselect();
      acts.choose({ start: startStr.slice(0, 16), end: endStr.slice(0, 16), isAllDay: allDay });
    },
    datesSet: ({ startStr, endStr }: EventCalendar.Range) =>
      acts.shows(startStr.slice(0, 10), endStr.slice(0, 10)),
  });
  withoutTable(place);
  // Enter opens a dialog, and must not press the button that has the focus in it.
  place.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('[data-event]'))
      event.preventDefault();
  });
  narrow.addEventListener('change', () => calendar.setOption('view', viewNow()));
  return {
    show: (events) => {
      const focused = document.activeElement;
      const id = focused instanceof HTMLElement ? focused.dataset.event : undefined;
      calendar.setOption(
        'events',
        events.map((event) => asShown(event, shownZone)),
      );
      // The calendar draws events anew in a microtask, and with them goes the focus.
      if (id) queueMicrotask(() => document.activeElement === document.body && elementOf(id)?.focus());
    },
    mark: (fresh) => {
      for (const one of place.querySelectorAll<HTMLElement>('[data-event]'))
        one.classList.toggle('is-fresh', fresh.has(one.dataset.event ?? ''));
    },
    useZone: (next) => {
      shownZone = next;
      const day = clockTime(calendar.getView().currentStart);
      calendar.setOption('timeZone', offsetOf(new Date(), next));
      calendar.setOption('date', day);
    },
    go: (where) => {
      if (where === 'today') calendar.setOption('date', wallTime(new Date(), shownZone));
      else calendar[where]();
    },
    goTo: (day) => calendar.setOption('date', day),
  };
}

/** The element of an event in the week that is shown. */
export function elementOf(id: string): HTMLElement | null {
  return document.querySelector(`[data-event="${CSS.escape(id)}"]`);
}

/** The clock time of a date of the calendar, which has it in the fields of the browser's zone. */
function clockTime(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

function asShown(event: EventState, zone: string): object {
  const { start, end } = timesOf(event, zone);
  const classes = {
    unanswered: isUnanswered(event) || event.showAs === 'tentative',
    free: event.showAs === 'free',
    cancelled: event.isCancelled,
    private: isPrivate(event),
    marked: isMarked(event),
    short: !event.isAllDay && Date.parse(`${end}Z`) - Date.parse(`${start}Z`) <= 30 * 60_000,
  };
  return {
    id: event.id,
    title: titleOf(event),
    start: `${start}:00`,
    end: `${end}:00`,
    allDay: event.isAllDay,
    editable: event.isOrganizer && !event.isCancelled,
    classNames: Object.entries(classes).flatMap(([name, is]) => (is ? [`is-${name}`] : [])),
    extendedProps: { event },
  };
}

/** What stands in an event: its time, subject, place, and by icons and words what is special about it. */
function content(event: EventState, zone: string, inList: boolean): Node[] {
  const { start, end } = timesOf(event, zone);
  const time = event.isAllDay
    ? inList
      ? 'All day'
      : ''
    : inList
      ? `${start.slice(11)} – ${end.slice(11)}`
      : start.slice(11);
  const signs: (readonly [is: boolean, icon: string, words: string])[] = [
    [isPrivate(event), 'lock', 'private'],
    [isOfSeries(event), 'loop', event.type === 'exception' ? 'differs from its series' : 'of a series'],
    [event.isOnlineMeeting, 'video', 'online'],
    [isMarked(event), 'salesforce1', 'category Salesforce'],
    [isUnanswered(event), 'question', 'not answered yet'],
    [event.isCancelled, 'ban', 'cancelled'],
  ];
  return [
    element(
      'div',
      { class: 'shown' },
      !inList && element('span', { class: 'unseen' }, `${dayText(start.slice(0, 10))} `),
      time && element('span', { class: 'shown-time' }, time),
      ' ',
      element('span', { class: 'shown-title', dir: 'auto' }, titleOf(event)),
      ' ',
      event.location.displayName &&
        element('span', { class: 'shown-place', dir: 'auto' }, event.location.displayName),
      ' ',
      element(
        'span',
        { class: 'shown-signs' },
        ...signs.flatMap(([is, name, words]) =>
          is ? [icon(name), element('span', { class: 'unseen' }, `, ${words}`)] : [],
        ),
      ),
    ),
  ];
}
