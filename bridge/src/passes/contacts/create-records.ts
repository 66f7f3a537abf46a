import type { RecordId } from '../../domain/ids.ts';
import type { IssueText } from '../../domain/issue.ts';
import { openIssue } from '../../domain/issue.ts';
import type { Link } from '../../domain/link.ts';
import { newLink } from '../../domain/link.ts';
import { recordKeyOf } from '../../sync/identity.ts';
import { narrow } from '../../sync/mapping/canonical.ts';
import { valuesOf } from '../../sync/mapping/mapping.ts';
import { printsAfter } from '../../sync/merge/merge-values.ts';
import { matchKeysOf } from '../../sync/pairing/match-keys.ts';
import type { CreateRecordStep } from '../../sync/plan/step.ts';
import type { PassContext } from '../pass-context.ts';
import type { FindCompany } from './companies.ts';
import { companyIssue } from './companies.ts';
import { matchFor, visibleMatches } from './duplicates.ts';
import type { Effects } from '../effects/effects.ts';
import { noteWait } from '../effects/effects.ts';
import { itemName } from '../../sync/plan/item-name.ts';
import { clippedText } from './merge-issues.ts';
import type { RecordFields } from './record-fields.ts';
import { recordFields } from './record-fields.ts';
import { refusedIssue } from '../effects/refused.ts';

/**
 * Gives Exchange contacts records of their own, owned by the mailbox's user. Repeating it makes no copy. One that a duplicate
 * rule stops is paired with the record that the rule names, unless that one is among `taken` or not visible to the user.
 */
export async function createRecords(
  context: PassContext,
  steps: readonly CreateRecordStep[],
  findCompany: FindCompany,
  taken: Set<RecordId>,
  effects: Effects,
): Promise<void> {
  if (steps.length === 0) return;
  const { recordType } = context;
  if (recordType.kind === 'unusable') {
    for (const step of steps) refused(context, step, recordTypeIssue(recordType.reason), effects);
    return;
  }
  const made = recordType.kind === 'chosen' ? { RecordTypeId: recordType.id } : {};
  const records = steps.map(({ values }) => recordFields(narrowed(context, values), findCompany));
  const outcomes = await context.salesforce.writer.createContacts(
    steps.map(({ contact }, index) => ({
      key: recordKeyOf(context.exchangeUserId, contact.id),
      fields: { ...records[index]?.fields, ...made, OwnerId: context.userId },
    })),
    context.policy.duplicateAlert,
  );
  const visible = await visibleMatches(context, outcomes);
  steps.forEach((step, index) => {
    const record = records[index];
    const outcome = outcomes[index];
    if (!record || !outcome) return;
    if (!outcome.ok) noteWait(effects, outcome.refusal);
    if (outcome.ok && outcome.done.made) created(context, step, record, outcome.done.id, effects);
    else if (outcome.ok) paired(step, outcome.done.id, 'Salesforce', effects);
    else if (outcome.refusal.kind === 'refused') {
      const match = matchFor(context, outcome, visible, taken);
      if (match === null)
        refused(context, step, refusedIssue('Salesforce', outcome.refusal, visible), effects);
      else {
        taken.add(match);
        paired(step, match, null, effects);
      }
    } else effects.cursorStays = true;
  });
}

function recordTypeIssue(detail: string) {
  return { code: 'TDM-C-RECORD-TYPE', field: 'RecordTypeId', detail, extras: {} } as const;
}

function narrowed({ mapping }: PassContext, values: CreateRecordStep['values']) {
  const describes = new Map(mapping.fields.map(({ field, describe }) => [field, describe]));
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => {
      const describe = describes.get(field);
      return value === null || !describe ? [] : [[field, narrow(value, describe)] as const];
    }),
  );
}

function created(
  context: PassContext,
  { contact, replaces }: CreateRecordStep,
  record: RecordFields,
  recordId: RecordId,
  effects: Effects,
) {
  const { mapping, fingerprint } = context;
  const values = valuesOf(contact.properties, mapping);
  const link: Link = {
    ...newLink(contact.id, recordId),
    madeBy: 'Salesforce',
    etag: contact.etag ?? null,
    // What the user may not write in Salesforce counts as typed just now, for the day when they may.
    exchangePrints: pick(printsAfter(values, mapping, fingerprint), editable(mapping)),
    // Only what was written is known; defaults that the org fills in are compared when the record is read.
    salesforcePrints: pick(printsAfter(record.taken, mapping, fingerprint), record.taken),
    lastSynced: context.now().toISOString(),
    lastSyncedFrom: 'Exchange',
  };
  effects.links.push(link);
  effects.counts.ExchangeToSalesforce.created += 1;
  const about = { exchangeId: contact.id, recordId, item: itemName(contact, null) };
  const raise = (text: IssueText) => effects.issues.push(openIssue(about, text));
  const company = record.unresolved && companyIssue(record.unresolved.company, record.unresolved.name);
  if (company) raise(company);
  for (const { field, describe } of mapping.fields) {
    const whole = values[field] ?? null;
    if (whole !== null && field in record.taken && narrow(whole, describe) !== whole)
      raise(clippedText(field, whole.length, describe.length));
  }
  effects.settled.push({ exchangeId: contact.id, recordId: replaces?.recordId ?? recordId, keeps: [] });
}

/**
 * A record that is there already takes the place of the new one: what a duplicate rule names, or what an earlier create made
 * (`madeBy`) and people may have changed since. The next pass brings both in step.
 */
function paired({ contact }: CreateRecordStep, recordId: RecordId, madeBy: Link['madeBy'], effects: Effects) {
  // Whether the record is in the filter is seen by that pass, too.
  effects.links.push({ ...newLink(contact.id, recordId), madeBy, inFilter: false });
  effects.again.add(recordId);
  effects.counts.ExchangeToSalesforce.paired += 1;
  effects.settled.push({ exchangeId: contact.id, recordId, keeps: [] });
}

function refused(context: PassContext, { contact }: CreateRecordStep, issue: IssueText, effects: Effects) {
  const { emails, name } = matchKeysOf(contact.properties, context.fingerprint);
  effects.loose.push({ exchangeId: contact.id, emailKeys: emails, nameKey: name, meeting: null });
  const about = { exchangeId: contact.id, recordId: null, item: itemName(contact, null) };
  effects.issues.push(openIssue(about, issue));
  effects.settled.push({ exchangeId: contact.id, recordId: null, keeps: [] });
}

function editable({ fields }: PassContext['mapping']): object {
  return Object.fromEntries(fields.flatMap((one) => (one.editable ? [[one.field, true]] : [])));
}

function pick<Part>(prints: Readonly<Record<string, Part>>, fields: object): Readonly<Record<string, Part>> {
  return Object.fromEntries(Object.entries(prints).filter(([field]) => field in fields));
}
