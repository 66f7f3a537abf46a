import { eventLinks, linkRows } from '../programs/oracle/watch.ts';
import { issues } from '../programs/oracle/issues.ts';
import { fieldNames, inOutlook } from '../programs/world/fields.ts';
import { short } from './world/notes.ts';
import type { Simulation } from './world/simulation.ts';

/** Both sides, the links and the issues in lines, for those who look for the reason of a broken rule. */
export function describe(simulation: Simulation, start: number): readonly string[] {
  const at = (moment: number) => (moment < 0 ? '-' : String(moment - start));
  const { users, mailboxes, org } = simulation;
  return [
    ...users.flatMap((userId) =>
      [...mailboxes.get(userId)!.items.values()].map((item) => {
        const values = fieldNames.map((field) => inOutlook(item.properties, field));
        return (
          `item ${short(item.id)} of ${userId} by ${item.madeBy} ${item.place} made ${at(item.madeAt)} modified ${at(item.modified)} ` +
          `left ${at(item.leftAt)} marker ${item.marker ?? '-'} ${JSON.stringify(values)}`
        );
      }),
    ),
    ...[...org.records.values()].map(
      (record) =>
        `record ${record.id} by ${record.madeBy} owner ${record.owner} ${record.deleted ? 'deleted' : 'there'} made ${at(record.created)} ` +
        `stamp ${at(record.stamp)} key ${short(record.key ?? '-')} ${JSON.stringify(Object.values(record.card))} ${org.companyOf(record) ?? '-'}`,
    ),
    ...users.flatMap((userId) =>
      [...linkRows(simulation, userId), ...eventLinks(simulation, userId)].map(
        (row) =>
          `link of ${userId} ${short(String(row.Exchange_Id__c))} ${String(row.Record_Id__c)} ${String(row.State__c)} ${String(row.Reason__c)}`,
      ),
    ),
    ...issues(simulation).map(
      (row) =>
        `issue ${String(row.Code__c)} ${String(row.Status__c)} ${String(row.Record_Id__c)} ${short(String(row.Exchange_Id__c))} ${String(row.Details__c)}`,
    ),
  ];
}
