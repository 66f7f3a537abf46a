import type { RecordId } from '../../domain/ids.ts';
import type { KnownRecord } from '../../store/store.ts';
import type { CheckedRequest, RequestDeps } from './request.ts';

/** Whether the contact may be shown to who asks: admins see all, others what Salesforce lets them read. */
export async function mayBeShown(
  { salesforce }: RequestDeps,
  { admin, row }: CheckedRequest,
  { recordId, ownerId }: KnownRecord,
): Promise<boolean> {
  if (admin || ownerId === row.createdBy) return true;
  const answers = await salesforce.readRecordAccess([{ userId: row.createdBy, ids: [recordId] }]);
  return answers.get(row.createdBy)?.get(recordId)?.read === true;
}

/** Whether the contact exists and may be shown to who asks. */
export async function canSee(
  deps: RequestDeps,
  request: CheckedRequest,
  recordId: RecordId,
): Promise<boolean> {
  const record = (await deps.store.records.get([recordId])).get(recordId);
  return record !== undefined && !record.deleted && mayBeShown(deps, request, record);
}
