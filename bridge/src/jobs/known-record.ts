import type { ContactKeys } from '../salesforce/salesforce.ts';
import type { KnownRecord } from '../store/store.ts';
import type { TakeFingerprint } from '../sync/merge/merge-contact.ts';
import { emailKey, nameKey } from '../sync/pairing/match-keys.ts';

/** What the bridge remembers of a contact: its ids and stamps, and hashes of what it is recognised by. */
export function knownRecord(keys: ContactKeys, fingerprint: TakeFingerprint): KnownRecord {
  const { firstName, lastName, accountName: company } = keys;
  return {
    recordId: keys.id,
    ownerId: keys.ownerId,
    accountId: keys.accountId,
    stamp: keys.stamp,
    created: keys.created,
    modified: keys.modified,
    lastActivity: keys.lastActivity,
    emailKey: emailKey(keys.email, fingerprint),
    nameKey: nameKey({ firstName, lastName, company }, fingerprint),
    tandemKey: keys.key === null ? null : fingerprint('record key', keys.key),
    deleted: keys.deleted,
    lastModifiedBy: keys.lastModifiedBy,
  };
}
