/** What a user may do with contacts and accounts, by profile and permission sets together. */
export interface ContactPermissions {
  readonly readContacts: boolean;
  readonly createContacts: boolean;
  readonly editContacts: boolean;
  readonly readAccounts: boolean;
}
