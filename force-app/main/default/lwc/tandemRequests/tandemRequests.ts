import KIND from '@salesforce/schema/Tandem_Request__c.Kind__c';
import REQUEST from '@salesforce/schema/Tandem_Request__c';
import USER from '@salesforce/schema/Tandem_Request__c.User__c';
import { reduceErrors } from 'c/tandemErrors';
import { fill } from 'c/tandemText';
import LightningConfirm from 'lightning/confirm';
import Toast from 'lightning/toast';
import { createRecord } from 'lightning/uiRecordApi';
import { labelOf, type RequestKind } from './actions';
import { labels } from './labels';

export { actionsFor, type Action, type RequestKind } from './actions';

/** Requests that are sent at the same time. */
const ABREAST = 5;

/**
 * Asks the bridge for the same thing for each of these users, after a question where it cannot be taken back, and tells the
 * person what came of it. The ids of the requests that were made; one that fails keeps no other from being made.
 */
export async function ask(
  source: EventTarget,
  kind: RequestKind,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const label = labelOf(kind);
  if (kind === 'ResetContacts') {
    const message = fill(labels.resetConfirm, userIds.length);
    if (!(await LightningConfirm.open({ label, message, theme: 'warning' }))) return [];
  }
  const { ids, errors } = await createRequests(kind, userIds);
  if (errors.length === 0)
    Toast.show({ label: fill(labels.asked, label, ids.length), variant: 'success' }, source);
  else {
    const [reason = ''] = reduceErrors(errors);
    const text = fill(labels.askedNotAll, label, ids.length, userIds.length);
    Toast.show({ label: text, message: reason, variant: 'error', mode: 'sticky' }, source);
  }
  return ids;
}

/** Creates the requests, some at a time. */
async function createRequests(kind: RequestKind, userIds: readonly string[]) {
  const ids: string[] = [];
  const errors: unknown[] = [];
  const waiting = [...userIds];
  const next = async (): Promise<void> => {
    const userId = waiting.shift();
    if (userId === undefined) return;
    const fields = { [KIND.fieldApiName]: kind, [USER.fieldApiName]: userId };
    await createRecord({ apiName: REQUEST.objectApiName, fields }).then(
      ({ id }) => ids.push(id),
      (error: unknown) => errors.push(error),
    );
    await next();
  };
  await Promise.all(Array.from({ length: ABREAST }, next));
  return { ids, errors };
}
