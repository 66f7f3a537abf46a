import { expect, it } from 'vitest';
import { createEventLedger } from './ledger.ts';

it('counts an empty field that is saved as empty as no edit', () => {
  const ledger = createEventLedger();
  ledger.typed('record', 'text', '', '', 1000);
  ledger.typed('record', 'place', '', '', 2000);
  expect(ledger.life('record')).toMatchObject({ edited: -1, moved: -1 });
});

it('counts what is typed in an empty field, and a field that is emptied', () => {
  const ledger = createEventLedger();
  ledger.typed('record', 'place', '', 'p1q', 1000);
  expect(ledger.life('record')).toMatchObject({ edited: 1000, moved: 1000 });
  ledger.typed('record', 'place', 'p1q', '', 2000);
  expect(ledger.life('record')).toMatchObject({ edited: 2000, moved: 2000 });
  expect(ledger.entries).toMatchObject([{ token: 'p1q', overwritten: true }]);
});
