import { element, icon } from '../../shared/element.ts';
import type { Child } from '../../shared/element.ts';
import { faultOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { check, field, select } from './fields.ts';
import { readRepeat, repeatFields } from './repeat-fields.ts';

export interface FormParts {
  readonly title: string;
  readonly draft: Draft;
  /** What of it can be changed: of an invitation only what is one's own, of one date of a series not the rule. */
  readonly scope: 'all' | 'date' | 'own';
  /** Saves it; fails with words for people. */
  readonly save: (draft: Draft) => Promise<void>;
  readonly close: () => void;
}

/** The form of an event. */
export function eventForm({ title, draft, scope, save, close }: FormParts): HTMLElement {
  const alert = element('p', { class: 'fault', role: 'alert' });
  const tell = (words: string) => alert.replaceChildren(...(words ? [icon('warning'), words] : []));
  const button = element('button', { class: 'button primary' }, icon('check'), 'Save');

  async function submit(): Promise<void> {
    const next = read(new FormData(form), draft, scope);
    const fault = faultOf(next);
    tell(fault ?? '');
    if (fault) return;
    button.disabled = true;
    try {
      await save(next);
    } catch (error) {
      tell(error instanceof Error ? error.message : String(error));
    }
    button.disabled = false;
  }

  const form: HTMLFormElement = element(
    'form',
    {
      class: 'event-form',
      onsubmit: (event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      },
    },
    element(
      'div',
      { class: 'dialog-head' },
      element('h2', {}, title),
      element(
        'button',
        { type: 'button', class: 'quiet', 'aria-label': 'Close', onclick: close },
        icon('close'),
      ),
    ),
    element('div', { class: 'form-body' }, ...(scope === 'own' ? [] : shared(draft, scope)), ...own(draft)),
    alert,
    element(
      'div',
      { class: 'dialog-buttons' },
      element('button', { type: 'button', class: 'button', onclick: close }, 'Cancel'),
      button,
    ),
  );
  return form;
}

/** What everybody in the meeting sees. */
function shared(draft: Draft, scope: FormParts['scope']): Child[] {
  const input = (id: string, type: string, value: string, more = {}) =>
    element('input', { id, name: id, type, value, autocomplete: 'off', ...more });
  const startTime = field(
    'Start time',
    input('startTime', 'time', draft.isAllDay ? '09:00' : draft.start.slice(11), { required: true }),
  );
  const endTime = field(
    'End time',
    input('endTime', 'time', draft.isAllDay ? '10:00' : draft.end.slice(11), { required: true }),
  );
  const allDay = check('allDay', 'All day', draft.isAllDay);
  const showTimes = () => {
    const whole = allDay.querySelector('input')?.checked ?? false;
    startTime.hidden = whole;
    endTime.hidden = whole;
  };
  allDay.addEventListener('change', showTimes);
  showTimes();
  return [
    field(
      'Subject',
      input('subject', 'text', draft.subject, { maxlength: 255, dir: 'auto', autofocus: true }),
      'field wide',
    ),
    element(
      'div',
      { class: 'fields times' },
      field('Start', input('startDay', 'date', draft.start.slice(0, 10), { required: true })),
      startTime,
      field('End', input('endDay', 'date', draft.end.slice(0, 10), { required: true })),
      endTime,
    ),
    allDay,
    scope === 'all' && repeatFields(draft.repeat, draft.start),
    field('Location', input('location', 'text', draft.location, { dir: 'auto' }), 'field wide'),
    field(
      'People (e-mail addresses, with commas between them)',
      element(
        'textarea',
        { id: 'people', name: 'people', rows: 2, autocomplete: 'off' },
        draft.people.join(', '),
      ),
      'field wide',
    ),
    check('online', 'Teams meeting', draft.isOnline),
    field(
      'Notes',
      element('textarea', { id: 'notes', name: 'notes', rows: 3, dir: 'auto' }, draft.notes),
      'field wide',
    ),
  ];
}

/** What belongs to one's own copy; attendees do not see it. */
const own = (draft: Draft): Child[] => [
  field(
    'Show as',
    select('showAs', draft.showAs, [
      ['busy', 'Busy'],
      ['free', 'Free'],
      ['tentative', 'Tentative'],
      ['oof', 'Away'],
      ['workingElsewhere', 'Working elsewhere'],
    ]),
  ),
  element(
    'div',
    { class: 'checks' },
    check('private', 'Private', draft.isPrivate),
    check('marked', 'Category Salesforce', draft.isMarked),
  ),
];

function read(form: FormData, before: Draft, scope: FormParts['scope']): Draft {
  const text = (name: string) => ((form.get(name) as string | null) ?? '').trim();
  const mine = { showAs: text('showAs'), isPrivate: form.has('private'), isMarked: form.has('marked') };
  if (scope === 'own') return { ...before, ...mine };
  const isAllDay = form.has('allDay');
  const at = (name: string) => `${text(`${name}Day`)}T${isAllDay ? '00:00' : text(`${name}Time`)}`;
  return {
    ...mine,
    subject: text('subject'),
    isAllDay,
    start: at('start'),
    end: at('end'),
    repeat: scope === 'all' ? readRepeat(form) : before.repeat,
    location: text('location'),
    people: text('people')
      .split(/[\s,;]+/)
      .filter(Boolean),
    isOnline: form.has('online'),
    notes: text('notes'),
  };
}
