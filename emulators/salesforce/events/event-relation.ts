import { insufficientAccess, refuse, type Refusal } from '../refusal.ts';
import type { ObjectType } from '../schema/object-type.ts';
import type { Changes } from '../store/input.ts';
import type { Act, Org } from '../store/org.ts';
import { invalidCrossReference } from '../store/outcome.ts';
import type { Row } from '../store/table.ts';
import { dropChild } from './children.ts';
import { alignGroup, welcome } from './relate.ts';
import { eventTable, isInvitation, relationsOf, sharesActivities, whosOf } from './relations.ts';
import { whosRefusal } from './wishes.ts';

type Shaped = { readonly changes: Changes } | { readonly refusal: Refusal };

const refused = (message: string, field: string): Shaped => ({
  refusal: refuse('FIELD_INTEGRITY_EXCEPTION', `${message}: ${field}`, [field]),
});

/** What a write of an EventRelation means, or why it is refused (Object Reference, "EventRelation"). */
export function shapeRelation(
  org: Org,
  type: ObjectType,
  changes: Changes,
  before: Row | undefined,
  act: Act,
): Shaped {
  if (type.name !== 'EventRelation') return { changes };
  return before ? shapeChange(org, changes, before) : shapeNew(org, changes, act);
}

function shapeNew(org: Org, changes: Changes, act: Act): Shaped {
  const { EventId: eventId, RelationId: id } = changes;
  if (typeof eventId !== 'string' || typeof id !== 'string') return { changes };
  const event = eventTable(org).get(eventId);
  if (!event || event['IsDeleted'] === true) return { refusal: invalidCrossReference };
  if (event['IsChild'] === true) return refused('a child event has no relations of its own', 'EventId');
  if (!act.gate.record(eventTable(org).type, event).edit) return { refusal: insufficientAccess };
  if (relationsOf(org, eventId).some((row) => row['RelationId'] === id)) {
    const message = 'duplicate value found: RelationId duplicates value on record with the same EventId';
    return { refusal: refuse('DUPLICATE_VALUE', message, []) };
  }
  const isAccount = id.startsWith('001');
  if (!sharesActivities(org)) {
    return isAccount ? refused('an account cannot be invited', 'RelationId') : { changes };
  }
  if (isAccount) {
    if (event['WhatId']) return refused('an event is about one record only', 'RelationId');
    return { changes: { ...changes, IsWhat: true, IsParent: true, IsInvitee: false } };
  }
  const who = /^(003|00Q)/.test(id);
  if (changes['IsWhat'] === true) return refused('an event is about accounts only', 'IsWhat');
  if (changes['IsParent'] === true && !who)
    return refused('an event is with contacts and leads only', 'IsParent');
  const flags: Changes = { IsInvitee: changes['IsParent'] !== true, ...changes };
  if (flags['IsParent'] !== true) return { changes: flags };
  return withWho(org, event, id, flags);
}

function shapeChange(org: Org, changes: Changes, before: Row): Shaped {
  if (!sharesActivities(org)) return { changes };
  const after = { ...before, ...changes };
  if (before['IsWhat'] === true) {
    return after['IsParent'] === true && after['IsInvitee'] !== true
      ? { changes }
      : refused('an account is what an event is about', 'IsInvitee');
  }
  if (after['IsParent'] !== true && after['IsInvitee'] !== true)
    return refused('a relation is an invitee, or related, or both', 'IsInvitee');
  if (after['IsParent'] !== true || before['IsParent'] === true) return { changes };
  if (!/^(003|00Q)/.test(String(before['RelationId'])))
    return refused('an event is with contacts and leads only', 'IsParent');
  return withWho(
    org,
    eventTable(org).get(before['EventId'] as string)!,
    String(before['RelationId']),
    changes,
  );
}

function withWho(org: Org, event: Row, id: string, changes: Changes): Shaped {
  const others = whosOf(org, event.Id).map((row) => row['RelationId'] as string);
  const refusal = whosRefusal([...others, id]);
  return refusal ? { refusal } : { changes };
}

/** What a saved EventRelation does to its event: child events, the primary contact, what it is about. */
export function followRelation(org: Org, row: Row, before: Row | undefined, act: Act): Refusal | undefined {
  const eventId = row['EventId'] as string;
  const inviteeId = row['RelationId'] as string;
  const [was, is] = [before !== undefined && isInvitation(org, before), isInvitation(org, row)];
  const event = eventTable(org).get(eventId)!;
  if (is && !was) {
    const refusal = welcome(org, event, inviteeId, act);
    if (refusal) return refusal;
  }
  if (was && !is) dropChild(org, eventId, inviteeId, row.Id, act);
  if (row['IsWhat'] === true && event['WhatId'] !== inviteeId)
    act.journal.put(eventTable(org), { ...event, WhatId: inviteeId, WhatCount: 1, AccountId: inviteeId });
  alignGroup(org, eventId, act);
  return undefined;
}

/** What the end of an EventRelation does to its event. */
export function relationGone(org: Org, row: Row, root: string, act: Act): void {
  const eventId = row['EventId'] as string;
  const event = eventTable(org).get(eventId);
  if (!event || event['IsDeleted'] === true) return;
  dropChild(org, eventId, row['RelationId'] as string, root, act);
  if (row['IsWhat'] === true && event['WhatId'] === row['RelationId'])
    act.journal.put(eventTable(org), { ...event, WhatId: undefined, WhatCount: 0, AccountId: undefined });
  alignGroup(org, eventId, act);
}
