import { approve } from './approve.ts';
import { chooseAccount } from './choose-account.ts';
import { chooseContact } from './choose-contact.ts';
import { explainRecord } from './explain-record.ts';
import { ignore } from './ignore.ts';
import { pause, resume } from './pause.ts';
import { preview } from './preview.ts';
import type { ServeRequest } from './request.ts';
import { resetContacts, resetEvents } from './reset.ts';
import { retry } from './retry.ts';
import { syncNow } from './sync-now.ts';
import { connection } from './connection.ts';

interface RequestKind {
  readonly serve: ServeRequest;
  /** Whether there must be a mailbox that syncs now. */
  readonly syncing: boolean;
}

/** Who serves requests of which kind (Tandem_Request__c.Kind__c). */
export const requestKinds: Readonly<Partial<Record<string, RequestKind>>> = {
  SyncNow: { serve: syncNow, syncing: false },
  ResetContacts: { serve: resetContacts, syncing: true },
  ResetEvents: { serve: resetEvents, syncing: true },
  Pause: { serve: pause, syncing: false },
  Resume: { serve: resume, syncing: false },
  Preview: { serve: preview, syncing: false },
  TestConnection: { serve: connection, syncing: false },
  Approve: { serve: approve, syncing: true },
  Retry: { serve: retry, syncing: true },
  Ignore: { serve: ignore, syncing: true },
  ChooseAccount: { serve: chooseAccount, syncing: true },
  ChooseContact: { serve: chooseContact, syncing: true },
  ExplainRecord: { serve: explainRecord, syncing: false },
};
