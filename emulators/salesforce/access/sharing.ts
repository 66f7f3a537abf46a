import type { ObjectType, SharingModel } from '../schema/object-type.ts';
import type { Org } from '../store/org.ts';

/** The organization-wide default of an object; with person accounts a contact always follows its account. */
export function sharingModelOf(org: Org, type: ObjectType): SharingModel {
  switch (type.name) {
    case 'Contact':
      return org.features.has('personAccounts') ? 'ControlledByParent' : org.quirks().sharing.Contact;
    case 'Account':
      return org.quirks().sharing.Account;
    case 'Lead':
      return org.quirks().sharing.Lead;
    case 'Event':
    case 'Task':
      return org.quirks().activitySharing;
    case 'EventRelation':
      return 'ControlledByParent';
    default:
      return type.sharingModel;
  }
}

/** The object whose rows share records of this one by hand; undefined when there is none. */
export function shareType(org: Org, object: string): ObjectType | undefined {
  return org.schema.object(`${object}Share`);
}
