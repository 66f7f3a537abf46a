import { z } from 'zod';
import type { UserId } from '../../domain/ids.ts';
import type { MailboxRow } from '../salesforce.ts';
import { id, text } from '../wire/shapes.ts';

/** A row of Tandem_Mailbox__c, as far as it must survive the loss of the database. */
export const mailboxRow = z.object({
  Id: z.string(),
  User_Key__c: id<UserId>(),
  Exchange_User_Id__c: text,
  Contacts_Folder_Id__c: text,
  Epoch__c: z.number().nullable(),
});

export const mailboxQuery =
  'SELECT Id, User_Key__c, Exchange_User_Id__c, Contacts_Folder_Id__c, Epoch__c FROM Tandem_Mailbox__c ORDER BY Id';

/** The row in the bridge's words. */
export function mailboxFrom(row: z.output<typeof mailboxRow>): MailboxRow {
  return {
    rowId: row.Id,
    userId: row.User_Key__c,
    exchangeUserId: row.Exchange_User_Id__c,
    folderId: row.Contacts_Folder_Id__c,
    epoch: row.Epoch__c ?? 0,
  };
}
