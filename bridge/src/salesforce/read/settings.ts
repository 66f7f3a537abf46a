import type { Settings } from '../salesforce.ts';
import type { Org } from '../wire/org.ts';
import type { Patience } from '../wire/patience.ts';
import { allRows, queryRequest, queryTogether } from '../wire/query.ts';
import {
  assignedProfiles,
  assignedUsersFrom,
  assignmentQuery,
  assignmentRow,
  profileUserQuery,
  profileUserRow,
} from './assigned-users.ts';
import {
  configurationQuery,
  configurationRow,
  configurationsFrom,
  mappingQuery,
  mappingRow,
} from './configurations.ts';
import { pauseFrom, pauseQuery, pauseRow } from './pauses.ts';
import { mailboxFrom, mailboxQuery, mailboxRow } from './mailbox-rows.ts';

/** Reads configurations, assigned users and mailbox rows in one call, and a second one when profiles are assigned. */
export async function readSettings(org: Org, patience: Patience): Promise<Settings> {
  return patience(async () => {
    const answers = await queryTogether(
      org,
      [configurationQuery, mappingQuery, assignmentQuery, mailboxQuery, pauseQuery].map((soql) =>
        queryRequest(soql),
      ),
    );
    const configurations = await allRows(org, configurationRow, answers[0], 'Tandem_Configuration__c');
    const mappings = await allRows(org, mappingRow, answers[1], 'Tandem_Field_Mapping__c');
    const assignments = await allRows(org, assignmentRow, answers[2], 'Tandem_Assignment__c');
    const mailboxes = await allRows(org, mailboxRow, answers[3], 'Tandem_Mailbox__c');
    const pauses = await allRows(org, pauseRow, answers[4], 'Tandem_Bridge__c');
    const profiles = assignedProfiles(assignments);
    const profileUsers =
      profiles.length === 0
        ? []
        : await allRows(
            org,
            profileUserRow,
            await org.call(queryRequest(profileUserQuery(profiles))),
            'User',
          );
    return {
      configurations: configurationsFrom(configurations, mappings),
      users: assignedUsersFrom(assignments, profileUsers),
      mailboxes: mailboxes.map(mailboxFrom),
      pauses: pauses.map(pauseFrom),
    };
  });
}
