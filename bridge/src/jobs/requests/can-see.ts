import type { RecordId, UserId } from '../../domain/ids.ts';
import type { KnownRecord } from '../../store/store.ts';
import type { CheckedRequest, RequestDeps } from './request.ts';

/** Whether the contact may be shown to who asks: admins see all, others what Salesforce lets them read. */
export async function mayBeShown(
  deps: RequestDeps,
  { admin, row }: CheckedRequest,
  record: KnownRecord,
): Promise<boolean> {
  return admin || (await isVisibleTo(deps, row.createdBy, record));
}

/** Whether Salesforce lets the user read the contact. */
export async function isVisibleTo(
  { salesforce }: RequestDeps,
  userId: UserId,
  { recordId, ownerId }: KnownRecord,
): Promise<boolean> {
  if (ownerId === userId) return true;
  const answers = await salesforce.readRecordAccess([{ userId, ids: [recordId] }]);
  return answers.get(userId)?.get(recordId)?.read === true;
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
