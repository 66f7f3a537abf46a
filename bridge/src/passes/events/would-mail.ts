import type { SalesforceEvent } from '../../domain/event.ts';
import type { IssueText } from '../../domain/issue.ts';
import type { Value } from '../../domain/item.ts';
import type { EventItem } from '../../sync/events/event-item.ts';
import { isPrivateItem } from '../../sync/events/event-item.ts';
import type { MergeEventStep } from '../../sync/events/event-step.ts';
import { timeOf } from '../../sync/events/event-time.ts';
import type { Verdict } from '../../sync/invitations/guard-invitations.ts';

/** What the guard did not let through. */
type Withheld = Extract<Verdict, { kind: 'hold' | 'refuse' }>;

/** Whether the guard kept a write back. */
export function isWithheld(verdict: Verdict): verdict is Withheld {
  return verdict.kind === 'hold' || verdict.kind === 'refuse';
}

/** The issue of a change that was not made: whom Exchange would have mailed, and what about. Of a private event no value is said. */
export function wouldTell(verdict: Withheld, step: MergeEventStep, item: EventItem): IssueText {
  const changes = Object.entries(step.merge.toExchange);
  if (isPrivate(step, item)) return wouldMail(verdict, '', {});
  const labels = new Map(step.mapping.fields.map(({ field, describe }) => [field, describe.label]));
  const told = changes.map(([field, value]) => `${labels.get(field) ?? field}: ${shown(field, value)}`);
  return wouldMail(verdict, ` It would have told them: ${told.join('; ')}.`, {
    changes: Object.fromEntries(changes),
  });
}

/** The issue of an event that was not deleted. */
export function wouldCancel(verdict: Withheld): IssueText {
  return wouldMail(verdict, ' It would have told them that the meeting is cancelled.', {});
}

function wouldMail({ kind, mailed }: Withheld, told: string, extras: IssueText['extras']): IssueText {
  const most = 20;
  const named = mailed.slice(0, most).join(', ');
  const more = mailed.length > most ? ` and ${mailed.length - most} more` : '';
  return {
    code: kind === 'hold' ? 'TDM-E-MAIL-HELD' : 'TDM-E-WOULD-MAIL',
    field: '',
    detail: `It would have mailed: ${named}${more}.${told}`,
    extras: { mailed, ...extras },
  };
}

function isPrivate({ masked, record }: MergeEventStep, item: EventItem): boolean {
  return masked || isPrivateItem(item) || isPrivateRecord(record);
}

function isPrivateRecord({ values }: SalesforceEvent): boolean {
  return values.IsPrivate === 'true';
}

/** A value as people read it; a long text is cut here, and whole in the issue's details. */
function shown(field: string, value: Value): string {
  if (value === null || value === '') return '(empty)';
  const time = field === 'StartDateTime' ? timeOf(value) : null;
  if (time?.isAllDay) return `${time.start} until before ${time.end}`;
  if (time) return `${minute(time.start)} to ${minute(time.end)} UTC`;
  if (field === 'ReminderDateTime') return `${value} minutes before`;
  return value.length > longest ? `${value.slice(0, longest)}…` : value;
}

const longest = 200;

function minute(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}
