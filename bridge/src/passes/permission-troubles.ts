import type { MissingField } from '../sync/permitted-mapping.ts';
import type { MailboxTrouble } from './mailbox-report.ts';

/** What the user would have to be permitted: it is their permissions that are wanting, not the items. */
export function permissionTroubles({
  missingPermissions,
}: {
  readonly missingPermissions: readonly string[];
}): readonly MailboxTrouble[] {
  if (missingPermissions.length === 0) return [];
  return [{ code: 'TDM-M-PERMISSION', field: '', detail: `Missing: ${missingPermissions.join(', ')}.` }];
}

/** Mapped fields that the user may not see or change; one issue for all of them. */
export function fieldTroubles(
  code: 'TDM-M-FIELDS' | 'TDM-E-FIELDS',
  missing: readonly MissingField[],
): readonly MailboxTrouble[] {
  if (missing.length === 0) return [];
  const named = (lacks: MissingField['lacks']) =>
    missing.filter((one) => one.lacks === lacks).map(({ label, field }) => `${label} (${field})`);
  const lists = [
    ['Not visible', named('Read')],
    ['Not editable', named('Edit')],
  ] as const;
  const detail = lists.flatMap(([words, fields]) =>
    fields.length === 0 ? [] : [`${words}: ${fields.join(', ')}.`],
  );
  return [{ code, field: '', detail: detail.join(' ') }];
}
