import { expect, it } from 'vitest';
import { failed, passed, skipped, warned } from '../../domain/step.ts';
import { doctorReport } from './report.ts';

it('tells each step in a line, and below it what to do', () => {
  const steps = [
    passed('Settings', 'All are there.'),
    warned('Clock', 'TDM-B-CLOCK', 'It is 200 seconds ahead.'),
    failed('Mailbox', 'TDM-M-NOT-FOUND'),
    skipped('Folder', 'There is no mailbox to open.'),
  ];
  const lines = doctorReport({ ok: false, steps }).split('\n');
  expect(lines[0]).toBe('ok          Settings  All are there.');
  expect(lines[1]).toMatch(/^warning {5}Clock {5}TDM-B-CLOCK: .+ It is 200 seconds ahead\.$/);
  expect(lines[2]).toMatch(/^ {22}\S.*NTP/);
  expect(lines[3]).toMatch(/^FAILED {6}Mailbox {3}TDM-M-NOT-FOUND: /);
  expect(lines[5]).toBe('not judged  Folder    There is no mailbox to open.');
  expect(lines.at(-1)).toBe('1 of 4 steps failed, 1 warning.');
});

it('says that nothing stands in the way', () => {
  expect(doctorReport({ ok: true, steps: [passed('Settings', 'All are there.')] })).toMatch(
    /\nNothing stands in the way\.$/,
  );
});
