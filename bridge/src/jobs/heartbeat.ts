import type { BridgeDeps } from './bridge-deps.ts';

/** What the heartbeat tells people besides that the bridge is alive. */
export interface Pulse {
  readonly version: string;
  readonly exchangePollSeconds: number;
  readonly salesforcePollSeconds: number;
  /** What keeps the bridge as a whole from syncing; null when nothing does. */
  readonly problem: string | null;
}

/** Writes the bridge's row: a quiet mailbox is in sync as of this moment. */
export async function beat({ salesforce, store, now }: BridgeDeps, pulse: Pulse): Promise<void> {
  const active = (await store.mailboxes.all()).filter((mailbox) => mailbox.active);
  await salesforce.writer.upsertRows('Tandem_Bridge__c', 'Bridge_Key__c', [
    {
      Bridge_Key__c: 'default',
      Heartbeat__c: now().toISOString(),
      Version__c: pulse.version,
      Exchange_Poll_Seconds__c: pulse.exchangePollSeconds,
      Salesforce_Poll_Seconds__c: pulse.salesforcePollSeconds,
      Mailboxes__c: active.length,
      Problem__c: pulse.problem?.slice(0, 255) ?? null,
    },
  ]);
}
