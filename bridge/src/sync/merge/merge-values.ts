import type { ExchangeProperties, Value, Values } from '../../domain/item.ts';
import type { Fingerprint } from '../../domain/ids.ts';
import type { Fingerprints } from '../../domain/link.ts';
import type { ConflictWinner } from '../../domain/policy.ts';
import type { Direction, Side } from '../../domain/words.ts';
import { flowsFrom } from '../../domain/words.ts';
import { emailsOf } from '../mapping/addresses.ts';
import { comparable, narrow, narrows } from '../mapping/canonical.ts';
import type { Mapping, MappedField } from '../mapping/mapping.ts';
import { sameValue } from '../mapping/same-value.ts';

/** Keyed hash of one value of one field; the same value always gives the same. */
export type TakeFingerprint = (field: string, value: Value) => Fingerprint;

/** One side of a link as it is now, in canonical values. `values` null: not read, because nothing changed there. */
export interface MergeSide {
  readonly values: Values | null;
  readonly prints: Fingerprints;
  /** ISO instant by that server's own clock. */
  readonly modified: string;
}

export interface MergeInput {
  readonly mapping: Mapping;
  readonly direction: Direction;
  readonly winner: ConflictWinner;
  readonly exchange: MergeSide;
  readonly exchangeProperties: ExchangeProperties;
  readonly salesforce: MergeSide & { readonly values: Values };
  /** Whether the mailbox's user may change the record in Salesforce. */
  readonly editable: boolean;
  /** The company had no account at the last pass; it is tried again. */
  readonly companyOpen: boolean;
  /** The record was merged with another one: what it held may be nowhere else in Salesforce any more. */
  readonly merged: boolean;
  readonly fingerprint: TakeFingerprint;
}

/** A field changed on both sides, or a value was overwritten that the other side never had: who won, and what was lost. */
export interface Conflict {
  readonly field: string;
  readonly winner: Side;
  readonly losing: Value;
}

/** A value that Salesforce can only hold the beginning of. */
export interface Clipping {
  readonly field: string;
  readonly length: number;
  readonly limit: number;
}

export interface Merge {
  /** Fields whose value in Outlook waits: the user may not change the field, or not the record. It counts as changed meanwhile. */
  readonly waiting: readonly MappedField[];
  /** Changes on a side that the direction lets nothing out of. They count as changes until it does, or the other side's comes. */
  readonly against: readonly { readonly field: string; readonly side: Side }[];
  readonly toExchange: Values;
  readonly toSalesforce: Values;
  readonly conflicts: readonly Conflict[];
  readonly clippings: readonly Clipping[];
}

const sides = ['Exchange', 'Salesforce'] as const;

type Verdict = 'nothing' | Side | 'conflict';

/** Three-way merge, field by field: the fingerprints of the last pass tell which side changed. */
export function mergeValues(input: MergeInput): Merge {
  const toExchange: Record<string, Value> = {};
  const toSalesforce: Record<string, Value> = {};
  const conflicts: Conflict[] = [];
  const waiting: MappedField[] = [];
  const against: Merge['against'][number][] = [];
  for (const mapped of input.mapping.fields) {
    const verdict = judge(mapped, input);
    if (verdict === 'nothing') continue;
    const source = verdict === 'conflict' ? winnerOf(mapped, input) : verdict;
    if (!mayFlow(mapped, source, input)) {
      for (const side of verdict === 'conflict' ? sides : [verdict])
        if (isAgainst(mapped, side, input)) against.push({ field: mapped.field, side });
      continue;
    }
    if (source === 'Exchange' && !isEditable(mapped, input)) {
      waiting.push(mapped);
      continue;
    }
    const exchange = input.exchange.values?.[mapped.field] ?? null;
    const salesforce = input.salesforce.values[mapped.field] ?? null;
    if (source === 'Exchange') toSalesforce[mapped.field] = narrow(exchange, mapped.describe);
    else toExchange[mapped.field] = salesforce;
    const losing = source === 'Exchange' ? salesforce : exchange;
    if (
      verdict === 'conflict' ||
      (losing !== null && (input.merged || !wasShared(mapped, source, losing, input)))
    )
      conflicts.push({ field: mapped.field, winner: source, losing });
  }
  return { toExchange, toSalesforce, waiting, against, conflicts, clippings: clippings(input) };
}

function judge(mapped: MappedField, input: MergeInput): Verdict {
  const { field } = mapped;
  const salesforce = input.salesforce.values[field] ?? null;
  const salesforcePrint = input.salesforce.prints[field];
  const exchangePrint = input.exchange.prints[field];
  const salesforceChanged = salesforcePrint !== printOf(mapped, salesforce, input);
  if (input.exchange.values === null)
    return salesforcePrint !== undefined && exchangePrint !== undefined && salesforceChanged
      ? 'Salesforce'
      : 'nothing';
  const exchange = input.exchange.values[field] ?? null;
  if (sameValue(mapped, exchange, salesforce, input.exchangeProperties)) return 'nothing';
  if (salesforcePrint === undefined || exchangePrint === undefined) {
    if (exchange === null) return 'Salesforce';
    return salesforce === null ? 'Exchange' : 'conflict';
  }
  const exchangeChanged = exchangePrint !== printOf(mapped, exchange, input);
  if (exchangeChanged && salesforceChanged) return 'conflict';
  if (exchangeChanged) return 'Exchange';
  if (salesforceChanged) return 'Salesforce';
  return field === 'AccountId' && input.companyOpen && exchange !== null ? 'Exchange' : 'nothing';
}

/**
 * Whether the side whose change comes now knew the value that it overwrites. It did not after a change that could not flow:
 * against the direction, or of a company without an account. Such a value is kept like that of a conflict.
 */
function wasShared(mapped: MappedField, source: Side, losing: string, input: MergeInput): boolean {
  const before = (source === 'Exchange' ? input.exchange : input.salesforce).prints[mapped.field];
  if (input.exchange.values === null || before === printOf(mapped, narrow(losing, mapped.describe), input))
    return true;
  if (mapped.field === 'AccountId' && source === 'Exchange' && input.companyOpen) return true;
  if (source === 'Exchange') return losing.length === mapped.describe.length && narrows(mapped.describe);
  if (mapped.field !== 'Email') return false;
  return emailsOf(input.exchangeProperties).some((email) => before === printOf(mapped, email, input));
}

/** The fingerprint of a canonical value; letter case counts only where it means something. */
export function printOf(
  mapped: MappedField,
  value: Value,
  { fingerprint }: { readonly fingerprint: TakeFingerprint },
): Fingerprint {
  return fingerprint(mapped.field, comparable(value, mapped.describe.type));
}

function winnerOf(mapped: MappedField, input: MergeInput): Side {
  // Where values flow one way only, that way decides: the other side could not be brought in step.
  if (!mayFlow(mapped, 'Salesforce', input)) return 'Exchange';
  if (!mayFlow(mapped, 'Exchange', input) || !isEditable(mapped, input)) return 'Salesforce';
  // Nobody remembers who made it private, or public: what is private on one side stays so.
  if (mapped.field === 'IsPrivate')
    return input.exchange.values?.IsPrivate === 'true' ? 'Exchange' : 'Salesforce';
  if (input.winner !== 'Latest') return input.winner;
  return Date.parse(input.exchange.modified) > Date.parse(input.salesforce.modified)
    ? 'Exchange'
    : 'Salesforce';
}

/** A change since the last pass that a direction keeps from flowing; what was never remembered is no change. */
function isAgainst(mapped: MappedField, side: Side, input: MergeInput): boolean {
  const { field } = mapped;
  if (input.exchange.prints[field] === undefined || input.salesforce.prints[field] === undefined)
    return false;
  return !flowsFrom(side, input.direction) || !leaves(mapped, side);
}

/** Whether the field's own direction lets values out of that side. */
function leaves({ direction }: MappedField, side: Side): boolean {
  return direction !== (side === 'Exchange' ? 'ToExchange' : 'ToSalesforce');
}

function isEditable({ editable }: MappedField, input: MergeInput): boolean {
  return editable && input.editable;
}

function mayFlow(mapped: MappedField, source: Side, input: MergeInput): boolean {
  const { field, describe } = mapped;
  if (!flowsFrom(source, input.direction) || !leaves(mapped, source)) return false;
  if (source === 'Exchange') {
    const erasesRequired = describe.required && (input.exchange.values?.[field] ?? null) === null;
    return describe.updateable && !erasesRequired;
  }
  // An empty account never erases the company that a person wrote in Outlook.
  return field !== 'AccountId' || (input.salesforce.values[field] ?? null) !== null;
}

function clippings(input: MergeInput): Clipping[] {
  return input.mapping.fields.flatMap((mapped) => {
    const { field, direction, describe } = mapped;
    const value = input.exchange.values?.[field] ?? null;
    if (value === null || direction === 'ToExchange' || !isEditable(mapped, input)) return [];
    if (narrow(value, describe) === value) return [];
    return [{ field, length: value.length, limit: describe.length }];
  });
}

/** Fingerprints of a side's values as they will be once the merge is written. */
export function printsAfter(values: Values, mapping: Mapping, fingerprint: TakeFingerprint): Fingerprints {
  return Object.fromEntries(
    mapping.fields.map((mapped) => [
      mapped.field,
      printOf(mapped, values[mapped.field] ?? null, { fingerprint }),
    ]),
  );
}
