import { createSchema, type Schema } from '../schema.ts';
import { userEntityAccess, userRecordAccess } from './access.ts';
import { calendar } from './calendar.ts';
import { eventRelation } from './event-relation.ts';
import { event } from './event.ts';
import { account, contact, lead } from './people.ts';
import {
  entitySubscription,
  fieldPermissions,
  objectPermissions,
  permissionSet,
  permissionSetAssignment,
  permissionSetGroup,
  permissionSetGroupComponent,
  recordType,
} from './permissions.ts';
import { share } from './shares.ts';
import { task } from './task.ts';
import { organization, profile, user, userRole } from './users.ts';

/** The standard objects of an org without any package. */
export function createStandardSchema(): Schema {
  const schema = createSchema();
  const objects = [
    organization(),
    user(),
    profile(),
    userRole(),
    account(),
    contact(),
    lead(),
    calendar(),
    event(),
    eventRelation(),
    task(),
    recordType(),
    permissionSet(),
    permissionSetGroup(),
    permissionSetGroupComponent(),
    permissionSetAssignment(),
    objectPermissions(),
    fieldPermissions(),
    entitySubscription(),
    share('Account', '00r'),
    share('Contact', '03s'),
    share('Lead', '01o'),
    userRecordAccess(),
    userEntityAccess(),
  ];
  for (const one of objects) schema.addObject(one);
  return schema;
}
