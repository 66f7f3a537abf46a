import CONFIGURATION from '@salesforce/schema/Tandem_Request__c.Configuration__c';
import ISSUE from '@salesforce/schema/Tandem_Request__c.Issue__c';
import KIND from '@salesforce/schema/Tandem_Request__c.Kind__c';
import PARAMETERS from '@salesforce/schema/Tandem_Request__c.Parameters__c';
import RECORD from '@salesforce/schema/Tandem_Request__c.Record_Id__c';
import REQUEST from '@salesforce/schema/Tandem_Request__c';
import USER from '@salesforce/schema/Tandem_Request__c.User__c';
import { reduceErrors } from 'c/tandemErrors';
import { fill } from 'c/tandemText';
import LightningConfirm from 'lightning/confirm';
import Toast from 'lightning/toast';
import { createRecord } from 'lightning/uiRecordApi';
import { labelOf, type RequestKind } from './actions';
import { labels } from './labels';

export { actionsFor, labelOf, type Action, type RequestKind } from './actions';

/** Requests that are sent at the same time. */
const ABREAST = 5;

/** What a request is about: a mailbox by its user, all of a configuration, one issue, a record; and what was chosen. */
export interface About {
  readonly configurationId?: string;
  readonly userId?: string;
  readonly issueId?: string;
  readonly recordId?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** What is asked before, in place of the usual question. */
  readonly question?: string;
}

/** What cannot be taken back, and the question before it. */
const QUESTIONS: Readonly<Partial<Record<RequestKind, string>>> = {
  ResetContacts: labels.resetConfirm,
  ResetEvents: labels.resetEventsConfirm,
  Ignore: labels.ignoreConfirm,
  Approve: labels.approveConfirm,
};

/** Asks the bridge for the same thing for each of these users, as `askAbout` does. */
export function ask(
  source: EventTarget,
  kind: RequestKind,
  userIds: readonly string[],
): Promise<readonly string[]> {
  return askAbout(
    source,
    kind,
    userIds.map((userId) => ({ userId })),
  );
}

/**
 * Asks the bridge for the same thing about each of these, after a question where it cannot be taken back, and tells the person what
 * came of it. The ids of the requests that were made; one that fails keeps no other from being made.
 */
export async function askAbout(
  source: EventTarget,
  kind: RequestKind,
  abouts: readonly About[],
): Promise<readonly string[]> {
  const label = labelOf(kind);
  const question = abouts[0]?.question ?? QUESTIONS[kind];
  if (question !== undefined) {
    const message = fill(question, abouts.length);
    if (!(await LightningConfirm.open({ label, message, theme: 'warning' }))) return [];
  }
  const { ids, errors } = await createRequests(kind, abouts);
  const words = wordsFor(abouts);
  if (errors.length > 0) {
    const [reason = ''] = reduceErrors(errors);
    const text = fill(words.notAll, label, ids.length, abouts.length);
    Toast.show({ label: text, message: reason, variant: 'error', mode: 'sticky' }, source);
  } else if (words.all !== undefined)
    Toast.show({ label: fill(words.all, label, ids.length), variant: 'success' }, source);
  return ids;
}

/** What is about a record or a configuration is answered where it was asked. */
function wordsFor([first]: readonly About[]): { readonly all?: string; readonly notAll: string } {
  if ((first?.recordId ?? first?.configurationId) !== undefined) return { notAll: labels.notAsked };
  return first?.issueId === undefined
    ? { all: labels.asked, notAll: labels.askedNotAll }
    : { all: labels.askedIssues, notAll: labels.askedNotAllIssues };
}

/** Creates the requests, some at a time. */
async function createRequests(kind: RequestKind, abouts: readonly About[]) {
  const ids: string[] = [];
  const errors: unknown[] = [];
  const waiting = [...abouts];
  const next = async (): Promise<void> => {
    const about = waiting.shift();
    if (about === undefined) return;
    await createRecord({ apiName: REQUEST.objectApiName, fields: fieldsOf(kind, about) }).then(
      ({ id }) => ids.push(id),
      (error: unknown) => errors.push(error),
    );
    await next();
  };
  await Promise.all(Array.from({ length: ABREAST }, next));
  return { ids, errors };
}

function fieldsOf(
  kind: RequestKind,
  { configurationId, userId, issueId, recordId, parameters }: About,
): Record<string, string> {
  return {
    [KIND.fieldApiName]: kind,
    ...(configurationId && { [CONFIGURATION.fieldApiName]: configurationId }),
    ...(userId && { [USER.fieldApiName]: userId }),
    ...(issueId && { [ISSUE.fieldApiName]: issueId }),
    ...(recordId && { [RECORD.fieldApiName]: recordId }),
    ...(parameters && { [PARAMETERS.fieldApiName]: JSON.stringify(parameters) }),
  };
}
