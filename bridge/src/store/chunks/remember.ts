import type { Kysely } from 'kysely';
import { replaceAttendance } from '../events/attendance.ts';
import { fence } from '../fence.ts';
import { addDeletions } from '../guard/add-deletions.ts';
import { removeIntents } from '../intents/remove.ts';
import { replaceIssues } from '../issues/replace.ts';
import { replaceLinks } from '../links/replace.ts';
import { removeLoose } from '../loose/remove.ts';
import { replaceLoose } from '../loose/replace.ts';
import type { Database } from '../schema.ts';
import type { ChunkResult, Claim } from '../store.ts';
import { ClaimLost } from '../store.ts';

export async function rememberChunk(db: Kysely<Database>, claim: Claim, chunk: ChunkResult): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { rows } = await fence(claim).execute(transaction);
    if (rows.length === 0) throw new ClaimLost(claim);
    if (chunk.links.length > 0) await replaceLinks(transaction, claim, chunk.links);
    if (chunk.issues.length > 0) await replaceIssues(transaction, claim, chunk.issues);
    const notLoose = [...chunk.notLoose, ...chunk.links.map(({ exchangeId }) => exchangeId)];
    if (notLoose.length > 0) await removeLoose(transaction, claim, notLoose);
    if (chunk.loose.length > 0) await replaceLoose(transaction, claim, chunk.loose);
    if (chunk.intentsDone.length > 0) await removeIntents(transaction, claim, chunk.intentsDone);
    if (chunk.attendances.length > 0) await replaceAttendance(transaction, chunk.attendances);
    if (chunk.deletions.length > 0) await addDeletions(transaction, claim, chunk.deletions);
  });
}
