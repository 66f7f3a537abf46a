/** What a user may do with a field that is under field-level security. */
export type FieldAccess = 'read' | 'edit';

/** Fields under field-level security, by their names there (`MailingAddress`). */
export interface SecuredFields {
  readonly Contact: readonly string[];
  readonly Event: readonly string[];
}

/** What a user may do with contacts, accounts and events, by profile and permission sets together. */
export interface UserPermissions {
  readonly readContacts: boolean;
  readonly createContacts: boolean;
  readonly editContacts: boolean;
  readonly deleteContacts: boolean;
  /** View All and Modify All of contacts: sharing does not limit the user. */
  readonly viewAllContacts: boolean;
  readonly modifyAllContacts: boolean;
  readonly readAccounts: boolean;
  readonly createAccounts: boolean;
  /** Access Activities: the user's own events, and those that sharing shows. */
  readonly readEvents: boolean;
  /** Edit Events: make, change and delete events. */
  readonly editEvents: boolean;
  readonly readLeads: boolean;
  /** The contact fields that the user may see, of those under field-level security, by their names there (`MailingAddress`). */
  readonly fields: Readonly<Record<string, FieldAccess>>;
  /** The same of events. */
  readonly eventFields: Readonly<Record<string, FieldAccess>>;
}
