import { insufficientCrossReference, refuse, type Refusal } from '../refusal.ts';
import type { Changes } from '../store/input.ts';
import type { Act, Org } from '../store/org.ts';
import { invalidCrossReference } from '../store/outcome.ts';
import type { Row } from '../store/table.ts';
import { sharesActivities, whosOf } from './relations.ts';

const MOST_WHOS = 50;
const STATUSES = ['Accepted', 'Declined', 'Undecided'] as const;

/** Whom a write of an event relates to it; what is not named stays as it is. */
export interface Wishes {
  /** Contacts, or one lead, the primary one included. */
  readonly whos?: readonly string[];
  /** Invitees by their answers; `Undecided` are also those who did not answer yet. */
  readonly invitees: Partial<Record<(typeof STATUSES)[number], readonly string[]>>;
}

type Wished = { readonly changes: Changes; readonly wishes: Wishes } | { readonly refusal: Refusal };

/** Takes the lists of ids out of what is written, and works out who is the primary contact or lead. */
export function readWishes(org: Org, changes: Changes, before: Row | undefined, act: Act): Wished {
  const plain: Changes = {};
  const lists = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(changes)) {
    if (!/(EventWhoIds|EventInviteeIds)$/.test(name)) plain[name] = value;
    else
      lists.set(
        name,
        String(value ?? '')
          .split(',')
          .filter(Boolean),
      );
  }
  const invitees: Record<string, readonly string[]> = {};
  for (const status of STATUSES) {
    const list = lists.get(`${status}EventInviteeIds`);
    if (list) invitees[status] = list;
  }
  const unseen = unseenRefusal(org, [...lists.values()].flat(), act);
  if (unseen) return { refusal: unseen };
  if (!sharesActivities(org)) return { changes: plain, wishes: { invitees } };
  const whos = wantedWhos(org, plain, lists.get('EventWhoIds'), before);
  if (!whos) return { changes: counted(plain, undefined, before), wishes: { invitees } };
  const refusal = whosRefusal(whos.ids);
  if (refusal) return { refusal };
  const primary = { ...plain, WhoId: whos.primary };
  return { changes: counted(primary, whos.ids, before), wishes: { whos: whos.ids, invitees } };
}

/** The first of EventWhoIds is the primary one, unless WhoId names another or the one there was is still among them. */
function wantedWhos(
  org: Org,
  changes: Changes,
  list: readonly string[] | undefined,
  before: Row | undefined,
): { ids: readonly string[]; primary: string | null } | undefined {
  const was = before?.['WhoId'] as string | undefined;
  const named = changes['WhoId'] as string | null | undefined;
  if (list) {
    const ids = named && !list.includes(named) ? [named, ...list] : list;
    const kept = was !== undefined && ids.includes(was) && named === undefined ? was : undefined;
    return { ids, primary: named ?? kept ?? ids[0] ?? null };
  }
  if (named === undefined || named === (was ?? null)) return undefined;
  const others = (before ? whosOf(org, before.Id) : [])
    .map((row) => row['RelationId'] as string)
    .filter((id) => id !== was && id !== named);
  const ids = named === null ? others : [named, ...others];
  return { ids, primary: ids[0] ?? null };
}

function counted(changes: Changes, whos: readonly string[] | undefined, before: Row | undefined): Changes {
  const what = 'WhatId' in changes ? changes['WhatId'] : before?.['WhatId'];
  return { ...changes, ...(whos ? { WhoCount: whos.length } : {}), WhatCount: what ? 1 : 0 };
}

/** Up to 50 contacts, or one lead (Object Reference, "EventRelation"). */
export function whosRefusal(ids: readonly string[]): Refusal | undefined {
  const leads = ids.filter((id) => id.startsWith('00Q')).length;
  if (leads > 0 && ids.length > 1) {
    return refuse(
      'FIELD_INTEGRITY_EXCEPTION',
      'an event can be related to contacts or to one lead: Name ID',
      ['WhoId'],
    );
  }
  if (ids.length <= MOST_WHOS) return undefined;
  const message = `an event can be related to at most ${MOST_WHOS} contacts: Name ID`;
  return refuse('FIELD_INTEGRITY_EXCEPTION', message, ['EventWhoIds']);
}

function unseenRefusal(org: Org, ids: readonly string[], act: Act): Refusal | undefined {
  for (const id of ids) {
    const row = org.row(id);
    if (!row || row['IsDeleted'] === true) return invalidCrossReference;
    if (!act.gate.sees(org.schema.ofId(id)!, row)) return insufficientCrossReference;
  }
  return undefined;
}
