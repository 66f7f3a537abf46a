import type { RecordId } from '../../domain/ids.ts';
import type { CheckedRequest, RequestDeps } from './request.ts';

/** Whether the contact exists and may be shown to who asks: admins see all, users their own. */
export async function canSee(
  { store }: RequestDeps,
  { admin, row }: CheckedRequest,
  recordId: RecordId,
): Promise<boolean> {
  const record = (await store.records.get([recordId])).get(recordId);
  if (!record || record.deleted) return false;
  return admin || record.ownerId === row.createdBy;
}
