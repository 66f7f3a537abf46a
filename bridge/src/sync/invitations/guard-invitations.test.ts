import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Invitations } from '../../domain/invitations.ts';
import type { WriteCause } from './guard-invitations.ts';
import { guardInvitations, mostMailingWrites } from './guard-invitations.ts';
import type { EventWrite } from './mailed-by.ts';

const page = readFileSync(join(import.meta.dirname, '../../../../docs/invitations.md'), 'utf8');
const kinds: readonly string[] = ['create', 'update', 'delete'];
const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, kind = '']) => kinds.includes(kind))
  .map((cells) => ({ row: cells.slice(1, -1) }));

describe('docs/invitations.md', () => {
  it('has its cases, with every outcome among them', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(new Set(rows.map(({ row }) => row.at(-1)))).toEqual(
      new Set(['write', 'writeWithoutAttendees', 'hold', 'refuse']),
    );
  });

  it.each(rows)('is what the guard does: $row', ({ row }) => {
    const [kind, copy, count, changes, setting, cause, meeting, mailedToday, checked, outcome] = row;
    const attendees = Array.from({ length: Number(count) }, (_, index) => `guest${index}@customer.example`);
    const verdict = guardInvitations(
      {
        kind: kind as EventWrite['kind'],
        isOrganizer: copy === 'organiser',
        attendees,
        changes: changes?.split(' ').filter(Boolean) ?? [],
      },
      {
        setting: setting as Invitations,
        cause: cause as WriteCause,
        isPast: meeting === 'past',
        mailedToday: Number(mailedToday),
        isChecked: checked === 'yes',
      },
    );
    expect(verdict).toEqual(
      outcome === 'hold' || outcome === 'refuse' ? { kind: outcome, mailed: attendees } : { kind: outcome },
    );
  });

  it('names the number of mailing writes that a mailbox may make', () => {
    expect(mostMailingWrites).toBe(10);
    expect(page).toContain('After ten mailing writes');
  });
});
