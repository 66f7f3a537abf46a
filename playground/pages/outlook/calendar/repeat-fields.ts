import { element } from '../../shared/element.ts';
import type { Repeat } from './repeat.ts';
import { dayName, placeOf, shortDay, weekDays } from './repeat.ts';
import { field, select } from './fields.ts';

/** The part of the form that makes an event a series; what does not belong to the chosen rule is hidden. */
export function repeatFields(repeat: Repeat, start: string): HTMLElement {
  const day = Number(start.slice(8, 10));
  const every = select('every', repeat.every, [
    ['never', 'Does not repeat'],
    ['day', 'Daily'],
    ['week', 'Weekly'],
    ['month', `Monthly on day ${day}`],
    ['monthDay', `Monthly on the ${placeOf(start)} ${dayName(start)}`],
    ['year', 'Yearly'],
    ...(repeat.every === 'other' ? [['other', 'As it is'] as const] : []),
  ]);
  const ends = select('ends', repeat.ends, [
    ['never', 'No end'],
    ['on', 'On a day'],
    ['after', 'After so many times'],
  ]);
  const interval = field(
    'Every (interval)',
    element('input', {
      id: 'interval',
      name: 'interval',
      type: 'number',
      min: 1,
      max: 99,
      value: repeat.interval,
    }),
  );
  const days = element(
    'fieldset',
    { class: 'days wide' },
    element('legend', {}, 'On'),
    ...weekDays.map((name) =>
      element(
        'label',
        { class: 'check' },
        element('input', {
          type: 'checkbox',
          name: 'days',
          value: name,
          checked: repeat.days.includes(name),
        }),
        element('span', { 'aria-hidden': 'true' }, shortDay(name)),
        element('span', { class: 'unseen' }, name),
      ),
    ),
  );
  const endsField = field('Ends', ends);
  const until = field(
    'Last day',
    element('input', { id: 'until', name: 'until', type: 'date', value: repeat.until }),
  );
  const times = field(
    'How many times',
    element('input', { id: 'times', name: 'times', type: 'number', min: 1, max: 999, value: repeat.times }),
  );
  const showWhatCounts = () => {
    const repeats = every.value !== 'never';
    interval.hidden = !repeats || every.value === 'other';
    days.hidden = every.value !== 'week';
    endsField.hidden = !repeats;
    until.hidden = !repeats || ends.value !== 'on';
    times.hidden = !repeats || ends.value !== 'after';
  };
  every.addEventListener('change', showWhatCounts);
  ends.addEventListener('change', showWhatCounts);
  showWhatCounts();
  return element('div', { class: 'fields' }, field('Repeat', every), interval, days, endsField, until, times);
}

/** What the person chose. */
export function readRepeat(form: FormData): Repeat {
  return {
    every: form.get('every') as Repeat['every'],
    interval: Number(form.get('interval')),
    days: form.getAll('days') as string[],
    ends: form.get('ends') as Repeat['ends'],
    until: form.get('until') as string,
    times: Number(form.get('times')),
  };
}
