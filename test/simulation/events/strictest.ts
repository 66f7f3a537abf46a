import type { UserId } from '../../../bridge/src/domain/ids.ts';
import type { Shown } from './shown.ts';
import { meetingOf } from './shown.ts';
import type { EventWorld } from './world.ts';

/** Whether what a calendar shows has to be private in Salesforce: of all copies of a meeting the strictest counts. */
export type IsPrivate = (user: UserId, one: Shown) => boolean;

/** How private everything is at this moment. */
export function strictestCopies({ users, shown }: Pick<EventWorld, 'users' | 'shown'>): IsPrivate {
  const keepers = new Map<string, UserId[]>();
  for (const user of users)
    for (const one of shown(user))
      if (keepsPrivate(one)) keepers.set(meetingOf(one), [...(keepers.get(meetingOf(one)) ?? []), user]);
  return (user, one) =>
    one.values.sensitivity !== 'normal' ||
    (keepers.get(meetingOf(one)) ?? []).some((keeper) => keeper !== user);
}

/** Whether it keeps a meeting, which others may have too, private for all. */
function keepsPrivate({ record, values }: Shown): boolean {
  const isShared = !record.isOrganizer || values.attendees.length > 0;
  return isShared && !record.isCancelled && values.sensitivity !== 'normal';
}
