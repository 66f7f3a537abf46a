import { z } from 'zod';
import type { Pause } from '../salesforce.ts';
import { pauseKey } from '../salesforce.ts';
import { text } from '../wire/shapes.ts';

/** A row of Tandem_Bridge__c that keeps a pause; one that is over has no problem. */
export const pauseRow = z.object({ Bridge_Key__c: z.string(), Problem__c: text });

export const pauseQuery =
  "SELECT Bridge_Key__c, Problem__c FROM Tandem_Bridge__c WHERE Bridge_Key__c LIKE 'pause|%' AND Problem__c != null ORDER BY Id";

/** The row in the bridge's words. */
export function pauseFrom(row: z.output<typeof pauseRow>): Pause {
  return { of: row.Bridge_Key__c.slice(pauseKey.length), text: row.Problem__c ?? '' };
}
