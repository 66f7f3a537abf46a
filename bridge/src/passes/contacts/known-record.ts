import { rememberedStamp } from '../../domain/stamp.ts';
import type { ContactKeys } from '../../salesforce/salesforce.ts';
import type { KnownRecord } from '../../store/store.ts';
import type { TakeFingerprint } from '../../sync/merge/merge-values.ts';
import { emailKey, nameKey } from '../../sync/pairing/match-keys.ts';

/**
 * What the bridge remembers of a contact: its ids and stamps, and hashes of what it is recognised by. `readAt` is the org's
 * time of the read.
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
    stamp: rememberedStamp(keys.stamp, readAt),
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
