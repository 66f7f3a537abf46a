import type { Migration } from 'kysely/migration';
import { up as first } from './0001-first.ts';
import { up as access } from './0002-access.ts';
import { up as masters } from './0003-masters.ts';
import { up as outgoing } from './0004-outgoing.ts';
import { up as brakes } from './0005-brakes.ts';
import { up as turns } from './0006-turns.ts';
import { up as matches } from './0007-matches.ts';
import { up as choices } from './0008-choices.ts';
import { up as events } from './0009-events.ts';
import { up as attendance } from './0010-attendance.ts';
import { up as organizers } from './0011-organizers.ts';
import { up as meetings } from './0012-meetings.ts';
import { up as announcedDeletions } from './0013-announced-deletions.ts';
import { up as privateCopies } from './0014-private-copies.ts';

/** Every migration by name, in order. Numbered, forward only, never edited once released. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first': { up: first },
  '0002-access': { up: access },
  '0003-masters': { up: masters },
  '0004-outgoing': { up: outgoing },
  '0005-brakes': { up: brakes },
  '0006-turns': { up: turns },
  '0007-matches': { up: matches },
  '0008-choices': { up: choices },
  '0009-events': { up: events },
  '0010-attendance': { up: attendance },
  '0011-organizers': { up: organizers },
  '0012-meetings': { up: meetings },
  '0013-announced-deletions': { up: announcedDeletions },
  '0014-private-copies': { up: privateCopies },
};
