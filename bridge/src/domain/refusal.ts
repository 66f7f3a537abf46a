import type { RecordId } from './ids.ts';

/**
 * Why a service did not do what was asked, in terms of what to do about it. Expected, so a value and not an exception.
 *
 * - `stale`: the item changed meanwhile; read it again and decide again
 * - `gone`: the item does not exist (any more)
 * - `refused`: this item cannot be written as it is; retrying changes nothing
 * - `later`: throttled, locked or a passing fault, and surely not carried out; try again after `retryAfterMs`
 * - `unknown`: no answer came, so it may have been carried out; look before repeating
 */
export type Refusal =
  | { readonly kind: 'stale' }
  | { readonly kind: 'gone' }
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly fields: readonly string[];
      /** The records that a duplicate rule names. */
      readonly matches?: readonly RecordId[];
    }
  | { readonly kind: 'later'; readonly code: string; readonly retryAfterMs: number }
  | { readonly kind: 'unknown' };

/** The outcome of one write. */
export type Outcome<Done> =
  { readonly ok: true; readonly done: Done } | { readonly ok: false; readonly refusal: Refusal };
