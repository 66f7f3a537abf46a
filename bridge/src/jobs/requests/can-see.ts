import type { RecordId, UserId } from '../../domain/ids.ts';
import type { CheckedRequest, RequestDeps } from './request.ts';

/** A contact or an event, by whose it is. */
interface OwnedRecord {
  readonly recordId: RecordId;
  readonly ownerId: UserId;
}

/** Whether the record may be shown to who asks: admins see all, others what Salesforce lets them read. */
export async function mayBeShown(
  deps: RequestDeps,
  { admin, row }: CheckedRequest,
  record: OwnedRecord,
): Promise<boolean> {
  return admin || (await isVisibleTo(deps, row.createdBy, record));
}

/** Whether Salesforce lets the user read the record. */
export async function isVisibleTo(
  { salesforce }: RequestDeps,
  userId: UserId,
  { recordId, ownerId }: OwnedRecord,
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
