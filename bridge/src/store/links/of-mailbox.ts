import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UserId } from '../../domain/ids.ts';
import type { Link } from '../../domain/link.ts';
import type { Kind } from '../../domain/words.ts';
import type { Database, LinkTable } from '../schema.ts';
import { toLink } from './link-row.ts';

export async function linksOfMailbox(
  db: Kysely<Database>,
  userId: UserId,
  kind: Kind,
): Promise<readonly Link[]> {
  const { rows } = await sql<LinkTable>`
    select * from tandem.link where user_id = ${userId} and kind = ${kind}
  `.execute(db);
  return rows.map(toLink);
}
