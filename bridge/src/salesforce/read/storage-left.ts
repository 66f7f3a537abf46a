import { z } from 'zod';
import { parsed } from '../wire/answer.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';

const shape = z.object({ DataStorageMB: z.object({ Remaining: z.number() }).optional() });

/**
 * The data storage that the org has left, in bytes; null when Salesforce does not tell, as it does not without Manage Users
 * (REST API Developer Guide, "Limits").
 */
export async function readStorageLeft(org: Org, patience: Patience): Promise<number | null> {
  const answer = await patience(() => org.call({ method: 'GET', path: '/limits' }));
  const megabytes = parsed(shape, answer, 'limits').DataStorageMB?.Remaining;
  return megabytes === undefined ? null : megabytes * 1024 * 1024;
}
