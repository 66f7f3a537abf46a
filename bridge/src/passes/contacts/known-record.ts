import { openStamp } from '../../domain/stamp.ts';
import type { ContactKeys } from '../../salesforce/salesforce.ts';
import type { KnownRecord } from '../../store/store.ts';
import type { TakeFingerprint } from '../../sync/merge/merge-values.ts';
import { emailKey, nameKey } from '../../sync/pairing/match-keys.ts';

/**
 * What the bridge remembers of a contact: its ids and stamps, and hashes of what it is recognised by. `readAt` is the org's
 * time of the read. Stamps have whole seconds, so a record can change again without a new one; one that was just stamped is
 * remembered with an open stamp, and is news once more when it is read later.
 */
export function knownRecord(
  keys: ContactKeys,
  fingerprint: TakeFingerprint,
  readAt: string | null,
): KnownRecord {
  const { firstName, lastName, accountName: company } = keys;
  return {
    recordId: keys.id,
    ownerId: keys.ownerId,
    accountId: keys.accountId,
    stamp: isSettled(keys.stamp, readAt) ? keys.stamp : openStamp(keys.stamp),
    created: keys.created,
    modified: keys.modified,
    lastActivity: keys.lastActivity,
    emailKey: emailKey(keys.email, fingerprint),
    nameKey: nameKey({ firstName, lastName, company }, fingerprint),
    tandemKey: keys.key === null ? null : fingerprint('record key', keys.key),
    deleted: keys.deleted,
    lastModifiedBy: keys.lastModifiedBy,
    masterId: keys.masterId,
    isPerson: keys.isPerson,
  };
}

const settledMs = 2_000;

function isSettled(stamp: string, readAt: string | null): boolean {
  return readAt === null || Date.parse(readAt) - Date.parse(stamp) >= settledMs;
}
