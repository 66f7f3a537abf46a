import type { ExchangeId, UserId } from '../../domain/ids.ts';
import type { ExchangeContact, SalesforceContact } from '../../domain/item.ts';
import type { Link } from '../../domain/link.ts';
import type { UserPermissions } from '../../domain/permissions.ts';
import type { ContactPolicy } from '../../domain/policy.ts';
import type { Side } from '../../domain/words.ts';
import { flowsFrom } from '../../domain/words.ts';
import { decide } from '../decide/decide.ts';
import type { DeletionHistory } from '../guard.ts';
import { deletionsHeld } from '../guard.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { canonicalValues, valuesOf } from '../mapping/mapping.ts';
import type { TakeFingerprint } from '../merge/merge-values.ts';
import { mergeValues } from '../merge/merge-values.ts';
import { itemName } from './item-name.ts';
import type { ExchangeSighting, SalesforceSighting } from './sighting.ts';
import { isRemembered, situationOf } from './situation-of.ts';
import type { LooseStep, MergeStep, Step } from './step.ts';

/** A live link with what was seen of its two items. */
export interface LinkView {
  readonly link: Link;
  readonly exchange: ExchangeSighting | null;
  readonly salesforce: SalesforceSighting | null;
  readonly ownsRecord: boolean;
  /** The pair was made in this pass. */
  readonly paired: boolean;
  /** Its record was merged into this one since the last pass. */
  readonly merged: boolean;
  /** Its company had no account at the last pass. */
  readonly companyOpen: boolean;
}

export interface PlanInput {
  readonly userId: UserId;
  readonly policy: ContactPolicy;
  readonly permissions: Pick<UserPermissions, 'createContacts'>;
  readonly mapping: Mapping;
  readonly fingerprint: TakeFingerprint;
  readonly links: readonly LinkView[];
  /** Links of second items of a record, which have to end. */
  readonly seconds: readonly LinkView[];
  /** Exchange contacts that found no record. */
  readonly newItems: readonly ExchangeContact[];
  /** Exchange contacts whose record is gone and that a person asked to be put back, with the link that ended. */
  readonly putBack: readonly { readonly link: Link; readonly contact: ExchangeContact }[];
  /** Records in the filter that no item was found for. */
  readonly newRecords: readonly SalesforceContact[];
  readonly liveLinks: number;
  readonly deletions: DeletionHistory;
  /** Items whose deletion an admin approved; the guard lets them pass and does not count them. */
  readonly approved?: ReadonlySet<ExchangeId>;
}

/** What a pass will do: pure, so that preview and the real pass cannot differ. */
export function planContacts(input: PlanInput): readonly Step[] {
  const steps = [
    ...input.seconds.map((view) => planSecond(view, input)),
    ...input.links.flatMap((view) => planLink(view, input)),
    ...input.newItems.map((contact) => planItem(contact, null, input)),
    ...input.putBack.map(({ link, contact }) => planItem(contact, link, input)),
    ...input.newRecords.flatMap((record) => planRecord(record, input)),
  ];
  return holdMassDeletions(steps, input);
}

function planLink(view: LinkView, input: PlanInput): readonly Step[] {
  const { link } = view;
  const contact = view.exchange?.kind === 'present' ? view.exchange.contact : null;
  const record = view.salesforce?.kind === 'present' ? view.salesforce.record : null;
  const item = itemName(contact, record);
  const decision = decide(situationOf({ ...input, ...view }));
  switch (decision.kind) {
    case 'nothing':
    case 'merge':
      return record === null ? [] : [mergeStep(view, contact, record, input)];
    case 'suppress':
      return [{ kind: 'suppress', link, reason: decision.reason, issue: decision.issue, item }];
    case 'delete':
      return [
        {
          kind: 'delete',
          side: decision.side,
          link,
          etag: contact?.etag ?? link.etag,
          record,
          reason: decision.reason,
          item,
        },
      ];
    case 'recreate':
      if (decision.side === 'Exchange')
        return record === null
          ? []
          : [{ kind: 'createItem', record, values: outgoing(record, input), replaces: link }];
      return contact === null
        ? []
        : [{ kind: 'createRecord', contact, values: incoming(contact, input), replaces: link }];
  }
}

function mergeStep(
  view: LinkView,
  contact: ExchangeContact | null,
  record: SalesforceContact,
  input: PlanInput,
): MergeStep {
  const { link } = view;
  const readOnly = view.salesforce?.kind === 'present' && !view.salesforce.access.edit;
  const merge = mergeValues({
    mapping: input.mapping,
    direction: input.policy.direction,
    winner: input.policy.conflictWinner,
    exchange: {
      values: contact === null ? null : valuesOf(contact.properties, input.mapping),
      prints: link.exchangePrints,
      modified: contact?.modified ?? '',
    },
    exchangeProperties: contact?.properties ?? {},
    salesforce: {
      values: canonicalValues(record.values, input.mapping),
      prints: link.salesforcePrints,
      modified: record.modified,
    },
    editable: !readOnly,
    companyOpen: view.companyOpen,
    merged: view.merged,
    fingerprint: input.fingerprint,
  });
  const inFilter = view.salesforce?.kind === 'present' ? view.salesforce.inFilter : false;
  return {
    kind: 'merge',
    link,
    contact,
    record,
    inFilter,
    merge,
    paired: view.paired,
    ends: false,
    readOnly,
  };
}

/** The item stays as it is. What was typed there since the last pass still reaches the record, as far as it can be told. */
function planSecond(view: LinkView, input: PlanInput): Step {
  const { link, exchange } = view;
  const contact = exchange?.kind === 'present' ? exchange.contact : null;
  const record = view.salesforce?.kind === 'present' ? view.salesforce.record : null;
  const item = itemName(contact, record);
  if (exchange?.kind === 'gone') {
    const reason = exchange.how === 'MovedOut' ? 'MovedOut' : 'DeletedByPolicy';
    return { kind: 'suppress', link, reason, issue: null, item };
  }
  if (contact === null || record === null || !isRemembered(link))
    return { kind: 'suppress', link, reason: 'Duplicate', issue: 'TDM-C-SECOND', item };
  const step = mergeStep({ ...view, merged: false }, contact, record, input);
  return { ...step, merge: { ...step.merge, toExchange: {}, clippings: [] }, ends: true };
}

function planItem(contact: ExchangeContact, replaces: Link | null, input: PlanInput): Step {
  const loose = (issue: LooseStep['issue']): Step => ({ kind: 'loose', contact, issue });
  if (!flowsFrom('Exchange', input.policy.direction)) return loose(null);
  if (!input.permissions.createContacts) return loose('TDM-C-NOT-CREATABLE');
  const values = incoming(contact, input);
  if ((values.LastName ?? null) === null) return loose('TDM-C-NAMELESS');
  return { kind: 'createRecord', contact, values, replaces };
}

function planRecord(record: SalesforceContact, input: PlanInput): readonly Step[] {
  if (!flowsFrom('Salesforce', input.policy.direction)) return [];
  return [{ kind: 'createItem', record, values: outgoing(record, input), replaces: null }];
}

/** What a new record gets: everything that may flow to Salesforce. */
function incoming(contact: ExchangeContact, { mapping }: PlanInput) {
  const values = valuesOf(contact.properties, mapping);
  const fields = mapping.fields.filter(
    ({ direction, describe, editable }) => direction !== 'ToExchange' && describe.updateable && editable,
  );
  return Object.fromEntries(fields.map(({ field }) => [field, values[field] ?? null]));
}

/** What a new item gets: everything that may flow to Exchange. */
function outgoing(record: SalesforceContact, { mapping }: PlanInput) {
  const values = canonicalValues(record.values, mapping);
  const fields = mapping.fields.filter(({ direction }) => direction !== 'ToSalesforce');
  return Object.fromEntries(fields.map(({ field }) => [field, values[field] ?? null]));
}

function holdMassDeletions(steps: readonly Step[], input: PlanInput): readonly Step[] {
  const { liveLinks, deletions, approved } = input;
  const unasked = steps.filter((step) => !('link' in step) || !approved?.has(step.link.exchangeId));
  const held = new Set<Side>(
    (['Exchange', 'Salesforce'] as const).filter((side) =>
      deletionsHeld(side, unasked.filter((step) => carriesTo(step) === side).length, liveLinks, deletions),
    ),
  );
  return steps.map((step) => holdDeletion(step, held, approved));
}

/** The step, or that its deletion waits for an admin when it is on one of the sides and was not approved. */
export function holdDeletion(step: Step, sides: ReadonlySet<Side>, approved?: ReadonlySet<ExchangeId>): Step {
  const side = carriesTo(step);
  if (side === null || !sides.has(side) || !('link' in step)) return step;
  if (approved?.has(step.link.exchangeId)) return step;
  return { kind: 'hold', link: step.link, gone: side === 'Exchange' ? 'Salesforce' : 'Exchange' };
}

/**
 * The side on which a step deletes. Items and records that are missing without having been seen deleted count too: an empty
 * answer must not end all links.
 */
function carriesTo(step: Step): Side | null {
  if (step.kind === 'delete') return step.side;
  if (step.kind !== 'suppress') return null;
  if (step.issue === 'TDM-C-PURGED') return 'Exchange';
  return step.issue === 'TDM-C-DELETED-UNSEEN' ? 'Salesforce' : null;
}
