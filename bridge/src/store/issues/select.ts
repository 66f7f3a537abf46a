import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { KnownIssue } from '../store.ts';

/** Selects issues as KnownIssue. */
export const selectIssues: RawBuilder<KnownIssue> = sql`
  select issue_key, code, exchange_id, record_id, content_hash, open from tandem.issue
`;
