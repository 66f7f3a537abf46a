import { element, icon } from '../../shared/element.ts';
import type { Child } from '../../shared/element.ts';
import type { Answer } from './calendar-mailbox.ts';
import { isMarked, isOfSeries, isPrivate, isUnanswered, titleOf, timesOf } from './event.ts';
import type { Attendee, EventState } from './event.ts';
import { notesOf } from './notes.ts';
import { repeatText } from './repeat.ts';
import { rangeText } from './wall-time.ts';

/** What can be done with an event from its card. `series` means all dates of it. */
export interface CardActs {
  readonly edit: (series: boolean) => void;
  readonly remove: (series: boolean) => void;
  readonly answer: (answer: Answer, series: boolean) => void;
  readonly close: () => void;
}

const responses: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
  organizer: 'organizer',
};
const shown: Readonly<Record<string, string>> = {
  free: 'Free',
  tentative: 'Tentative',
  busy: 'Busy',
  oof: 'Away',
  workingElsewhere: 'Working elsewhere',
};

/** Everything that is known of an event, and what can be done with it; `master` is its series. */
export function eventCard(
  event: EventState,
  master: EventState | undefined,
  zone: string,
  acts: CardActs,
): Child[] {
  const notes = notesOf(event.body.content);
  const rule = (master ?? event).recurrence;
  return [
    element(
      'div',
      { class: 'dialog-head' },
      element('h2', { dir: 'auto' }, titleOf(event)),
      element('button', { class: 'quiet', 'aria-label': 'Close', onclick: acts.close }, icon('close')),
    ),
    element(
      'div',
      { class: 'card-body' },
      event.isCancelled &&
        element('p', { class: 'card-note' }, icon('ban'), 'The organizer cancelled this meeting.'),
      line('clock', rangeText(timesOf(event, zone), event.isAllDay)),
      rule && line('loop', repeatText(rule)),
      event.location.displayName && line('location', event.location.displayName),
      event.onlineMeeting && join(event.onlineMeeting.joinUrl),
      element('ul', { class: 'badges' }, ...badges(event).map((words) => element('li', {}, words))),
      event.attendees.length > 0 && people(event),
      notes && element('p', { class: 'card-notes', dir: 'auto' }, notes),
    ),
    !event.isOrganizer && !event.isCancelled && answers(event, acts),
    element('div', { class: 'dialog-buttons' }, ...buttons(event, acts)),
  ];
}

const line = (name: string, words: string) =>
  element('p', { class: 'card-line' }, icon(name), element('span', { dir: 'auto' }, words));

const join = (href: string) =>
  element(
    'p',
    { class: 'card-line' },
    icon('video'),
    element('a', { href, target: '_blank', rel: 'noopener' }, 'Join the Teams meeting'),
  );

const badges = (event: EventState): string[] => [
  shown[event.showAs] ?? event.showAs,
  ...(isPrivate(event) ? ['Private'] : []),
  ...(isMarked(event) ? ['Category Salesforce'] : []),
  ...(event.type === 'exception' ? ['Differs from its series'] : []),
];

function people({ attendees, organizer }: EventState): HTMLElement {
  const name = ({ name: called, address }: Attendee['emailAddress']) =>
    called && called !== address ? `${called} (${address})` : address;
  const others = attendees.filter(
    ({ emailAddress }) => emailAddress.address !== organizer.emailAddress.address,
  );
  return element(
    'ul',
    { class: 'card-people', 'aria-label': 'People' },
    element('li', {}, name(organizer.emailAddress), element('span', {}, 'organizer')),
    ...others.map(({ emailAddress, status, type }) =>
      element(
        'li',
        {},
        name(emailAddress),
        element(
          'span',
          {},
          responses[status?.response ?? ''] ?? (type === 'optional' ? 'optional' : 'no answer yet'),
        ),
      ),
    ),
  );
}

function answers(event: EventState, acts: CardActs): HTMLElement {
  const { response } = event.responseStatus;
  const choice = (words: string, answer: Answer, given: string) =>
    element(
      'button',
      {
        class: 'button',
        'aria-pressed': response === given ? 'true' : 'false',
        onclick: () => acts.answer(answer, false),
      },
      words,
    );
  return element(
    'div',
    { class: 'card-answers', role: 'group', 'aria-label': 'Answer the invitation' },
    element(
      'span',
      {},
      isUnanswered(event) ? 'You have not answered.' : `You ${answered[response] ?? 'answered'}.`,
    ),
    choice('Accept', 'accept', 'accepted'),
    choice('Tentative', 'tentativelyAccept', 'tentativelyAccepted'),
    choice('Decline', 'decline', 'declined'),
  );
}

const answered: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  tentativelyAccepted: 'answered: tentative',
  declined: 'declined',
};

function buttons(event: EventState, acts: CardActs): Child[] {
  const word = event.isOrganizer && event.attendees.length > 0 ? 'Cancel' : 'Delete';
  const edit = (words: string, series: boolean) =>
    element('button', { class: 'button', onclick: () => acts.edit(series) }, words);
  const remove = (words: string, series: boolean) =>
    element('button', { class: 'button', onclick: () => acts.remove(series) }, words);
  if (!isOfSeries(event))
    return [remove(word === 'Cancel' ? 'Cancel meeting' : 'Delete', false), edit('Edit', false)];
  return [
    remove(`${word} this date`, false),
    remove(`${word} series`, true),
    edit('Edit this date', false),
    edit('Edit series', true),
  ];
}
