import type { ConfigurationId } from '../domain/ids.ts';
import { issueCodes } from '../domain/issue-codes.ts';
import type { Configuration } from '../domain/policy.ts';
import { closingRow } from '../passes/effects/issue-row.ts';
import { pauseKey } from '../salesforce/salesforce.ts';
import type { WriteTally } from '../domain/write-tally.ts';
import type { BridgeDeps, Connection } from './bridge-deps.ts';
import { readOrgSettings } from './settings-reader.ts';

const code = 'TDM-B-STOPPED';

/**
 * Stops a configuration, for which too many writes were refused: it is paused until an admin resumes it, and listed. Kept in
 * Salesforce like any pause, so that neither a restart nor a lost database starts it again.
 */
export async function stopConfiguration(
  deps: BridgeDeps & Pick<Connection, 'integrationUserId'>,
  configuration: Configuration,
  { written, refused }: WriteTally,
): Promise<void> {
  const { salesforce, now, log } = deps;
  const { sentence, remedy } = issueCodes[code];
  const found = `${refused} of ${written + refused} writes were refused in the last hour.`;
  const at = now().toISOString();
  log.warn({ code, configuration: configuration.id, written, refused }, 'The configuration stops itself.');
  await Promise.all([
    salesforce.writer.upsertRows('Tandem_Bridge__c', 'Bridge_Key__c', [
      { Bridge_Key__c: `${pauseKey}${configuration.id}`, Problem__c: `${code}: ${found}` },
    ]),
    salesforce.writer.upsertRows('Tandem_Issue__c', 'Issue_Key__c', [
      {
        Issue_Key__c: issueKeyOf(configuration.id),
        Kind__c: 'Bridge',
        Code__c: code,
        Status__c: 'Open',
        Item__c: configuration.name,
        Reason__c: `${sentence} ${found}`,
        Remedy__c: remedy,
        First_Seen__c: at,
        Last_Seen__c: at,
        Closed_At__c: null,
      },
    ]),
  ]);
  await readOrgSettings(deps);
}

/** What a configuration that stopped itself leaves behind is cleared away when it is resumed: it starts with a clean tally. */
export async function clearStop(
  { salesforce, store, now }: BridgeDeps,
  configurationId: ConfigurationId,
  pauseText: string,
): Promise<void> {
  await store.brakes.forgetTally(configurationId);
  if (!pauseText.startsWith(code)) return;
  await salesforce.writer.upsertRows('Tandem_Issue__c', 'Issue_Key__c', [
    closingRow(issueKeyOf(configurationId), now().toISOString()),
  ]);
}

function issueKeyOf(configurationId: ConfigurationId): string {
  return `configuration|${configurationId}|${code}`;
}
