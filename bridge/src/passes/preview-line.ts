import type { Side } from '../domain/words.ts';

/** What would become of one contact or event. */
export interface PreviewLine {
  readonly what: 'create' | 'update' | 'pair' | 'delete' | 'hold' | 'end' | 'leave';
  /** The side that would be written; null when none would. */
  readonly side: Side | null;
  readonly item: string;
}
