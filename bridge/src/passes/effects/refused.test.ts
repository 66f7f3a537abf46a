import { expect, it } from 'vitest';
import type { ExchangeId } from '../../domain/ids.ts';
import { as } from '../../domain/ids.ts';
import type { IssueCode } from '../../domain/issue-codes.ts';
import { refusedAnew } from './refused.ts';

const issue = (code: IssueCode, id: string) => ({
  code,
  field: '',
  exchangeId: as<ExchangeId>(id),
  recordId: null,
  item: '',
  detail: '',
  extras: {},
  open: true,
});
const known = (code: IssueCode, id: string) => ({ ...issue(code, id), issueKey: '', contentHash: '' });

it('an item that is refused again and again is counted once, while it is listed', () => {
  const effects = {
    issues: [
      issue('TDM-C-REFUSED-BY-SALESFORCE', 'listed'),
      issue('TDM-C-REFUSED-BY-SALESFORCE', 'new'),
      issue('TDM-C-REQUIRED', 'other reason'),
      issue('TDM-C-CLIPPED', 'listed'),
    ],
  };
  const open = [
    known('TDM-C-REFUSED-BY-SALESFORCE', 'listed'),
    known('TDM-C-REFUSED-BY-SALESFORCE', 'other reason'),
  ];

  expect(refusedAnew(effects, [])).toBe(3);
  expect(refusedAnew(effects, open)).toBe(2);
});
