import { z } from 'zod';
import { explainContact } from './explain-contact.ts';
import { explainEvent } from './explain-event.ts';
import { recordId } from './parameters.ts';
import type { ServeRequest } from './request.ts';
import { refused } from './request.ts';

const shape = z.object({ Record_Id__c: recordId });

/** How ids of events begin, in every org (Object Reference, "Standard Object Prefixes"). */
const eventPrefix = '00U';

/** ExplainRecord: whether a contact or event syncs with the mailbox, and if not, why: a code with its sentence and remedy. */
export const explainRecord: ServeRequest = async (deps, request) => {
  const named = shape.safeParse({ Record_Id__c: request.row.recordId });
  if (!named.success) return refused('TDM-R-MALFORMED');
  const id = named.data.Record_Id__c;
  return id.startsWith(eventPrefix) ? explainEvent(deps, request, id) : explainContact(deps, request, id);
};
