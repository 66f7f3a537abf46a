import { confirms } from '../../shared/ask.ts';
import { openDialog } from '../../shared/dialog.ts';
import { attempt, tell } from '../../shared/tell.ts';
import { calendarOf } from './calendar-mailbox.ts';
import type { CalendarActions, Meant } from './calendar-mailbox.ts';
import { changeTo, draftOf, newDraft, times } from './draft.ts';
import { eventCard } from './event-card.ts';
import { eventForm } from './event-form.ts';
import { guestsOf, isOfSeries, titleOf } from './event.ts';
import type { EventState } from './event.ts';
import { dayAfter, rangeText } from './wall-time.ts';
import { elementOf } from './week.ts';
import type { Span, WeekActs } from './week.ts';

/** What the acts work with. */
export interface Hands {
  readonly mailboxId: () => string;
  readonly zone: () => string;
  /** Reads the week again. */
  readonly look: () => Promise<void>;
}

/** What a person can do in the calendar, carried out in the emulated mailbox. */
export function createCalendarActs({ mailboxId, zone, look }: Hands): Omit<WeekActs, 'shows'> {
  const calendar = (): CalendarActions => calendarOf(mailboxId());

  async function change(done: string, action: () => Promise<unknown>): Promise<boolean> {
    const went = await attempt(async () => {
      await action();
      await look();
    });
    if (went) tell(done);
    return went;
  }

  function choose({ start, end, isAllDay }: Span): void {
    const last = isAllDay ? `${dayAfter(end.slice(0, 10), -1)}T00:00` : end;
    const dialog = openDialog('event-dialog', 'New event');
    const save = async (draft: ReturnType<typeof newDraft>) => {
      await calendar().add(changeTo(draft, zone()));
      dialog.close();
      tell('Event saved.');
      await look();
    };
    dialog.show(
      eventForm({
        title: 'New event',
        draft: newDraft(start, last, isAllDay),
        scope: 'all',
        save,
        close: dialog.close,
      }),
    );
  }

  async function open(event: EventState): Promise<void> {
    const master = isOfSeries(event) ? await calendar().event(event.seriesMasterId ?? '') : undefined;
    const dialog = openDialog('event-dialog', titleOf(event), () => elementOf(event.id));
    const meant = (series: boolean): Meant =>
      isOfSeries(event)
        ? { id: event.seriesMasterId ?? '', date: series ? undefined : event.date }
        : { id: event.id };
    dialog.show(
      ...eventCard(event, master, zone(), {
        close: dialog.close,
        edit: (series) => {
          const edited = series && master ? master : event;
          const save = async (draft: ReturnType<typeof draftOf>) => {
            const changed = changeTo(draft, zone(), edited);
            if (Object.keys(changed).length > 0) await calendar().edit(meant(series), changed);
            dialog.close();
            tell('Event saved.');
            await look();
          };
          const title = series
            ? 'Edit the series'
            : isOfSeries(event)
              ? 'Edit this date of the series'
              : 'Edit event';
          const scope = !event.isOrganizer ? 'own' : isOfSeries(event) && !series ? 'date' : 'all';
          dialog.show(eventForm({ title, draft: draftOf(edited, zone()), scope, save, close: dialog.close }));
        },
        remove: (series) => {
          dialog.close();
          void remove(event, meant(series), series);
        },
        answer: (answer) => {
          dialog.close();
          void change('Your answer was sent to the organizer.', () =>
            calendar().respond(meant(false), answer),
          );
        },
      }),
    );
  }

  async function remove(event: EventState, meant: Meant, series: boolean): Promise<void> {
    const guests = guestsOf(event);
    const what = series ? 'the whole series' : isOfSeries(event) ? 'this date' : 'it';
    const text =
      guests.length > 0
        ? `Exchange mails ${guests.join(', ')} that ${what} is cancelled.`
        : `Nobody is mailed.`;
    const question = {
      title: `Delete ${titleOf(event)}${series ? ', all dates' : ''}?`,
      text,
      yes: guests.length > 0 ? 'Send cancellation' : 'Delete',
      danger: true,
    };
    if (await confirms(question)) await change('Event deleted.', () => calendar().remove(meant));
  }

  async function move(event: EventState, to: Span, back: () => void): Promise<void> {
    const guests = guestsOf(event);
    const question = {
      title: `Move ${titleOf(event)}?`,
      text: `${rangeText(to, to.isAllDay)}. Exchange mails ${guests.join(', ')} the new time.`,
      yes: 'Send update',
    };
    if (guests.length > 0 && !(await confirms(question))) return back();
    const end = to.isAllDay ? `${dayAfter(to.end.slice(0, 10), -1)}T00:00` : to.end;
    const meant = isOfSeries(event) ? { id: event.seriesMasterId ?? '', date: event.date } : { id: event.id };
    const moved = { ...to, end };
    const went = await change(`Moved to ${rangeText(to, to.isAllDay)}.`, () =>
      calendar().edit(meant, times(moved, zone())),
    );
    if (!went) back();
  }

  return {
    choose,
    open: (event) => void attempt(() => open(event)),
    move: (event, to, back) => void move(event, to, back),
  };
}
