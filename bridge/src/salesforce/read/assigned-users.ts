import { z } from 'zod';
import type { ConfigurationId, UserId } from '../../domain/ids.ts';
import type { AssignedUser } from '../salesforce.ts';
import { id, text } from '../wire/shapes.ts';
import { oneOf } from '../wire/soql.ts';

/** A row of Tandem_Assignment__c with the user it names, if it names one. */
export const assignmentRow = z.object({
  Configuration__c: id<ConfigurationId>(),
  User__c: id<UserId>().nullable(),
  User__r: z.object({ Email: text, IsActive: z.boolean() }).nullable(),
  Profile_Id__c: text,
});
type Assignment = z.output<typeof assignmentRow>;

/** Oldest first, so that a later row overrides an earlier one of the same person. */
export const assignmentQuery =
  'SELECT Configuration__c, User__c, User__r.Email, User__r.IsActive, Profile_Id__c ' +
  'FROM Tandem_Assignment__c ORDER BY CreatedDate, Id';

/** A user found by profile. */
export const profileUserRow = z.object({ Id: id<UserId>(), Email: text, ProfileId: z.string() });
type ProfileUser = z.output<typeof profileUserRow>;

/** The profiles that assignments name, at most those that fit one query. */
export function assignedProfiles(assignments: readonly Assignment[]): readonly string[] {
  return [...new Set(assignments.flatMap(({ Profile_Id__c }) => Profile_Id__c ?? []))];
}

/** The active standard users of these profiles. */
export function profileUserQuery(profiles: readonly string[]): string {
  return (
    `SELECT Id, Email, ProfileId FROM User WHERE ${oneOf('ProfileId', profiles)} ` +
    "AND IsActive = true AND UserType = 'Standard' ORDER BY Id"
  );
}

/** Who is assigned to which configuration; a user named in person wins over one named by profile. */
export function assignedUsersFrom(
  assignments: readonly Assignment[],
  profileUsers: readonly ProfileUser[],
): readonly AssignedUser[] {
  const configurationOfProfile = new Map<string, ConfigurationId>();
  const users = new Map<UserId, AssignedUser>();
  for (const { Profile_Id__c, Configuration__c } of assignments) {
    if (Profile_Id__c !== null) configurationOfProfile.set(sameId(Profile_Id__c), Configuration__c);
  }
  for (const { Id, Email, ProfileId } of profileUsers) {
    const configurationId = configurationOfProfile.get(sameId(ProfileId));
    if (configurationId !== undefined) {
      users.set(Id, { userId: Id, email: Email ?? '', active: true, configurationId });
    }
  }
  for (const { User__c, User__r, Configuration__c } of assignments) {
    if (User__c === null || User__r === null) continue;
    users.set(User__c, {
      userId: User__c,
      email: User__r.Email ?? '',
      active: User__r.IsActive,
      configurationId: Configuration__c,
    });
  }
  return [...users.values()];
}

/** The 15 characters that an id has in both of its forms. */
function sameId(id18: string): string {
  return id18.slice(0, 15);
}
