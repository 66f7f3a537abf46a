import { refuse, type Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import { shapeClassic } from '../series/classic.ts';
import { shapeLightning } from '../series/lightning.ts';
import type { Changes } from '../store/input.ts';
import type { Act, Org } from '../store/org.ts';
import type { Row } from '../store/table.ts';
import { shapeRelation } from './event-relation.ts';
import { alignTimes, type TimeRules } from './times.ts';
import { readWishes, type Wishes } from './wishes.ts';

type Shaped = { readonly changes: Changes; readonly wishes: Wishes } | { readonly refusal: Refusal };

const OF_A_CHILD = new Set(['IsReminderSet', 'ReminderDateTime']);

/** The org's rules for times, by its settings and switches. */
function timeRules(org: Org): TimeRules {
  const { multiDayEvents, allDayEnd, unevenAllDay, eventStartAlone } = org.quirks();
  return { multiDay: multiDayEvents, allDayEnd, unevenAllDay, startAlone: eventStartAlone };
}

/**
 * What a write of an event means: its times worked out, its account derived, and whom it relates; or why it is refused.
 * A relation of an event is shaped as well, other objects stay as they are.
 */
export function shapeEvent(
  org: Org,
  type: ObjectType,
  changes: Changes,
  before: Row | undefined,
  act: Act,
): Shaped {
  if (type.name !== 'Event') {
    const relation = shapeRelation(org, type, changes, before, act);
    return 'refusal' in relation ? relation : { changes: relation.changes, wishes: { invitees: {} } };
  }
  const ofChild = act.seeding ? undefined : childRefusal(changes, before);
  if (ofChild) return { refusal: ofChild };
  const recurring = shapeClassic(changes, before);
  if ('refusal' in recurring) return recurring;
  const timed = alignTimes(recurring.changes, before, timeRules(org));
  if ('refusal' in timed) return timed;
  const series = before ? timed : shapeLightning(org, timed.changes, act);
  if ('refusal' in series) return series;
  const wished = readWishes(org, series.changes, before, act);
  if ('refusal' in wished) return wished;
  const shaped = wished.changes;
  if (shaped['IsReminderSet'] === false) shaped['ReminderDateTime'] = null;
  const value = (name: string) => (name in shaped ? shaped[name] : before?.[name]) ?? null;
  if (value('IsPrivate') === true && (value('WhoId') ?? value('WhatId')) !== null && !act.seeding) {
    const refusal = privateRefusal(org, changes);
    if (refusal) return { refusal };
  }
  const AccountId = accountOf(org, value('WhatId'), value('WhoId'));
  return { changes: { ...shaped, AccountId }, wishes: wished.wishes };
}

/** On a child event only the reminder can be changed (Object Reference, "Event"). */
function childRefusal(changes: Changes, before: Row | undefined): Refusal | undefined {
  const others = Object.keys(changes).filter((name) => !OF_A_CHILD.has(name));
  if (before?.['IsChild'] !== true || others.length === 0) return undefined;
  const message = `Unable to create/update fields: ${others.join(', ')}. Only the reminder of a child event can be changed.`;
  return refuse('INVALID_FIELD_FOR_INSERT_UPDATE', message, others);
}

/** Private events cannot be related to records (Salesforce help, "Considerations for Using Events"). */
function privateRefusal(org: Org, changes: Changes): Refusal | undefined {
  const touched = ['IsPrivate', 'WhoId', 'WhatId', 'EventWhoIds'].filter((name) => name in changes);
  if (org.quirks().privateRelations === 'allow' || touched.length === 0) return undefined;
  return refuse('FIELD_INTEGRITY_EXCEPTION', 'a private event cannot be related to other records: Private', [
    'IsPrivate',
  ]);
}

/** The account of what the event is about, else of whom it is with (Object Reference, "Event", AccountId). */
function accountOf(org: Org, whatId: unknown, whoId: unknown): string | null {
  if (typeof whatId === 'string') return whatId.startsWith('001') ? whatId : null;
  if (typeof whoId !== 'string' || !whoId.startsWith('003')) return null;
  return (org.row(whoId)?.['AccountId'] as string | undefined) ?? null;
}
