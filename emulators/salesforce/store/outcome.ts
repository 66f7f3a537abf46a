import { refuse, type Refusal } from '../refusal.ts';

/** What became of one record's write. */
export type Outcome =
  | { readonly ok: true; readonly id: string; readonly created: boolean }
  | { readonly ok: false; readonly refusal: Refusal; readonly id?: string };

export const failed = (refusal: Refusal): Outcome => ({ ok: false, refusal });

export const entityIsDeleted = refuse('ENTITY_IS_DELETED', 'entity is deleted', [], 404);
export const invalidCrossReference = refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []);
